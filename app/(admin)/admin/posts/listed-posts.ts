import 'server-only';
import type { ListedPost } from '@/components/admin/post-row';
import { sparkline } from '@/components/admin/chart-path';
import type { Text } from '@/components/text/text';
import { can, type Actor } from '@/lib/auth/actor';
import { queueQuery } from '@/lib/comments/queue-filter';
import type { listEditablePosts } from '@/lib/post-lists/admin-queries';
import { titleOf } from '@/lib/posts/title';
import { LISTED_DAYS, listViewsByDay } from '@/lib/statistics/post-queries';
import { countViews } from '@/lib/statistics/queries';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

type Listed = Awaited<ReturnType<typeof listEditablePosts>>['posts'];

/** The posts of a list as their table shows them. */
export async function toListedPosts(
  actor: Actor,
  posts: Listed,
  { timeZone, t }: { timeZone: string; t: Text },
): Promise<ListedPost[]> {
  const ids = posts.map(({ id }) => id);
  const [views, byDay] = await Promise.all([countViews(ids), listViewsByDay(ids, { timeZone, days: LISTED_DAYS })]);
  const momentOf = (moment: Date) => shortMoment(moment, { timeZone, language: t.language });
  const moderates = can(actor, 'comments.moderate');
  return posts.map((post) => ({
    id: post.id,
    title: titleOf(post),
    href: paths.admin.post(post.id),
    publicHref: post.state === 'Published' ? paths.post(post.slug) : null,
    thumbnail: post.thumbnail && paths.upload(post.thumbnail),
    state: post.state,
    hasPendingChange: post.hasPendingChange,
    isPinned: post.pinnedAt !== null,
    byline: post.authors.map(({ name }) => name).join(', '),
    tags: post.tags.map(({ name }) => name).join(', '),
    published: post.publishAt ? momentOf(post.publishAt) : '',
    changed: momentOf(post.updatedAt),
    comments: {
      count: post.commentCount,
      href: moderates ? paths.admin.comments(queueQuery({ state: 'all', post: post.id })) : null,
    },
    views: viewsOf(views.get(post.id) ?? 0, byDay.get(post.id) ?? [], { href: paths.admin.postStatistics(post.id), t }),
  }));
}

function viewsOf(total: number, days: readonly number[], { href, t }: { href: string; t: Text }) {
  if (total === 0) return null;
  const recent = days.reduce((sum, count) => sum + count, 0);
  const words = t('{total, plural, one {# view} other {# views}}, {recent} in {days} days', {
    total,
    recent: recent.toLocaleString(t.language),
    days: LISTED_DAYS,
  });
  return { count: total.toLocaleString(t.language), words, href, path: sparkline(days) };
}
