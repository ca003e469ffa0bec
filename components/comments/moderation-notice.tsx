import { useText } from '#text';
import type { Action } from '@/components/ui/action-errors';
import type { FormState } from '@/lib/forms/form-state';
import { ActionForm } from './action-form';

type Props = { state: FormState; undo: Action; back: string };

/** What the last action on the queue did, and how to undo it. */
export function ModerationNotice({ state: { message, values }, undo, back }: Props) {
  const t = useText();
  if (!message) return null;
  return (
    <div className="notice notice--done" role="status">
      <span>{message}</span>
      {values.batch && (
        <ActionForm action={undo} fields={{ batch: values.batch, back }}>
          <button className="notice__action">{values.did === 'undo' ? t('Redo') : t('Undo')}</button>
        </ActionForm>
      )}
    </div>
  );
}
