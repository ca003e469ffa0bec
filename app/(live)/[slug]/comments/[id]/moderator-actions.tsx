import { ActionForm } from '@/components/comments/action-form';
import { LockForm } from '@/components/comments/lock-form';
import { offeredActions } from '@/lib/comments/policy';
import { actionNames } from '@/lib/comments/queue-filter';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';
import { lockThreadAction, moderateHereAction } from '@/app/(admin)/admin/comments/actions';

/** Moderation of a comment and its thread, as plain forms. */
export function ModeratorActions({ found }: { found: CommentWithContext }) {
  const { comment, post, status } = found;
  return (
    <section className="comment-actions" aria-labelledby="moderate">
      <h2 id="moderate">Moderation</h2>
      <ActionForm action={moderateHereAction} fields={{ id: comment.id }} className="comment-actions__row">
        {offeredActions(status).map((action) => (
          <button key={action} className="button" name="intent" value={action}>
            {actionNames[action]}
          </button>
        ))}
      </ActionForm>
      <LockForm action={lockThreadAction} postId={post.id} reason={post.commentsLockedReason} />
      <p>
        <a href={paths.admin.comments(`post=${post.id}&state=all`)}>Moderate all comments on this post</a>
      </p>
    </section>
  );
}
