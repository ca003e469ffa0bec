import 'server-only';
import { z } from 'zod';
import { insertMissingRows } from '@/lib/database/bulk-insert';
import { readDb, transaction } from '@/lib/database/db';
import type { JobResult } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { CORRECTION } from './notification';

const job = z.object({ correctionId: z.string() });

/**
 * The outbox handler for a correction that an editor decided: tells its author on the site, once. The e-mail about it is a
 * job of its own (lib/events/subscribers.ts).
 */
export async function tellOfCorrection(payload: unknown): Promise<JobResult> {
  const { correctionId } = job.parse(payload);
  const correction = await readDb.correction.findUnique({
    where: { id: correctionId },
    select: { status: true, comment: { select: { id: true, author: { select: { id: true, deletedAt: true } } } } },
  });
  const author = correction?.comment?.author;
  if (!correction?.comment || !author || author.deletedAt || correction.status === 'open') return 'unneeded';
  const commentId = correction.comment.id;
  // Nobody is told of their own comment otherwise, so its row is free.
  const told = { id: newId(), userId: author.id, commentId, kind: CORRECTION, delivery: 'none', createdAt: new Date() };
  await transaction((tx) => insertMissingRows(tx, 'Notification', [told]));
  return 'done';
}
