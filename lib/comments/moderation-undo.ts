import 'server-only';
import { z } from 'zod';
import { readDb, type Tx } from '@/lib/database/db';
import { findUndo, storeUndo } from '@/lib/database/undo';
import { commentStatuses } from './comment';
import { outcomes } from './reports/report';

const kind = 'comment.moderation';
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

/** Stores what undoes a moderation and returns its id. */
export const storeChanges = (tx: Tx, changes: readonly Change[], now: Date) => storeUndo(tx, kind, changes, now);

/** The changes of a moderation; empty if it can no longer be undone. */
export async function findChanges(id: string, now: Date): Promise<Change[]> {
  return (await findUndo(readDb, { id, kind, schema: z.array(change), now })) ?? [];
}
