import { FieldsForm } from '@/components/ui/fields-form';
import type { Actor } from '@/lib/auth/actor';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { isFollowingReplies } from '@/lib/notifications/queries';
import { followRepliesAction } from './follow-actions';

/** Where a viewer follows the replies to a comment, or no longer. */
export async function FollowReplies({ actor, found }: { actor: Actor | null; found: CommentWithContext }) {
  if (found.status !== 'approved' || !found.post.isPublic || found.post.commentsMode === 'off') return null;
  const follows = actor !== null && (await isFollowingReplies(actor, found.comment.id));
  return (
    <section className="comment-actions" aria-labelledby="follow-replies">
      <h2 id="follow-replies">Replies to this comment</h2>
      <p>{hintFor(actor, follows)}</p>
      <FieldsForm
        action={followRepliesAction}
        isOneOfSeveral
        hidden={{ commentId: found.comment.id, follow: follows ? 'no' : 'yes' }}
        fields={[]}
        submit={follows ? 'Unfollow' : 'Follow replies'}
        tone="plain"
      />
    </section>
  );
}

function hintFor(actor: Actor | null, follows: boolean) {
  if (follows) return 'You are told of every new reply below it, on the site and as you chose by e-mail.';
  const told = 'You are told of every new reply below it, on the site and by e-mail.';
  return actor ? told : `${told} You will be asked to sign in first.`;
}
