import 'server-only';
import { readDb } from '@/lib/database/db';
import { publicSql } from '@/lib/posts/visibility';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { FeedComment } from './comment-feed';

const FEED_COMMENTS = 50;

const commentSelect = {
  id: true,
  bodyHtml: true,
  authorName: true,
  createdAt: true,
  editedAt: true,
  author: { select: { name: true } },
  parent: { select: { id: true, status: true } },
  post: { select: { id: true, slug: true, title: true, feedId: true } },
} satisfies Prisma.CommentSelect;

const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] satisfies Prisma.CommentOrderByWithRelationInput[];

/** The newest visible comments on a post. */
export async function listFeedComments(postId: string): Promise<FeedComment[]> {
  const rows = await readDb.comment.findMany({
    where: { postId, status: 'approved', type: 'comment' },
    orderBy: newestFirst,
    take: FEED_COMMENTS,
    select: commentSelect,
  });
  return rows.map(toFeedComment);
}

/** The newest visible comments on all public posts. */
export async function listNewestComments(): Promise<FeedComment[]> {
  // Reads the index by state and time, checking each post: Prisma would join all posts first.
  const newest = await readDb.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Comment" c
    WHERE c."status" = 'approved' AND c."type" = 'comment' AND (
      SELECT 1 FROM "Post" p WHERE p."id" = c."postId" AND p."commentsMode" <> 'off' AND ${publicSql()}) = 1
    ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${FEED_COMMENTS}`;
  const rows = await readDb.comment.findMany({
    where: { id: { in: newest.map(({ id }) => id) } },
    orderBy: newestFirst,
    select: commentSelect,
  });
  return rows.map(toFeedComment);
}

function toFeedComment(row: Prisma.CommentGetPayload<{ select: typeof commentSelect }>): FeedComment {
  return {
    id: row.id,
    parentId: row.parent?.status === 'approved' ? row.parent.id : null,
    html: row.bodyHtml,
    authorName: row.author?.name || row.authorName || 'Somebody',
    createdAt: row.createdAt,
    changedAt: row.editedAt ?? row.createdAt,
    post: row.post,
  };
}
