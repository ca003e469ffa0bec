import 'server-only';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';

/** Lets posts accept comments again that the import had closed. */
export async function reopenPosts(batchId: string) {
  const closed = await readDb.importItem.findMany({
    where: { batchId, kind: 'thread' },
    select: { id: true, targetId: true, hash: true },
  });
  for (const { id, targetId, hash: commentsMode } of closed) {
    await transaction(async (tx) => {
      const { count } = await tx.post.updateMany({
        where: { id: targetId, commentsMode: 'closed' },
        data: { commentsMode },
      });
      await tx.importItem.delete({ where: { id }, select: { id: true } });
      if (count > 0) emit(tx, { type: 'import.comments-reverted', actorId: null, postId: targetId });
    });
  }
}
