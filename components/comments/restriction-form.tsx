import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';
import { restrictions, type Restriction } from '@/lib/comments/restriction';

const names: Record<Restriction, string> = {
  hold: 'Always hold for approval',
  shadow: 'Shadow: seen by themselves and moderators alone, and they are not told',
};

type Props = { userId: string; isRestricted: boolean; restrict: Action; lift: Action; prefix?: string };

/** Restricts somebody's new comments, or lifts that. */
export function RestrictionForm({ userId, isRestricted, restrict, lift, prefix = '' }: Props) {
  if (isRestricted) {
    return (
      <FieldsForm
        action={lift}
        former={restrict}
        isOneOfSeveral
        hidden={{ userId }}
        fields={[]}
        submit="Lift the restriction"
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
          label: 'New comments',
          kind: 'select',
          value: 'hold',
          options: restrictions.map((value) => ({ value, label: names[value] })),
        },
        { name: 'note', label: 'Note', maxLength: 300, hint: 'For moderators. Optional.' },
        { name: 'until', label: 'Until', kind: 'date', hint: 'Leave empty for no end date.' },
      ]}
      submit="Restrict"
      tone="plain"
    />
  );
}
