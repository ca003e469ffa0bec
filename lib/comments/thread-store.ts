import 'server-only';
import { Mutex } from 'async-mutex';
import { isPostgres, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { CommentStatus } from './comment';
import { ancestorPaths, childPath, depthOf, MAX_DEPTH, parentPath } from './path';
import { seen, visibilityEvents, type Transition } from './visibility';

export type PositionedComment = {
  id: string;
  postId: string;
  parentId: string | null;
  parent: { authorId: string | null } | null;
  path: string;
  type: string;
  status: string;
  authorId: string | null;
};
export const positionSelect = {
  id: true,
  postId: true,
  parentId: true,
  parent: { select: { authorId: true } },
  path: true,
  type: true,
  status: true,
  authorId: true,
} satisfies Prisma.CommentSelect;

export const statusChangeSelect = {
  ...positionSelect,
  statusBeforeDelete: true,
  deletedBy: true,
  deletedAt: true,
  createdAt: true,
} satisfies Prisma.CommentSelect;

type Parent = { id: string; path: string; rootId: string };

/** Serialises writers of a thread by locking the post's row first (no deadlocks). SQLite has one writer anyway. */
export async function lockThread(tx: Tx, postId: string) {
  if (!isPostgres()) return;
  await tx.$executeRaw`UPDATE "Post" SET "commentSeq" = "commentSeq" WHERE "id" = ${postId}`;
}

const locks = new Map<string, Mutex>();

// Queues a thread's writers before they take a connection, so that waiting ones do not exhaust the pool.
// `work` may release the lock once it has committed: the next writer need not wait for the invalidation.
export async function withLock<T>(postId: string, work: (endTurn: () => void) => Promise<T>): Promise<T> {
  if (!isPostgres()) return work(() => {});
  const turn = locks.get(postId) ?? new Mutex();
  locks.set(postId, turn);
  const endTurn = await turn.acquire();
  try {
    return await work(endTurn);
  } finally {
    endTurn();
    if (!turn.isLocked()) locks.delete(postId);
  }
}

/** The next free path below `parent`, or at the end of the thread. Numbers are never reused. */
export async function allocatePath(tx: Tx, postId: string, parent: Parent | null) {
  if (!parent) {
    const [post] = await tx.$queryRaw<{ commentSeq: number | bigint }[]>`
      UPDATE "Post" SET "commentSeq" = "commentSeq" + 1 WHERE "id" = ${postId} RETURNING "commentSeq"`;
    if (!post) throw new AppError('not_found', 'This post no longer exists.');
    return { path: childPath('', Number(post.commentSeq)), depth: 0, rootId: null };
  }
  const above = depthOf(parent.path) < MAX_DEPTH ? parent.path : parentPath(parent.path);
  const [row] = await tx.$queryRaw<{ childSeq: number | bigint }[]>`
    UPDATE "Comment" SET "childSeq" = "childSeq" + 1 WHERE "postId" = ${postId} AND "path" = ${above} RETURNING "childSeq"`;
  if (!row) throw new AppError('not_found', 'The comment you are replying to no longer exists.');
  const path = childPath(above, Number(row.childSeq));
  return { path, depth: depthOf(path), rootId: parent.rootId };
}

type StatusChange = {
  /** Null: the system. */
  by: string | null;
  data: Omit<Prisma.CommentUncheckedUpdateManyInput, 'status'> & { status: CommentStatus };
};

/** Changes a comment's status and every count that depends on its visibility. */
export async function changeStatus(tx: Tx, comment: PositionedComment, { by, data }: StatusChange) {
  const { count } = await tx.comment.updateMany({ where: { id: comment.id, status: comment.status }, data });
  if (count === 0)
    throw new AppError('conflict', 'Someone else changed this comment a moment ago. Please check it again.');
  const difference = seen(data.status) - seen(comment.status);
  if (difference !== 0) await adjustCounts(tx, comment, difference);
  emitVisibility(tx, { ...comment, status: data.status }, { from: comment.status, by });
}

/** Emits the events of a comment's visibility; every status change calls this. */
export function emitVisibility(tx: Tx, comment: PositionedComment, transition: Transition) {
  emit(tx, visibilityEvents(comment, transition));
}

/** Adds `by` to the counts of the post and all ancestors. Mentions are never counted. */
export async function adjustCounts(
  tx: Tx,
  comment: Omit<PositionedComment, 'status' | 'id' | 'authorId' | 'parent'>,
  by: number,
) {
  if (comment.type !== 'comment') return;
  await tx.$executeRaw`UPDATE "Post" SET "commentCount" = "commentCount" + ${by} WHERE "id" = ${comment.postId}`;
  const paths = ancestorPaths(comment.path);
  if (paths.length === 0) return;
  await tx.comment.updateMany({
    where: { postId: comment.postId, path: { in: paths } },
    data: { descendantCount: { increment: by } },
  });
  await tx.comment.updateMany({ where: { id: comment.parentId ?? '' }, data: { replyCount: { increment: by } } });
}
