import 'server-only';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

/** Bulk: what goes to many people at once. Workers begin it only while nothing urgent is due. */
export type Priority = 'urgent' | 'bulk';

/** Payloads hold no secrets: the worker creates what it needs. */
export type OutboxEvent = {
  event: string;
  payload: Record<string, unknown>;
  dedupeKey?: string;
  priority?: Priority;
  /** It is not begun before. */
  notBefore?: Date;
};

/** Adds a job in the caller's transaction; equal `dedupeKey`s make one job. */
export async function enqueue(event: OutboxEvent, tx: Tx) {
  const id = newId();
  const now = new Date();
  const dedupeKey = event.dedupeKey ?? id;
  // One statement that two transactions may run at once with the same key: the second waits for the first and adds nothing.
  await tx.$executeRaw`
    INSERT INTO "Outbox" ("id", "event", "dedupeKey", "payload", "priority", "availableAt", "createdAt")
    VALUES (${id}, ${event.event}, ${dedupeKey}, ${JSON.stringify(event.payload)}, ${event.priority ?? 'urgent'},
      ${event.notBefore ?? now}, ${now})
    ON CONFLICT ("dedupeKey") DO NOTHING`;
}
