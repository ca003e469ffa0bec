import 'server-only';
import type { ListedPost } from '@/components/admin/post-row';
import { sparkline } from '@/components/admin/chart-path';
import type { Text } from '@/components/text/text';
import { can, type Actor } from '@/lib/auth/actor';
import { queueQuery } from '@/lib/comments/queue-filter';
import type { listPosts } from '@/lib/post-lists/admin-queries';
import { listPagesBelow } from '@/lib/posts/publishing/page-tree';
import { depthOf } from '@/lib/posts/publishing/slugs';
import { titleOf } from '@/lib/posts/title';
import { LISTED_DAYS, listViewsByDay } from '@/lib/statistics/post-queries';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { percentDecoded } from '@/lib/web/percent-decoding';

type Listed = Awaited<ReturnType<typeof listPosts>>['posts'];

/** The posts of a list as their table shows them. */
export async function toListedPosts(
  actor: Actor,
  posts: Listed,
  { timeZone, t, isTree, quickHref }: { timeZone: string; t: Text; isTree: boolean; quickHref: (id: string) => string },
): Promise<ListedPost[]> {
  const ids = posts.map(({ id }) => id);
  const [byDay, below] = await Promise.all([
    listViewsByDay(ids, { timeZone, days: LISTED_DAYS }),
    listPagesBelow(posts.filter(({ type }) => type === 'page').map(({ id }) => id)),
  ]);
  const momentOf = (moment: Date) => shortMoment(moment, { timeZone, language: t.language });
  const moderates = can(actor, 'comments.moderate');
  const ordered = isTree ? posts.toSorted((a, b) => (inTree(a.slug) < inTree(b.slug) ? -1 : 1)) : posts;
  return ordered.map((post) => ({
    id: post.id,
    depth: isTree ? depthOf(post.slug) - 1 : 0,
    below: below.get(post.id) ?? [],
    title: titleOf(post),
    href: post.isEditable ? paths.admin.post(post.id) : null,
    notesHref: paths.admin.postNotes(post.id),
    quickHref: post.isEditable && post.state !== 'Trash' ? quickHref(post.id) : null,
    publicHref: post.state === 'Published' ? paths.post(post.slug) : null,
    thumbnail: post.thumbnail && paths.upload(post.thumbnail),
    thumbnailPosition: post.thumbnailPosition,
    state: post.state,
    hasPendingChange: post.hasPendingChange,
    isPinned: post.pinnedAt !== null,
    byline: post.authors.map(({ name }) => name).join(', '),
    tags: isTree && post.slug.includes('/') ? readableAddress(post.slug) : post.tags.map(({ name }) => name).join(', '),
    published: post.publishAt ? momentOf(post.publishAt) : '',
    changed: momentOf(post.updatedAt),
    comments: {
      count: post.commentCount,
      href: moderates ? paths.admin.comments(queueQuery({ state: 'all', post: post.id })) : null,
    },
    views: post.isEditable
      ? viewsOf(post.viewCount, byDay.get(post.id) ?? [], { href: paths.admin.postStatistics(post.id), t })
      : null,
  }));
}

// A page stands before those below it, and these before its neighbours.
function inTree(slug: string) {
  return slug.replaceAll('/', '\0');
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

/** As browsers show it: with letters of every script. */
function readableAddress(slug: string) {
  const address = paths.post(slug);
  return percentDecoded(address) ?? address;
}
