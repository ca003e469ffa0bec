import 'server-only';
import { db, readDb } from '@/lib/database/db';
import { getSettings } from '@/lib/settings/queries';
import { undoPeriodOf } from './undo-period';

const SLICE = 500;

/** Deletes what undoing an import would restore, once it is too late for that. What was imported and the report stay. */
export async function forgetUndo(now = new Date()): Promise<void> {
  const { timeZone } = await getSettings();
  const batches = await readDb.importBatch.findMany({
    where: { undoForgottenAt: null, finishedAt: { lt: now } },
    select: { id: true, createdAt: true, finishedAt: true, undoForgottenAt: true },
  });
  for (const batch of batches.filter((one) => undoPeriodOf(one, { timeZone, now }).isOver)) {
    // First: an import whose states are partly deleted is not undone any more.
    await db.importBatch.update({ where: { id: batch.id }, data: { undoForgottenAt: now }, select: { id: true } });
    await forgetStates(batch.id);
  }
}

async function forgetStates(batchId: string) {
  for (const kind of ['post', 'comment']) {
    for (let after = ''; ;) {
      const items = await readDb.importItem.findMany({
        where: { batchId, kind, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: SLICE,
        select: { id: true },
      });
      const ids = items.map(({ id }) => id);
      await db.importItem.updateMany({ where: { id: { in: ids }, before: { not: '' } }, data: { before: '' } });
      after = ids.at(-1) ?? '';
      if (ids.length < SLICE) break;
    }
  }
}
