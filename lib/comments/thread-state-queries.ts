import 'server-only';
import { readDb } from '@/lib/database/db';
import { findPolicyPost } from './policy-context';
import type { ThreadState } from './thread-state';

/** How many moments are told: more new comments than these are counted by their number alone. */
const MAX_MOMENTS = 100;

/** When the last comments of a thread appeared: written, approved or restored. One statement, by two indexes. */
export async function listMoments(postId: string): Promise<number[]> {
  const rows = await readDb.$queryRaw<{ createdAt: Date | string; moderatedAt: Date | string | null }[]>`
    SELECT * FROM (SELECT c."id", c."createdAt", c."moderatedAt" FROM "Comment" c
      WHERE c."postId" = ${postId} AND c."type" = 'comment' AND c."status" = 'approved'
      ORDER BY c."createdAt" DESC LIMIT ${MAX_MOMENTS}) written
    UNION SELECT * FROM (SELECT c."id", c."createdAt", c."moderatedAt" FROM "Comment" c
      WHERE c."postId" = ${postId} AND c."moderatedAt" IS NOT NULL AND c."type" = 'comment' AND c."status" = 'approved'
      ORDER BY c."moderatedAt" DESC LIMIT ${MAX_MOMENTS}) moderated`;
  const moments = rows.map(({ createdAt, moderatedAt }) => {
    return Math.max(new Date(createdAt).getTime(), moderatedAt === null ? 0 : new Date(moderatedAt).getTime());
  });
  return moments.toSorted((a, b) => b - a).slice(0, MAX_MOMENTS);
}

/** The state of a thread that everybody may read; null for any other. */
export async function findThreadState(postId: string, now = new Date()): Promise<ThreadState | null> {
  const [post, moments] = await Promise.all([findPolicyPost(readDb, postId, now), listMoments(postId)]);
  if (!post?.isPublic || post.commentsMode === 'off') return null;
  return { count: post.commentCount, moments };
}
