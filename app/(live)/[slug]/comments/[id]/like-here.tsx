import { ActionForm } from '@/components/comments/action-form';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { likeHereAction } from '@/app/(site)/[slug]/like-actions';

/** How many like a comment, and the button that says whether the viewer does. */
export function LikeHere({ found }: { found: CommentWithContext }) {
  const { comment, likeCount, isLiked, can } = found;
  const likes = likeCount === 1 ? '1 like' : `${likeCount} likes`;
  if (!can.like && !likeCount) return null;
  return (
    <div className="like-here" id="like">
      {can.like && (
        <ActionForm action={likeHereAction} fields={{ [isLiked ? 'unlike' : 'like']: comment.id }}>
          <button className="button">{isLiked ? 'Unlike' : 'Like'}</button>
        </ActionForm>
      )}
      {Boolean(likeCount) && <p className="like-here__count">{likes}</p>}
    </div>
  );
}
