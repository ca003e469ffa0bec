'use client';

import { useText } from '#text';
import { useFormAction } from '@/components/ui/use-form-action';
import { FormNotice } from '@/components/ui/form-notice';
import type { EditorAction } from '../editor-post';

type Props = { action: EditorAction; postId: string; revisionId: string };

/** Restores a version, and offers to undo that. */
export function RestoreForm({ action, postId, revisionId }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action, '#restore');
  const { before } = state.values;
  return (
    <form id="restore" action={formAction} className="form-actions">
      <FormNotice state={state} />
      <input type="hidden" name="id" value={postId} />
      <button className="button" name="revisionId" value={revisionId}>
        {t('Restore this version')}
      </button>
      {state.status === 'done' && before && (
        <button className="button" name="revisionId" value={before}>
          {t('Undo')}
        </button>
      )}
    </form>
  );
}
