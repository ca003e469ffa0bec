import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { postOfLikes } from '@/lib/caching/cache-tags';
import { insertInvalidation } from '@/lib/caching/invalidation-polling';
import { caches } from '@/lib/caching/process-caches';
import { afterCommit, beforeCommit, transaction, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/outbox/queueing';
import { auditRowsOf } from './audit';
import type { DomainEvent } from './event';
import { tagsFor } from './invalidation';
import { jobsFor } from './subscribers';

type EventBatch = { hasChangedPages: boolean; waiting: Set<string> | null };

const collected = new WeakMap<Tx, DomainEvent[]>();
const batches = new AsyncLocalStorage<EventBatch>();

/** Records an event in its transaction; pages are stale everywhere once `transaction` returns. */
export function emit(tx: Tx, events: DomainEvent | readonly DomainEvent[]) {
  const list = collected.get(tx) ?? beginCollecting(tx);
  list.push(...[events].flat());
}

/** The same for data written row by row, each in a separate transaction. */
export function publish(events: DomainEvent | readonly DomainEvent[]): Promise<void> {
  return transaction(async (tx) => emit(tx, events));
}

/** For events that each process detects itself: invalidates in this process only. */
export function noticeHere(event: DomainEvent) {
  caches.clock.invalidate(tagsFor(event));
}

/** Groups writes: their invalidations are sent once at the end, even after an error. */
export async function together<T>(work: () => Promise<T>): Promise<T> {
  const waiting = new Set<string>();
  try {
    return await batches.run({ hasChangedPages: false, waiting }, work);
  } finally {
    if (waiting.size > 0) await makeStale([...waiting]);
  }
}

/** Passes a function that tells whether a page has become stale so far. */
export function watchingChanges<T>(work: (hasChangedPages: () => boolean) => Promise<T>): Promise<T> {
  const batch: EventBatch = { hasChangedPages: false, waiting: null };
  return batches.run(batch, () => work(() => batch.hasChangedPages));
}

function beginCollecting(tx: Tx) {
  const events: DomainEvent[] = [];
  collected.set(tx, events);
  beforeCommit(tx, () => record(tx, events));
  afterCommit(tx, () => makeStale(tagsFor(...events)));
  return events;
}

async function record(tx: Tx, events: readonly DomainEvent[]) {
  const createdAt = new Date();
  const entries = events.flatMap(auditRowsOf).map((entry) => ({ ...entry, id: newId(), createdAt }));
  if (entries.length > 0) await tx.auditEntry.createMany({ data: entries });
  for (const event of events) for (const job of jobsFor(newId(), event)) await enqueue(job, tx);
  // Others read it from the log if this process dies after the commit.
  await insertInvalidation(tagsFor(...events), tx);
}

async function makeStale(tags: readonly string[]) {
  const batch = batches.getStore();
  if (tags.length === 0) return;
  if (batch?.waiting) {
    for (const tag of tags) batch.waiting.add(tag);
    return;
  }
  if (batch && !tags.every(postOfLikes)) batch.hasChangedPages = true;
  await caches.invalidate(tags);
}
