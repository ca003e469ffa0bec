import 'server-only';
import { z } from 'zod';
import { readDb, db, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { commentStatuses } from './comment';
import { outcomes } from './reports/report';

export const UNDO_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

const status = z.enum(commentStatuses);
const outcome = z.enum(outcomes);
const change = z.object({
  id: z.string(),
  from: status,
  to: status,
  deletedBy: z.string(),
  beforeDelete: z.string(),
  /** What it decided about reports on the comment. */
  reports: z.object({ from: outcome, to: outcome }).optional(),
});

export type Change = z.output<typeof change>;

/** Stores what undoes a moderation, for a week, and returns its id. */
export async function storeUndo(tx: Tx, changes: readonly Change[], now: Date) {
  const id = newId();
  const data = JSON.stringify(z.array(change).parse(changes));
  await tx.undo.create({
    data: {
      id,
      kind: 'comment.moderation',
      data,
      createdAt: now,
      expiresAt: new Date(now.getTime() + UNDO_DAYS * DAY_MS),
    },
    select: { id: true },
  });
  return id;
}

/** The changes of a moderation; empty if it can no longer be undone. */
export async function findUndo(id: string, now: Date): Promise<Change[]> {
  const row = await readDb.undo.findFirst({
    where: { id, kind: 'comment.moderation', expiresAt: { gt: now } },
    select: { data: true },
  });
  return row ? z.array(change).parse(JSON.parse(row.data)) : [];
}

/** Deletes expired undo records. */
export async function sweepUndo(now = new Date()) {
  await db.undo.deleteMany({ where: { expiresAt: { lt: now } } });
}
