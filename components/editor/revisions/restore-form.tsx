'use client';

import { useText } from '#text';
import { useFormAction } from '@/components/ui/use-form-action';
import { FormNotice } from '@/components/ui/form-notice';
import type { EditorAction } from '../editor-post';

type Props = { action: EditorAction; postId: string; revision: { id: string; when: string } };

/** Restores a version, and offers to undo that. */
export function RestoreForm({ action, postId, revision }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action, '#restore');
  const { before } = state.values;
  return (
    <form id="restore" action={formAction} className="form-actions">
      <FormNotice state={state} />
      <input type="hidden" name="id" value={postId} />
      <button className="button" name="revisionId" value={revision.id}>
        {t('Restore the version of {when}', { when: revision.when })}
      </button>
      {state.status === 'done' && before && (
        <button className="button" name="revisionId" value={before}>
          {t('Undo')}
        </button>
      )}
    </form>
  );
}
