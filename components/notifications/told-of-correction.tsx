import { Message } from '@/components/layout/message';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import type { ListedNotification } from '@/lib/notifications/queries';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { Opening } from './opening';

type OfComment = Extract<ListedNotification, { about: 'comment' }>;

type Props = {
  correction: NonNullable<OfComment['correction']>;
  notification: OfComment;
  t: Translator;
  open: Action;
};

/** What became of a correction that the reader suggested, and the editor's note. */
export function ToldOfCorrection({ correction: { id, status, note }, notification, t, open }: Props) {
  const { post, commentId, isRead } = notification;
  const isAccepted = status === 'accepted';
  const href = isAccepted ? paths.correction(post.slug, id) : paths.comment(post.slug, commentId);
  const title = <bdi>{titleOf(post)}</bdi>;
  const sentence = isAccepted ? 'corrections.toldAccepted' : 'corrections.toldDeclined';
  return (
    <>
      <Opening id={notification.id} href={href} isRead={isRead} action={open}>
        <Message parts={t.parts(sentence, { title })} />
      </Opening>
      {note && <p dir="auto">{t(isAccepted ? 'corrections.articleNote' : 'corrections.note', { note })}</p>}
    </>
  );
}
