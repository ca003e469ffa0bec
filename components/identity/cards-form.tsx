'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';

/** Whether posts without an image are shared with a drawn card. */
export function CardsForm({ action, shown, drawsCards }: { action: Action; shown: string; drawsCards: boolean }) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Save changes')}
      isOneOfSeveral
      shown={shown}
      fields={[
        {
          name: 'drawsCards',
          label: t('Draw a card with its title for posts without an image'),
          kind: 'check',
          checked: drawsCards,
          hint: t('Only published posts have one, in Latin, Greek or Cyrillic letters.'),
        },
      ]}
    />
  );
}
