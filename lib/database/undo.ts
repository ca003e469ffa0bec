import 'server-only';
import type { z } from 'zod';
import { newId } from '@/lib/platform/ids';
import { db, type Tx } from './db';

/** How long a deletion or a moderation can be undone. */
export const UNDO_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

type Kind = 'comment.moderation' | 'redirects.removed' | 'series.removal' | 'tag.removal';

/** Stores what undoes a change, for a week, and returns its id. */
export async function storeUndo(tx: Tx, kind: Kind, data: unknown, now: Date) {
  const id = newId();
  const expiresAt = new Date(now.getTime() + UNDO_DAYS * DAY_MS);
  const row = { id, kind, data: JSON.stringify(data), createdAt: now, expiresAt };
  await tx.undo.create({ data: row, select: { id: true } });
  return id;
}

type Wanted<T> = { id: string; kind: Kind; schema: z.ZodType<T>; now: Date };

/** What undoes a change; null if it can no longer be undone. */
export async function findUndo<T>(database: Pick<Tx, 'undo'>, { id, kind, schema, now }: Wanted<T>): Promise<T | null> {
  const where = { id, kind, expiresAt: { gt: now } };
  const row = await database.undo.findFirst({ where, select: { data: true } });
  return row && schema.parse(JSON.parse(row.data));
}

/** Forgets what undoes a change, once that is undone. */
export async function deleteUndo(tx: Tx, id: string) {
  await tx.undo.delete({ where: { id }, select: { id: true } });
}

/** Deletes expired undo records. */
export async function sweepUndo(now = new Date()) {
  await db.undo.deleteMany({ where: { expiresAt: { lt: now } } });
}
