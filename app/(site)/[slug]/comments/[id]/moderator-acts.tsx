import { ActForm } from '@/components/comments/act-form';
import { LockForm } from '@/components/comments/lock-form';
import { moderationActs, statusAfter } from '@/lib/comments/policy';
import { actNames } from '@/lib/comments/queue-filter';
import type { CommentOnItsOwn } from '@/lib/comments/viewer';
import { paths } from '@/lib/paths';
import { lockThreadAction, moderateHereAction } from '@/app/(admin)/admin/comments/actions';

/** What moderators may do to a comment and to its thread, as plain forms. */
export function ModeratorActs({ found }: { found: CommentOnItsOwn }) {
  const { comment, post, status } = found;
  const possible = moderationActs.filter(
    (act) => statusAfter(act, { status, statusBeforeDelete: 'approved' }) !== null,
  );
  return (
    <section className="comment-actions" aria-labelledby="moderate">
      <h2 id="moderate">Moderation</h2>
      <ActForm action={moderateHereAction} fields={{ id: comment.id }} className="comment-actions__row">
        {possible.map((act) => (
          <button key={act} className="button" name="act" value={act}>
            {actNames[act]}
          </button>
        ))}
      </ActForm>
      <LockForm action={lockThreadAction} postId={post.id} reason={post.commentsLockedReason} />
      <p>
        <a href={paths.admin.comments(`post=${post.id}&state=all`)}>Moderate all comments on this post</a>
      </p>
    </section>
  );
}
