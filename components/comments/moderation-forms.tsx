import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import { reportReasonNames, reportReasons } from '@/lib/comments/reports/reasons';
import { MAX_EXPLANATION } from '@/lib/comments/statements/lengths';

type Props = { action: Action; hidden: Record<string, string>; prefix?: string };

/** Removes a comment for a reason that its author is told. */
export function RemovalForm({ action, hidden, prefix = '', isLast }: Props & { isLast: boolean }) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Remove and tell its author')}
      tone="plain"
      isOneOfSeveral={!isLast}
      hidden={hidden}
      prefix={prefix}
      fields={[
        {
          name: 'reason',
          label: t('Remove for a reason'),
          kind: 'select',
          options: [
            { value: '', label: t('Choose a reason') },
            ...reportReasons.map((value) => ({ value, label: t(reportReasonNames[value]) })),
          ],
        },
        {
          name: 'explanation',
          label: t('Explanation'),
          kind: 'area',
          rows: 2,
          maxLength: MAX_EXPLANATION,
          hint: t('Its author reads it with the reason, and can appeal. Only needed for “Something else”.'),
        },
      ]}
    />
  );
}

/** Edits anybody’s comment. */
export function EditAnyForm({ action, hidden, prefix = '', body }: Props & { body: string }) {
  const t = useText();
  return (
    <FieldsForm
      action={action}
      submit={t('Save changes')}
      tone="plain"
      isOneOfSeveral
      hidden={{ ...hidden, seen: body }}
      prefix={prefix}
      fields={[
        {
          name: 'body',
          label: t('Edit this comment'),
          kind: 'area',
          value: body,
          hint: t(
            'The comment will be marked as edited by a moderator, and everyone can read what it said before. Remove that in its edit history if nobody should.',
          ),
        },
      ]}
    />
  );
}
