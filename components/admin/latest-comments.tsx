'use client';

import { useText } from '#text';
import { Avatar } from '@/components/users/avatar';
import { useFormAction } from '@/components/ui/use-form-action';
import type { Action } from '@/components/ui/action-errors';
import { StatusBadge } from './status-badge';
import { UndoNotice } from './undo-notice';

export type ShownComment = {
  id: string;
  name: string;
  avatarSeed: string;
  excerpt: string;
  postTitle: string;
  /** When it was written, as it is shown and for machines. */
  moment: string;
  at: string;
  isPending: boolean;
  href: string;
};

type Props = { comments: ShownComment[]; action: Action };

/** The last comments; those that await approval are approved here. */
export function LatestComments({ comments, action }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action);
  return (
    <>
      <UndoNotice state={state} action={formAction} />
      {comments.length === 0 && <p className="quiet">{t('No comments yet.')}</p>}
      <ol className="rows">
        {comments.map((comment) => (
          <li key={comment.id} className="row latest-comment">
            <Avatar seed={comment.avatarSeed} size={32} />
            <div className="row__main">
              <p className="row__meta">
                <bdi className="row__title">{comment.name || t('Anonymous')}</bdi>{' '}
                <span>{t.rich('on {post}', { post: <bdi key="post">{comment.postTitle}</bdi> })}</span>
              </p>
              <p className="latest-comment__text" dir="auto">
                <a href={comment.href}>{comment.excerpt || t('Comment without text')}</a>
              </p>
              <p className="row__meta">
                <time dateTime={comment.at}>{comment.moment}</time>{' '}
                {comment.isPending && <StatusBadge tone="waiting">{t('Pending')}</StatusBadge>}
              </p>
            </div>
            {comment.isPending && (
              <form action={formAction} className="row__side">
                <input type="hidden" name="id" value={comment.id} />
                <button className="button" name="intent" value="approve">
                  <span>{t('Approve')}</span>
                  <span className="hidden-visually">{t(' the comment by {name}', { name: comment.name })}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
