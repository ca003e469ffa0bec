import { ActionForm } from '@/components/comments/action-form';
import type { Translator } from '@/lib/i18n/translator';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { likeHereAction } from '@/app/(site)/[slug]/like-actions';

/** How many like a comment, and the button that says whether the viewer does. */
export function LikeHere({ found, t }: { found: CommentWithContext; t: Translator }) {
  const { comment, likeCount, isLiked, can } = found;
  if (!can.like && !likeCount) return null;
  return (
    <div className="like-here" id="like">
      {can.like && (
        <ActionForm action={likeHereAction} fields={{ [isLiked ? 'unlike' : 'like']: comment.id }}>
          <button className="button">{isLiked ? t('single.unlike') : t('single.like')}</button>
        </ActionForm>
      )}
      {Boolean(likeCount) && <p className="like-here__count">{t('comment.likes', { count: likeCount ?? 0 })}</p>}
    </div>
  );
}
