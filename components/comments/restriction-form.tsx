import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { restrictions, type Restriction } from '@/lib/comments/restriction';

const names: Record<Restriction, string> = {
  hold: msg('Always hold for approval'),
  shadow: msg('Shadow: shown to the author and to moderators only; the author is not told'),
};

type Props = { userId: string; isRestricted: boolean; restrict: Action; lift: Action; prefix?: string };

/** Restricts a person's new comments, or lifts that. */
export function RestrictionForm({ userId, isRestricted, restrict, lift, prefix = '' }: Props) {
  const t = useText();
  if (isRestricted) {
    return (
      <FieldsForm
        action={lift}
        former={restrict}
        isOneOfSeveral
        hidden={{ userId }}
        fields={[]}
        submit={t('Lift the restriction')}
        tone="plain"
      />
    );
  }
  return (
    <FieldsForm
      action={restrict}
      former={lift}
      isOneOfSeveral
      prefix={prefix}
      hidden={{ userId }}
      fields={[
        {
          name: 'restriction',
          label: t('New comments'),
          kind: 'select',
          value: 'hold',
          options: restrictions.map((value) => ({ value, label: t(names[value]) })),
        },
        { name: 'note', label: t('Note'), maxLength: 300, hint: t('For moderators. Optional.') },
        { name: 'until', label: t('Until'), kind: 'date', hint: t('Leave empty for no end date.') },
      ]}
      submit={t('Restrict')}
      tone="plain"
    />
  );
}
