'use client';

import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { FOR_SALE_FIELD, type MediaKitSettings } from '@/lib/media-kit/media-kit';

type Props = {
  action: Action;
  settings: MediaKitSettings;
  offers: { id: string; name: string; forSale: boolean }[];
};

/** Whether the site offers its slots, which, and how advertisers reach it. */
export function MediaKitForm({ action, settings, offers }: Props) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Save')}
      fields={[
        {
          name: 'mediaKit',
          label: t('Show the page, and a link to it in the footer'),
          kind: 'check',
          checked: settings.mediaKit,
        },
        {
          name: 'mediaKitText',
          label: t('Text'),
          kind: 'area',
          value: settings.mediaKitText,
          maxLength: 4_000,
          hint: t('Who reads the site, what you accept, what it costs. An empty line begins a paragraph.'),
        },
        {
          name: 'mediaKitContact',
          label: t('Contact'),
          value: settings.mediaKitContact,
          maxLength: 500,
          hint: t('An e-mail address, or the web address of a form. Everyone can read it.'),
        },
        ...offers.map(({ id, name, forSale }) => ({
          name: FOR_SALE_FIELD + id,
          label: t('“{name}” is for sale', { name }),
          kind: 'check' as const,
          checked: forSale,
        })),
      ]}
    />
  );
}
