import 'server-only';
import { createHash } from 'node:crypto';
import type { Tx } from '@/lib/database/db';
import { inThreadOrder } from '@/lib/import/pipeline/threads';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { PostKey } from './reading-posts';

const HEADS_PER_READ = 5_000;
const COMMENTS_PER_READ = 500;
const POSTS_PER_READ = 200;

const headSelect = { id: true, parentId: true, createdAt: true, status: true } as const;

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
type HeadRow = Pick<CommentRow, 'id' | 'createdAt' | 'status'> & { parentId: string | null };
type Head = {
  sourceId: string;
  parentSourceId: string | null;
  createdAt: Date | null;
  at: number;
  isApproved: boolean;
};
type Placed = { id: string; key: string; parentKey: string | null; leadsToSeen: boolean };

type Thread<P> = { post: P; comments: ThreadComment[] };
type Commented = Pick<PostKey, 'id' | 'feedId'>;

/** Posts with an iterable of their comments, to be read before the next post is asked for or not at all. */
export async function* withThreads<P extends Commented>(
  tx: Tx,
  posts: readonly P[],
): AsyncGenerator<{ post: P; threads: AsyncIterable<ThreadComment[]> }> {
  const all = readThreads(tx, posts);
  let next = await all.next();
  async function* threadsOf(post: P) {
    for (; !next.done && next.value.post === post; next = await all.next()) yield next.value.comments;
  }
  for (const post of posts) {
    yield { post, threads: threadsOf(post) };
    while (!next.done && next.value.post === post) next = await all.next();
  }
}

/** Every comment of these posts: post by post, parents before their replies, older before newer. */
export async function* readThreads<P extends Commented>(tx: Tx, posts: readonly P[]): AsyncGenerator<Thread<P>> {
  for (let at = 0; at < posts.length; at += POSTS_PER_READ) {
    const some = posts.slice(at, at + POSTS_PER_READ);
    const counts = await countComments(tx, some);
    let short: P[] = [];
    let held = 0;
    for (const post of some) {
      const count = counts.get(post.id) ?? 0;
      if (held + count > COMMENTS_PER_READ) {
        yield* readShort(tx, short);
        short = [];
        held = 0;
      }
      if (count > COMMENTS_PER_READ) yield* readLong(tx, post);
      else if (count > 0) short.push(post);
      held = short.length > 0 ? held + count : 0;
    }
    yield* readShort(tx, short);
  }
}

/** Of those posts that have comments, in whatever state. */
async function countComments(tx: Tx, posts: readonly Commented[]) {
  const ids = posts.map(({ id }) => id);
  const rows = await tx.comment.groupBy({ by: ['postId'], where: { postId: { in: ids } }, _count: { id: true } });
  return new Map(rows.map(({ postId, _count }) => [postId, _count.id]));
}

/** Threads that are read together: a statement for each of a hundred thousand posts takes most of an export. */
async function* readShort<P extends Commented>(tx: Tx, posts: readonly P[]): AsyncGenerator<Thread<P>> {
  if (posts.length === 0) return;
  const rows = await tx.comment.findMany({
    where: { postId: { in: posts.map(({ id }) => id) } },
    orderBy: [{ postId: 'asc' }, { path: 'asc' }],
    select: { ...commentSelect, postId: true, parentId: true },
  });
  const byPost = Map.groupBy(rows, ({ postId }) => postId);
  for (const post of posts) {
    const own = byPost.get(post.id);
    if (own) yield { post, comments: inPlace(own, placedOf(post, own.map(headOf))) };
  }
}

/** A thread that is larger than what is held. */
async function* readLong<P extends Commented>(tx: Tx, post: P): AsyncGenerator<Thread<P>> {
  const placed = placedOf(post, await readHeads(tx, post.id));
  for (let first = 0; first < placed.length; first += COMMENTS_PER_READ)
    yield { post, comments: await readComments(tx, placed.slice(first, first + COMMENTS_PER_READ)) };
}

async function readHeads(tx: Tx, postId: string): Promise<Head[]> {
  const heads: Head[] = [];
  for (let after = ''; ;) {
    const rows = await tx.comment.findMany({
      where: { postId, path: { gt: after } },
      orderBy: { path: 'asc' },
      take: HEADS_PER_READ,
      select: { ...headSelect, path: true },
    });
    for (const row of rows) heads.push(headOf(row, heads.length));
    const last = rows.at(-1);
    if (!last || rows.length < HEADS_PER_READ) return heads;
    after = last.path;
  }
}

function headOf({ id, parentId, createdAt, status }: HeadRow, at: number): Head {
  return { sourceId: id, parentSourceId: parentId, createdAt, at, isApproved: status === 'approved' };
}

/** Rows have another id on each site: what a comment is called here follows from its post and its time. */
function placedOf({ feedId }: Commented, heads: readonly Head[]): Placed[] {
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
  return inPlace(await tx.comment.findMany({ where: { id: { in: ids } }, select: commentSelect }), placed);
}

function inPlace(rows: readonly CommentRow[], placed: readonly Placed[]): ThreadComment[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return placed.flatMap(({ id, ...place }) => {
    const row = byId.get(id);
    return row ? [{ ...row, ...place }] : [];
  });
}
