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
  isPatient?: boolean;
};

type QueueName = 'SearchQueue' | 'FindQueue';
export type Batch = { subjects: Subject[]; queueIds: (number | bigint)[] };

export type Work = {
  queue: QueueName;
  columns: string;
  batch: number;
  /** The longest-waiting subjects. Locks the index until the transaction ends. */
  take: (tx: Tx, atMost: number) => Promise<Batch>;
  index: (tx: Tx, subjects: readonly Subject[]) => Promise<void>;
};

/** Pause after a failure (ms), doubled with each. */
const RETRY_PAUSE_MS = { first: 2_000, longest: 10 * 60_000 };
const pauses = { SearchQueue: new Backoff(RETRY_PAUSE_MS), FindQueue: new Backoff(RETRY_PAUSE_MS) };

/** Processes a queue; returns the number of rows. Records rejected rows; throws on time-outs and full disks. */
export async function processQueue(work: Work, options: WorkOptions): Promise<number> {
  const { atMost = Infinity, onProgress, isPatient = false } = options;
  let indexed = 0;
  for (let batch = 0; batch < atMost && (await isWaiting(work.queue)); batch += 1) {
    indexed += await processBatch(work, isPatient);
    onProgress?.(indexed);
    // Yields to requests.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return indexed;
}

/** Runs once; after a failure it logs and backs off: stale results are better than none. */
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
  // Retries each alone, so that one bad row does not block the others.
  for (const _ of subjects) {
    const passing = await processOne(work);
    if (passing !== undefined && !(isPatient && isTimeout(passing))) throw passing;
  }
  return subjects.length;
}

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

/** Records an error; returns whether the row is given up. A full disk or deadlock is never the row's fault. */
async function note(tx: Tx, subject: Subject, error: unknown) {
  if (isTimeout(error)) return recordTimeout(tx, subject, error);
  if (isPassing(error)) return false;
  await recordFailure(tx, subject, error);
  return true;
}

function isTimeout(error: unknown) {
  return databaseProblemIn(error) === 'away';
}

function isPassing(error: unknown) {
  return (
    databaseProblemIn(error) !== null || /\b(P2034|TransactionWriteConflict|40001|40P01)\b/.test(causesOf(error).codes)
  );
}

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

// By id: on PostgreSQL a lower id may be uncommitted.
async function forget(tx: Tx, queue: QueueName, ids: readonly (number | bigint)[]) {
  await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${queue}"`)} WHERE "id" IN (${Prisma.join([...ids])})`;
}

async function requeue(tx: Tx, { queue, columns }: Work, ids: readonly (number | bigint)[]) {
  const [name, copied] = [Prisma.raw(`"${queue}"`), Prisma.raw(columns)];
  await tx.$executeRaw`
    INSERT INTO ${name} (${copied}) SELECT DISTINCT ${copied} FROM ${name} WHERE "id" IN (${Prisma.join([...ids])})`;
}

export async function isWaiting(queue: QueueName) {
  const rows = await readDb.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${queue}"`)} LIMIT 1`);
  return rows.length > 0;
}
