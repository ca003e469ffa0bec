import 'server-only';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

/** A job to run after the commit. Payloads hold no secrets: the worker creates what it needs. */
export type OutboxEvent = { event: string; payload: Record<string, unknown>; dedupeKey?: string };

/** Writes down, in the caller's transaction, what must happen once it is committed. The same `dedupeKey` twice is one. */
export async function enqueue(event: OutboxEvent, tx: Tx) {
  const id = newId();
  const now = new Date();
  const dedupeKey = event.dedupeKey ?? id;
  await tx.outbox.upsert({
    where: { dedupeKey },
    update: {},
    create: {
      id,
      event: event.event,
      dedupeKey,
      payload: JSON.stringify(event.payload),
      availableAt: now,
      createdAt: now,
    },
  });
}
