import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { FollowedList } from './followed-list';

type Props = { posts: { id: string; title: string; slug: string }[]; action: Action; t: Translator };

/** The posts that somebody follows, each with a button to end it. */
export function FollowedPosts({ posts, action, t }: Props) {
  const followed = posts.map((post) => ({
    id: post.id,
    href: paths.post(post.slug),
    words: titleOf(post),
    fields: { postId: post.id },
    label: t('notifications.unfollowPost', { title: titleOf(post) }),
  }));
  return (
    <FollowedList headingId="followed-head" heading={t('notifications.followedPosts')} {...{ followed, action, t }} />
  );
}
