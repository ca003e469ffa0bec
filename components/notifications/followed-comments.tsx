import { ActionForm } from '@/components/comments/action-form';
import { Message } from '@/components/layout/message';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';

type Props = {
  comments: { id: string; author: string; post: { title: string; slug: string } }[];
  action: Action;
  t: Translator;
};

/** The comments whose replies somebody follows, each with a button to end it. */
export function FollowedComments({ comments, action, t }: Props) {
  return (
    <section className="auth__part" aria-labelledby="followed-comments-head">
      <h2 id="followed-comments-head">{t('notifications.followedComments')}</h2>
      <EarlierAnswer action={action} at="#followed-comments-head" />
      <ul className="sessions">
        {comments.map(({ id, author, post }) => (
          <li key={id} className="followed">
            <a href={paths.comment(post.slug, id)}>
              <Message
                parts={t.parts('notifications.repliesTo', {
                  name: <bdi key="name">{author}</bdi>,
                  title: <bdi key="title">{titleOf(post)}</bdi>,
                })}
              />
            </a>
            <ActionForm action={action} fields={{ commentId: id }} at="#followed-comments-head">
              <button
                className="button button--quiet"
                aria-label={t('notifications.unfollowReplies', { name: author, title: titleOf(post) })}
              >
                {t('notifications.unfollow')}
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
