import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import { LockForm } from '@/components/comments/lock-form';
import { EditAnyForm, RemovalForm } from '@/components/comments/moderation-forms';
import { offeredActions } from '@/lib/comments/policy';
import { actionNames } from '@/lib/comments/queue-filter';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';
import {
  editHereAction,
  lockRepliesAction,
  lockThreadAction,
  moderateHereAction,
  removeWithReasonAction,
} from '@/app/(admin)/admin/comments/actions';

/** Moderation of a comment and its thread, as plain forms. */
export function ModeratorActions({ found }: { found: CommentWithContext }) {
  const t = useText();
  const { comment, post, status, body, can, lock, isOwn } = found;
  const canBeTold = comment.author.id !== null && !isOwn && status !== 'deleted' && status !== 'shadowed';
  return (
    <section className="comment-actions" aria-labelledby="moderate">
      <h2 id="moderate">{t('Moderation')}</h2>
      <ActionForm action={moderateHereAction} fields={{ id: comment.id }} className="comment-actions__row">
        {offeredActions(status).map((action) => (
          <button key={action} className="button" name="intent" value={action}>
            {t(actionNames[action])}
          </button>
        ))}
      </ActionForm>
      {canBeTold && (
        <div id="remove-with-reason">
          <RemovalForm action={removeWithReasonAction} hidden={{ id: comment.id }} isLast={false} />
        </div>
      )}
      {can.editAny && (
        <div id="edit-any">
          <EditAnyForm action={editHereAction} hidden={{ id: comment.id }} body={body} />
        </div>
      )}
      {(!lock || lock.id === comment.id) && (
        <LockForm action={lockRepliesAction} kind="replies" id={comment.id} reason={lock?.reason ?? ''} />
      )}
      <LockForm action={lockThreadAction} kind="conversation" id={post.id} reason={post.commentsLockedReason} />
      <p>
        <a href={paths.admin.comments(`post=${post.id}&state=all`)}>{t('Moderate all comments on this post')}</a>
      </p>
    </section>
  );
}
