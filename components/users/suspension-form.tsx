import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import { FieldsForm } from '@/components/ui/fields-form';

type Props = { id: string; isBanned: boolean; ban: Action; unban: Action; prefix?: string };

/** Suspends somebody, or lifts that. */
export function SuspensionForm({ id, isBanned, ban, unban, prefix = '' }: Props) {
  const t = useText();
  if (isBanned) {
    return (
      <FieldsForm
        action={unban}
        former={ban}
        isOneOfSeveral
        hidden={{ id }}
        fields={[]}
        submit={t('Lift the suspension')}
        tone="plain"
      />
    );
  }
  return (
    <FieldsForm
      action={ban}
      former={unban}
      isOneOfSeveral
      prefix={prefix}
      hidden={{ id }}
      fields={[
        { name: 'reason', label: t('Reason'), maxLength: 300, hint: t('Shown to them when they try to sign in.') },
        { name: 'until', label: t('Until'), kind: 'date', hint: t('Leave empty for no end date.') },
      ]}
      submit={t('Suspend')}
      tone="danger"
    />
  );
}
