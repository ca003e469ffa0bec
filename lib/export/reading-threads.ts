import 'server-only';
import { createHash } from 'node:crypto';
import type { Tx } from '@/lib/database/db';
import { inThreadOrder } from '@/lib/import/pipeline/threads';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { PostKey } from './reading-posts';

const HEADS_PER_READ = 5_000;
const COMMENTS_PER_READ = 500;
const POSTS_PER_READ = 200;

const commentSelect = {
  id: true,
  type: true,
  status: true,
  authorName: true,
  authorUrl: true,
  format: true,
  body: true,
  bodyHtml: true,
  createdAt: true,
  editedAt: true,
  pinnedAt: true,
  pickedAt: true,
  deletedBy: true,
  author: { select: { id: true, slug: true, name: true, email: true, deletedAt: true } },
} satisfies Prisma.CommentSelect;

export type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentSelect }>;
/** `key` and `parentKey` are the same wherever the comment is stored; `leadsToSeen`: an approved reply is below it. */
export type ThreadComment = CommentRow & { key: string; parentKey: string | null; leadsToSeen: boolean };
type Head = {
  sourceId: string;
  parentSourceId: string | null;
  createdAt: Date | null;
  at: number;
  isApproved: boolean;
};
type Placed = { id: string; key: string; parentKey: string | null; leadsToSeen: boolean };

/** Every comment of these posts: post by post, parents before their replies, older before newer. */
export async function* readThreads(
  tx: Tx,
  posts: readonly PostKey[],
): AsyncGenerator<{ post: PostKey; comments: ThreadComment[] }> {
  for (let at = 0; at < posts.length; at += POSTS_PER_READ) {
    const some = posts.slice(at, at + POSTS_PER_READ);
    const commented = await postsWithComments(tx, some);
    for (const post of some) {
      if (!commented.has(post.id)) continue;
      const placed = placedOf(post, await readHeads(tx, post.id));
      for (let first = 0; first < placed.length; first += COMMENTS_PER_READ)
        yield { post, comments: await readComments(tx, placed.slice(first, first + COMMENTS_PER_READ)) };
    }
  }
}

/** The ids of those posts that have comments, in whatever state. */
export async function postsWithComments(tx: Tx, posts: readonly Pick<PostKey, 'id'>[]) {
  const ids = posts.map(({ id }) => id);
  const rows = await tx.comment.groupBy({ by: ['postId'], where: { postId: { in: ids } }, _count: { id: true } });
  return new Set(rows.map(({ postId }) => postId));
}

async function readHeads(tx: Tx, postId: string): Promise<Head[]> {
  const heads: Head[] = [];
  for (let after = ''; ;) {
    const rows = await tx.comment.findMany({
      where: { postId, path: { gt: after } },
      orderBy: { path: 'asc' },
      take: HEADS_PER_READ,
      select: { id: true, parentId: true, createdAt: true, path: true, status: true },
    });
    for (const { id, parentId, createdAt, status } of rows)
      heads.push({
        sourceId: id,
        parentSourceId: parentId,
        createdAt,
        at: heads.length,
        isApproved: status === 'approved',
      });
    const last = rows.at(-1);
    if (!last || rows.length < HEADS_PER_READ) return heads;
    after = last.path;
  }
}

/** Rows have another id on each site: what a comment is called here follows from its post and its time. */
function placedOf({ feedId }: PostKey, heads: readonly Head[]): Placed[] {
  const keys = new Map<string, string>();
  const times = new Map<string, number>();
  const { ordered } = inThreadOrder(heads);
  const leading = new Set<string>();
  for (const { sourceId, parentSourceId, isApproved } of ordered.toReversed())
    if (parentSourceId !== null && (isApproved || leading.has(sourceId))) leading.add(parentSourceId);
  return ordered.map(({ sourceId: id, parentSourceId, createdAt }) => {
    const base = createHash('sha256').update(`${feedId} ${createdAt?.getTime()}`).digest('hex').slice(0, 16);
    const nth = (times.get(base) ?? 0) + 1;
    times.set(base, nth);
    const key = nth === 1 ? base : `${base}-${nth}`;
    keys.set(id, key);
    return { id, key, parentKey: keys.get(parentSourceId ?? '') ?? null, leadsToSeen: leading.has(id) };
  });
}

async function readComments(tx: Tx, placed: readonly Placed[]): Promise<ThreadComment[]> {
  const ids = placed.map(({ id }) => id);
  const rows = await tx.comment.findMany({ where: { id: { in: ids } }, select: commentSelect });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return placed.flatMap(({ id, ...place }) => {
    const row = byId.get(id);
    return row ? [{ ...row, ...place }] : [];
  });
}
