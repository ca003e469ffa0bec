import 'server-only';
import { ancestorPaths } from '@/lib/comments/path';
import type { Tx } from '@/lib/database/db';

/** Length of a path segment in base 36 (lib/comments/path.ts). */
const SEGMENT_LENGTH = 5;

type Counts = { childSeq: number; replyCount: number; descendantCount: number };

/** Recomputes a thread's counts from its comments after some were deleted. */
export async function recountThread(tx: Tx, postId: string) {
  const comments = await tx.comment.findMany({
    where: { postId },
    select: {
      id: true,
      parentId: true,
      path: true,
      status: true,
      type: true,
      childSeq: true,
      replyCount: true,
      descendantCount: true,
    },
  });
  const right = new Map(
    comments.map(({ path }) => [path, { childSeq: 0, replyCount: 0, descendantCount: 0 } as Counts]),
  );
  const pathById = new Map(comments.map(({ id, path }) => [id, path]));
  let commentSeq = 0;
  let commentCount = 0;
  for (const { path, parentId, status, type } of comments) {
    const number = Number.parseInt(path.slice(-SEGMENT_LENGTH), 36);
    const above = right.get(path.slice(0, -SEGMENT_LENGTH));
    if (above) above.childSeq = Math.max(above.childSeq, number);
    else commentSeq = Math.max(commentSeq, number);
    if (status !== 'approved' || type !== 'comment') continue;
    commentCount += 1;
    for (const ancestor of ancestorPaths(path)) right.get(ancestor)!.descendantCount += 1;
    const parent = right.get(pathById.get(parentId ?? '') ?? '');
    if (parent) parent.replyCount += 1;
  }
  await tx.$executeRaw`UPDATE "Post" SET "commentSeq" = ${commentSeq}, "commentCount" = ${commentCount} WHERE "id" = ${postId}`;
  for (const { id, path, ...now } of comments) {
    const { childSeq, replyCount, descendantCount } = right.get(path)!;
    if (now.childSeq === childSeq && now.replyCount === replyCount && now.descendantCount === descendantCount) continue;
    await tx.$executeRaw`UPDATE "Comment" SET "childSeq" = ${childSeq}, "replyCount" = ${replyCount}, "descendantCount" = ${descendantCount} WHERE "id" = ${id}`;
  }
}
