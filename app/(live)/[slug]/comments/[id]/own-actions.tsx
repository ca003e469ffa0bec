import { ActionForm } from '@/components/comments/action-form';
import { EditForm } from '@/components/comments/edit-form';
import type { Actor } from '@/lib/auth/actor';
import { findStatementOn } from '@/lib/comments/statements/queries';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';
import { deleteCommentAction, editCommentAction, restoreCommentAction } from '@/app/(site)/[slug]/actions';

/** Actions of a comment's author: edit, delete, restore. */
export async function OwnCommentActions({ found, actor }: { found: CommentWithContext; actor: Actor }) {
  const decision = found.status === 'deleted' ? await findStatementOn(actor, found.comment.id) : null;
  const { comment, body, can } = found;
  return (
    <section className="comment-actions" aria-labelledby="own-actions">
      <h2 id="own-actions">Your comment</h2>
      {decision && (
        <p>
          <a href={paths.decision(decision.id)}>Why it was removed, and how to appeal</a>
        </p>
      )}
      {can.edit && <EditForm action={editCommentAction} id={comment.id} body={body} />}
      {can.deleteOwn && (
        <ActionForm action={deleteCommentAction} fields={{ id: comment.id }} id="delete">
          <button className="button button--danger">Delete my comment</button>
          <p className="field__hint">You can restore it for 24 hours. Replies to it stay.</p>
        </ActionForm>
      )}
      {can.restoreOwn && (
        <ActionForm action={restoreCommentAction} fields={{ id: comment.id }} id="restore">
          <button className="button button--primary">Restore my comment</button>
        </ActionForm>
      )}
    </section>
  );
}
