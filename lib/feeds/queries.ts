import 'server-only';
import { reader } from '@/lib/db';
import type { FeedComment } from './comment-feed';

/** How many comments a feed holds. */
const COMMENTS = 50;

/** The newest visible comments on a post. */
export async function listFeedComments(postId: string): Promise<FeedComment[]> {
  const rows = await reader.comment.findMany({
    where: { postId, status: 'approved', type: 'comment' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: COMMENTS,
    select: {
      id: true,
      bodyHtml: true,
      authorName: true,
      createdAt: true,
      editedAt: true,
      author: { select: { name: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    html: row.bodyHtml,
    authorName: row.author?.name || row.authorName || 'Somebody',
    createdAt: row.createdAt,
    changedAt: row.editedAt ?? row.createdAt,
  }));
}
