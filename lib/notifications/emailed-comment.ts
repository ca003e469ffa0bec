import 'server-only';
import { readDb } from '@/lib/database/db';
import { publicWhere } from '@/lib/posts/visibility';

export type EmailedComment = NonNullable<Awaited<ReturnType<typeof findEmailedComment>>>;

/** A comment as e-mails tell of it, or null if readers do not see it (any more). */
export function findEmailedComment(id: string) {
  return readDb.comment.findFirst({
    where: { id, type: 'comment', status: 'approved', post: publicWhere() },
    select: {
      id: true,
      postId: true,
      path: true,
      rootId: true,
      parentId: true,
      authorName: true,
      bodyHtml: true,
      author: { select: { name: true } },
      parent: { select: { bodyHtml: true, status: true } },
      post: { select: { title: true, slug: true } },
    },
  });
}
