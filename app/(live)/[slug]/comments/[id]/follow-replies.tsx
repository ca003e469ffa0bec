import { FieldsForm } from '@/components/ui/fields-form';
import type { Translator } from '@/lib/i18n/translator';
import type { Actor } from '@/lib/auth/actor';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { isFollowingReplies } from '@/lib/notifications/queries';
import { followRepliesAction } from './follow-actions';

type Props = { actor: Actor | null; found: CommentWithContext; t: Translator };

/** Where a viewer follows the replies to a comment, or no longer. */
export async function FollowReplies({ actor, found, t }: Props) {
  if (found.status !== 'approved' || !found.post.isPublic || found.post.commentsMode === 'off') return null;
  const follows = actor !== null && (await isFollowingReplies(actor, found.comment.id));
  return (
    <section className="comment-actions" aria-labelledby="follow-replies">
      <h2 id="follow-replies">{t('follow.replies')}</h2>
      <p>{t(hintFor(actor, follows))}</p>
      <FieldsForm
        action={followRepliesAction}
        isOneOfSeveral
        hidden={{ commentId: found.comment.id, follow: follows ? 'no' : 'yes' }}
        fields={[]}
        submit={follows ? t('follow.unfollow') : t('follow.followReplies')}
        tone="plain"
      />
    </section>
  );
}

function hintFor(actor: Actor | null, follows: boolean) {
  if (follows) return 'follow.toldOfReplies';
  return actor ? 'follow.wouldBeToldOfReplies' : 'follow.repliesSignIn';
}
