import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { insertInvalidation } from '@/lib/caching/invalidation-polling';
import { caches } from '@/lib/caching/process-caches';
import { afterCommit, beforeCommit, transaction, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/outbox/queueing';
import { auditRowsOf } from './audit';
import type { DomainEvent } from './event';
import { tagsFor } from './invalidation';
import { jobsFor } from './subscribers';

/** A group of writes: whether it made a page stale, and the tags that wait for its end. */
type EventBatch = { hasChangedPages: boolean; waiting: Set<string> | null };

const collected = new WeakMap<Tx, DomainEvent[]>();
const batches = new AsyncLocalStorage<EventBatch>();

/**
 * Records an event in the transaction that makes it happen. At the end, in the same transaction, the audit log and the
 * outbox of subscribers are written; after the commit, and before `transaction` returns, the pages that depend on it
 * are stale in every process. If it is rolled back, it never happened. The events of one transaction share their
 * statements, so an import emits them in batches and a comment needs no row of its own.
 */
export function emit(tx: Tx, events: DomainEvent | readonly DomainEvent[]) {
  const list = collected.get(tx) ?? beginCollecting(tx);
  list.push(...[events].flat());
}

/** The same for data written row by row, each in a separate transaction. */
export function publish(events: DomainEvent | readonly DomainEvent[]): Promise<void> {
  return transaction(async (tx) => emit(tx, events));
}

/** Makes stale in this process alone what each process notices by itself: a moment that has come. */
export function noticeHere(event: DomainEvent) {
  caches.clock.invalidate(tagsFor(event));
}

/** Groups many writes: what they make stale is announced once, at the end, even if the last of them fails. */
export async function together<T>(work: () => Promise<T>): Promise<T> {
  const waiting = new Set<string>();
  try {
    return await batches.run({ hasChangedPages: false, waiting }, work);
  } finally {
    if (waiting.size > 0) await makeStale([...waiting]);
  }
}

/** Does something and answers, at any time, whether it has made a page stale so far. */
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
  // Should this process end between the commit and the next line, the others read it here.
  await insertInvalidation(tagsFor(...events), tx);
}

async function makeStale(tags: readonly string[]) {
  const batch = batches.getStore();
  if (tags.length === 0) return;
  if (batch?.waiting) {
    for (const tag of tags) batch.waiting.add(tag);
    return;
  }
  if (batch) batch.hasChangedPages = true;
  await caches.invalidate(tags);
}
