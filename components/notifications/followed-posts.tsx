import { ActionForm } from '@/components/comments/action-form';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';

type Props = { posts: { id: string; title: string; slug: string }[]; action: Action; t: Translator };

/** The posts that somebody follows, each with a button to end it. */
export function FollowedPosts({ posts, action, t }: Props) {
  return (
    <section className="auth__part" aria-labelledby="followed-head">
      <h2 id="followed-head">{t('notifications.followedPosts')}</h2>
      <EarlierAnswer action={action} at="#followed-head" />
      <ul className="sessions">
        {posts.map((post) => (
          <li key={post.id} className="followed">
            <a href={paths.post(post.slug)} dir="auto">
              {titleOf(post)}
            </a>
            <ActionForm action={action} fields={{ postId: post.id }} at="#followed-head">
              <button
                className="button button--quiet"
                aria-label={t('notifications.unfollowPost', { title: titleOf(post) })}
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
