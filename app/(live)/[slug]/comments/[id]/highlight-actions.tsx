import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { pickCommentAction, pinCommentAction } from '@/app/(admin)/admin/comments/actions';

/** Pins a comment above its thread, or marks it as the author's pick; the same buttons undo it. */
export function HighlightActions({ found: { comment, can } }: { found: CommentWithContext }) {
  const t = useText();
  if (!can.pin && !can.pick) return null;
  return (
    <section className="comment-actions" aria-labelledby="highlight">
      <h2 id="highlight">{t('Highlight')}</h2>
      <div className="comment-actions__row">
        {can.pin && (
          <ActionForm action={pinCommentAction} fields={{ id: comment.id, intent: comment.isPinned ? 'unpin' : 'pin' }}>
            <button className="button">{comment.isPinned ? t('Unpin') : t('Pin above the thread')}</button>
          </ActionForm>
        )}
        {can.pick && (
          <ActionForm
            action={pickCommentAction}
            fields={{ id: comment.id, intent: comment.isPicked ? 'unpick' : 'pick' }}
          >
            <button className="button">
              {comment.isPicked ? t('Unmark as author’s pick') : t('Mark as author’s pick')}
            </button>
          </ActionForm>
        )}
      </div>
    </section>
  );
}
