import { Message } from '@/components/layout/message';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { FollowedList } from './followed-list';

type Props = {
  comments: { id: string; author: string; post: { title: string; slug: string } }[];
  action: Action;
  t: Translator;
};

/** The comments whose replies somebody follows, each with a button to end it. */
export function FollowedComments({ comments, action, t }: Props) {
  const followed = comments.map(({ id, author, post }) => ({
    id,
    href: paths.comment(post.slug, id),
    words: (
      <Message
        parts={t.parts('notifications.repliesTo', {
          name: <bdi key="name">{author}</bdi>,
          title: <bdi key="title">{titleOf(post)}</bdi>,
        })}
      />
    ),
    fields: { commentId: id },
    label: t('notifications.unfollowReplies', { name: author, title: titleOf(post) }),
  }));
  return (
    <FollowedList
      headingId="followed-comments-head"
      heading={t('notifications.followedComments')}
      {...{ followed, action, t }}
    />
  );
}
