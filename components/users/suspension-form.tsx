import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';

type Props = { id: string; isBanned: boolean; ban: Action; unban: Action };

/** Suspends somebody, or lifts that. */
export function SuspensionForm({ id, isBanned, ban, unban }: Props) {
  if (isBanned) {
    return (
      <FieldsForm
        action={unban}
        former={ban}
        isOneOfSeveral
        hidden={{ id }}
        fields={[]}
        submit="Lift the suspension"
        tone="plain"
      />
    );
  }
  return (
    <FieldsForm
      action={ban}
      former={unban}
      isOneOfSeveral
      hidden={{ id }}
      fields={[
        { name: 'reason', label: 'Reason', maxLength: 300, hint: 'Shown to them when they try to sign in.' },
        { name: 'until', label: 'Until', kind: 'date', hint: 'Leave empty for no end date.' },
      ]}
      submit="Suspend"
      tone="danger"
    />
  );
}
