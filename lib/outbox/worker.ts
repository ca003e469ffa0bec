import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { readDb, db } from '@/lib/database/db';
import { Backoff } from '@/lib/platform/backoff';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { keepLease, takeLease } from './leases';
import type { Priority } from './queueing';

/** Stable over attempts, so that duplicates can be detected downstream. */
export type OutboxJob = { id: string; createdAt: Date; attempt: number };

/** Unneeded: nothing was done, so the same fact may make a job again. */
export type JobResult = 'done' | 'unneeded';

export type OutboxHandlers = Record<string, (payload: unknown, job: OutboxJob) => Promise<JobResult>>;

/** About five hours; then the row keeps the last error. */
export const MAX_ATTEMPTS = 12;
const POLL_INTERVAL_MS = 500;
const MAX_BACKOFF_MS = 30_000;
const BATCH_SIZE = 20;
/** Until then a fact makes no second job. */
const RETENTION_MS = 30 * 24 * 60 * 60_000;

/** Processes the outbox until the returned function is called, which waits for the current job. */
export function startOutbox(handlers: OutboxHandlers) {
  const stopping = new AbortController();
  const worker = newId();
  const afterFailure = new Backoff({ first: POLL_INTERVAL_MS, longest: MAX_BACKOFF_MS });
  const work = async () => {
    if (!afterFailure.isOver) return 0;
    const did = await processJobs(handlers, worker, stopping.signal);
    afterFailure.end();
    return did;
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const did = await work().catch((error: unknown) => {
        afterFailure.begin();
        log.warn({ event: 'outbox_unreachable', error }, 'outbox unreachable');
        return 0;
      });
      if (did === 0) await pause(POLL_INTERVAL_MS, null, { signal: stopping.signal, ref: false }).catch(() => null);
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Processes due jobs one by one, urgent ones first and between any two of bulk; returns their number. Several workers may run. */
export async function processJobs(handlers: OutboxHandlers, worker: string, signal?: AbortSignal): Promise<number> {
  let did = await processUrgent(handlers, worker, signal);
  for (const { id } of await listDue('bulk')) {
    if (signal?.aborted) break;
    if (await workOn(id, handlers, worker)) did += 1;
    did += await processUrgent(handlers, worker, signal);
  }
  return did;
}

export async function deleteFinishedJobs() {
  await db.outbox.deleteMany({ where: { doneAt: { lt: new Date(Date.now() - RETENTION_MS) } } });
}

// One batch at most, so that urgent jobs without end do not stop those of bulk.
async function processUrgent(handlers: OutboxHandlers, worker: string, signal: AbortSignal | undefined) {
  let did = 0;
  for (const { id } of await listDue('urgent')) {
    if (signal?.aborted) break;
    if (await workOn(id, handlers, worker)) did += 1;
  }
  return did;
}

function listDue(priority: Priority) {
  return readDb.outbox.findMany({
    where: { doneAt: null, priority, availableAt: { lte: new Date() } },
    orderBy: { availableAt: 'asc' },
    take: BATCH_SIZE,
    select: { id: true },
  });
}

async function workOn(id: string, handlers: OutboxHandlers, worker: string) {
  if (!(await takeLease(id, worker))) return false;
  const stopKeeping = keepLease(id, worker);
  try {
    await handle(id, handlers, worker);
  } finally {
    stopKeeping();
  }
  return true;
}

async function handle(id: string, handlers: OutboxHandlers, worker: string) {
  const row = await db.outbox.findUniqueOrThrow({
    where: { id },
    select: { event: true, payload: true, attempts: true, createdAt: true },
  });
  try {
    const handler = handlers[row.event];
    if (!handler) throw new Error(`No handler is registered for "${row.event}".`);
    const result = await handler(JSON.parse(row.payload), { id, createdAt: row.createdAt, attempt: row.attempts });
    if (result === 'unneeded') await forget(id, worker);
    else await settle(id, worker, { doneAt: new Date(), payload: '{}', lastError: '' });
  } catch (error) {
    await postpone(id, worker, row.attempts, error);
  }
}

async function postpone(id: string, worker: string, attempts: number, error: unknown) {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  const hasGivenUp = attempts >= MAX_ATTEMPTS;
  log.warn({ event: 'outbox_failed', id, attempts, hasGivenUp, error }, 'outbox job failed');
  const wait = Math.min(2 ** attempts * 5_000, 2 * 60 * 60_000);
  await settle(
    id,
    worker,
    hasGivenUp
      ? { doneAt: new Date(), payload: '{}', lastError }
      : { availableAt: new Date(Date.now() + wait), lastError },
  );
}

async function forget(id: string, worker: string) {
  await db.outbox.deleteMany({ where: { id, leaseOwner: worker, doneAt: null } });
}

type Outcome = { doneAt?: Date; availableAt?: Date; payload?: string; lastError: string };

// Only while the lease is ours: if it expired, another worker has the job.
async function settle(id: string, worker: string, outcome: Outcome) {
  await db.outbox.updateMany({
    where: { id, leaseOwner: worker, doneAt: null },
    data: { ...outcome, leasedUntil: null, leaseOwner: '' },
  });
}
