import 'server-only';
import type { Tx } from '@/lib/database/db';
import { columnSelect } from '@/lib/posts/fields/post-columns';
import type { Prisma } from '@/prisma/generated/sqlite/client';

const KEYS_PER_READ = 2_000;
/** Bodies held at a time. */
const POSTS_PER_READ = 50;

/** What orders posts and names them in other rows. */
export type PostKey = { id: string; type: string; slug: string; feedId: string };

const postSelect = {
  ...columnSelect,
  id: true,
  type: true,
  slug: true,
  feedId: true,
  status: true,
  statusBeforeTrash: true,
  publishAt: true,
  firstPublishedAt: true,
  unpublishAt: true,
  createdAt: true,
  contentUpdatedAt: true,
  pinnedAt: true,
  menuOrder: true,
  seriesPosition: true,
  series: { select: { title: true } },
  commentsLockedReason: true,
  commentCount: true,
  bodyText: true,
  enclosures: true,
  parent: { select: { slug: true } },
  cover: { select: { id: true, key: true, variants: true } },
  authors: {
    orderBy: { position: 'asc' },
    select: { user: { select: { id: true, slug: true, name: true, deletedAt: true } } },
  },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { id: true, slug: true, name: true } } } },
} satisfies Prisma.PostSelect;

export type PostRow = Prisma.PostGetPayload<{ select: typeof postSelect }>;

/** Every post and page, posts first, in the order of their addresses, which is the same on every database. */
export async function listPosts(tx: Tx): Promise<PostKey[]> {
  const keys: PostKey[] = [];
  for (let after = ''; ;) {
    const rows = await tx.post.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: KEYS_PER_READ,
      select: { id: true, type: true, slug: true, feedId: true },
    });
    keys.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < KEYS_PER_READ) break;
    after = last.id;
  }
  return keys.sort((a, b) => (a.type === b.type ? compare(a.slug, b.slug) : a.type === 'post' ? -1 : 1));
}

/** The rows of these posts in their order, some at a time. */
export async function* readPosts(tx: Tx, keys: readonly PostKey[]): AsyncGenerator<PostRow[]> {
  for (let at = 0; at < keys.length; at += POSTS_PER_READ) {
    const ids = keys.slice(at, at + POSTS_PER_READ).map(({ id }) => id);
    const rows = await tx.post.findMany({ where: { id: { in: ids } }, select: postSelect });
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield ids.flatMap((id) => byId.get(id) ?? []);
  }
}

/** By code units: the order of texts in databases depends on their languages. */
export function compare(a: string, b: string) {
  return a < b ? -1 : a > b ? 1 : 0;
}
