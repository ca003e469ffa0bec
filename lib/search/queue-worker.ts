import 'server-only';
import { causesOf, databaseProblemIn } from '@/lib/database/problems';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { Backoff } from '@/lib/platform/backoff';
import { log } from '@/lib/platform/log';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { forgetFailures, recordFailure, recordTimeout, type Subject } from './failures';

export type WorkOptions = {
  atMost?: number;
  onProgress?: (indexed: number) => void;
  /** Tries again at once what had no time, until it is indexed or given up. */
  isPatient?: boolean;
};

type QueueName = 'SearchQueue' | 'FindQueue';
/** What a batch is about, and the rows of the queue that are done with it. */
export type Batch = { subjects: Subject[]; queueIds: (number | bigint)[] };

/** A queue and how what waits in it is indexed. */
export type Work = {
  queue: QueueName;
  /** What a row of it holds, as SQL lists it. */
  columns: string;
  /** How many subjects are indexed in one transaction. */
  batch: number;
  /** The subjects that have waited longest, at most so many. Locks the index until the transaction ends. */
  take: (tx: Tx, atMost: number) => Promise<Batch>;
  index: (tx: Tx, subjects: readonly Subject[]) => Promise<void>;
};

/** How long to pause after a failure, in ms: twice as long after each that follows. */
const RETRY_PAUSE_MS = { first: 2_000, longest: 10 * 60_000 };
const pauses = { SearchQueue: new Backoff(RETRY_PAUSE_MS), FindQueue: new Backoff(RETRY_PAUSE_MS) };

/**
 * Processes the rows of a queue, one batch per transaction, and returns their number. What the database rejects is
 * recorded and leaves the queue, so that nothing else waits for it. Throws if the database had no time or no space:
 * that says nothing about the row, which stays queued. A row that times out repeatedly is given up.
 */
export async function processQueue(work: Work, options: WorkOptions): Promise<number> {
  const { atMost = Infinity, onProgress, isPatient = false } = options;
  let indexed = 0;
  for (let batch = 0; batch < atMost && (await isWaiting(work.queue)); batch += 1) {
    indexed += await processBatch(work, isPatient);
    onProgress?.(indexed);
    // Requests come first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return indexed;
}

/**
 * Works as long as the database allows. A failure is logged, followed by a pause that grows with every failure: with a
 * full disk or an overloaded database, slightly outdated results are better than none.
 */
export async function drainQueue<T>({ queue }: Pick<Work, 'queue'>, run: () => Promise<T>): Promise<T | undefined> {
  const pause = pauses[queue];
  if (!pause.isOver) return undefined;
  try {
    const result = await run();
    pause.end();
    return result;
  } catch (error) {
    pause.begin();
    log.warn({ event: 'search_not_indexed', queue, error }, 'not indexed');
    return undefined;
  }
}

async function processBatch(work: Work, isPatient: boolean) {
  const { subjects, error } = await attempt(work, work.batch);
  if (error === undefined) return subjects.length;
  // One of them may be at fault: each by itself, and nothing else is held up by it.
  for (const _ of subjects) {
    const passing = await processOne(work);
    if (passing !== undefined && !(isPatient && isTimeout(passing))) throw passing;
  }
  return subjects.length;
}

/** Returns the error that kept it from being indexed, if it stays queued. */
async function processOne(work: Work): Promise<unknown> {
  const { subjects, queueIds, error } = await attempt(work, 1);
  const [subject] = subjects;
  if (error === undefined || !subject) return undefined;
  const hasGivenUp = await transaction(async (tx) => {
    const isLast = await note(tx, subject, error);
    if (!isLast) await requeue(tx, work, queueIds);
    await forget(tx, work.queue, queueIds);
    return isLast;
  });
  if (!hasGivenUp) return error;
  log.warn({ event: 'row_not_indexed', ...subject, error }, 'cannot be indexed');
  return undefined;
}

/** Notes what happened to a row, and answers whether it is given up. A full disk or a deadlock is never the row's fault. */
async function note(tx: Tx, subject: Subject, error: unknown) {
  if (isTimeout(error)) return recordTimeout(tx, subject, error);
  if (isPassing(error)) return false;
  await recordFailure(tx, subject, error);
  return true;
}

function isTimeout(error: unknown) {
  return databaseProblemIn(error) === 'away';
}

// A time-out, a full disk or a deadlock.
function isPassing(error: unknown) {
  return (
    databaseProblemIn(error) !== null || /\b(P2034|TransactionWriteConflict|40001|40P01)\b/.test(causesOf(error).codes)
  );
}

/** Indexes a batch, or says why not. Throws where not even the queue can be read. */
async function attempt(work: Work, atMost: number): Promise<Batch & { error?: unknown }> {
  let taken: Batch = { subjects: [], queueIds: [] };
  try {
    await transaction(async (tx) => {
      taken = await work.take(tx, atMost);
      if (taken.subjects.length === 0) return;
      await work.index(tx, taken.subjects);
      await forgetFailures(tx, taken.subjects);
      await forget(tx, work.queue, taken.queueIds);
    });
    return taken;
  } catch (error) {
    if (taken.subjects.length === 0) throw error;
    return { ...taken, error };
  }
}

// By their ids: on PostgreSQL a lower one may still be on its way to being committed.
async function forget(tx: Tx, queue: QueueName, ids: readonly (number | bigint)[]) {
  await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${queue}"`)} WHERE "id" IN (${Prisma.join([...ids])})`;
}

// The others come before it each time.
async function requeue(tx: Tx, { queue, columns }: Work, ids: readonly (number | bigint)[]) {
  const [name, copied] = [Prisma.raw(`"${queue}"`), Prisma.raw(columns)];
  await tx.$executeRaw`
    INSERT INTO ${name} (${copied}) SELECT DISTINCT ${copied} FROM ${name} WHERE "id" IN (${Prisma.join([...ids])})`;
}

/** Whether something waits to be indexed. */
export async function isWaiting(queue: QueueName) {
  const rows = await readDb.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${queue}"`)} LIMIT 1`);
  return rows.length > 0;
}
