import 'server-only';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { describeError } from '@/lib/database/error-messages';
import { titleOf } from '@/lib/posts/title';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { AdminKind } from './admin-entries';

export type Subject = { kind: 'post' | AdminKind; rowId: string };

const MAX_REASON_LENGTH = 300;
const MAX_ATTEMPTS = 5;
const hasGivenUp = Prisma.sql`("timeouts" IS NULL OR "timeouts" >= ${MAX_ATTEMPTS})`;

/** Records that a row cannot be indexed. Joins the caller's transaction. */
export async function recordFailure(tx: Tx, { kind, rowId }: Subject, error: unknown) {
  const noted = { ...notedOf(error), timeouts: null };
  await tx.indexFailure.upsert({
    where: { kind_rowId: { kind, rowId } },
    create: { kind, rowId, ...noted },
    update: noted,
  });
}

/** Records a time-out; returns whether the row is given up. Joins the caller's transaction. */
export async function recordTimeout(tx: Tx, { kind, rowId }: Subject, error: unknown): Promise<boolean> {
  const where = { kind_rowId: { kind, rowId } };
  const known = await tx.indexFailure.findUnique({ where, select: { timeouts: true } });
  const noted = { ...notedOf(error), timeouts: (known?.timeouts ?? 0) + 1 };
  await tx.indexFailure.upsert({ where, create: { kind, rowId, ...noted }, update: noted });
  return noted.timeouts % MAX_ATTEMPTS === 0;
}

/** Clears the failures of indexed or deleted rows. Joins the caller's transaction. */
export async function forgetFailures(tx: Tx, subjects: readonly Subject[]) {
  const rowId = { in: subjects.map((subject) => subject.rowId) };
  await tx.indexFailure.deleteMany({ where: { rowId } });
}

/** Queues all failed rows again, e.g. after an upgrade. */
export async function retryFailures() {
  await transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "SearchQueue" ("postId") SELECT "rowId" FROM "IndexFailure" WHERE "kind" = 'post' AND ${hasGivenUp}`;
    await tx.$executeRaw`
      INSERT INTO "FindQueue" ("kind", "rowId")
      SELECT "kind", "rowId" FROM "IndexFailure" WHERE "kind" <> 'post' AND ${hasGivenUp}`;
  });
}

type Unsearchable = { postId: string | null; sentence: string };

/** A sentence about what search cannot find, naming the newest; null if nothing. */
export async function findUnsearchable(): Promise<Unsearchable | null> {
  const failures = await readFailures();
  const [first] = failures;
  if (!first) return null;
  const what = first.kind === 'post' ? `The post “${titleOf(first)}”` : `The ${first.kind} ${first.rowId}`;
  const others = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
  const why =
    first.timeouts === null
      ? `the index refused it (${first.reason})`
      : `the time to index it ran out ${first.timeouts} times (${first.reason})`;
  return {
    postId: first.kind === 'post' ? first.rowId : null,
    sentence: `${what}${others} cannot be found by searching: ${why}. Shorten or change it, or run “masthead reindex”.`,
  };
}

async function readFailures() {
  const failures = await readDb.indexFailure.findMany({
    where: { OR: [{ timeouts: null }, { timeouts: { gte: MAX_ATTEMPTS } }] },
    orderBy: { failedAt: 'desc' },
    take: 1_000,
  });
  if (failures.length === 0) return [];
  const ids = failures.filter(({ kind }) => kind === 'post').map(({ rowId }) => rowId);
  const posts = await readDb.post.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
  const titles = new Map(posts.map(({ id, title }) => [id, title]));
  return failures
    .filter(({ kind, rowId }) => kind !== 'post' || titles.has(rowId))
    .map((failure) => ({ ...failure, title: titles.get(failure.rowId) ?? '' }));
}

function notedOf(error: unknown) {
  return { reason: describeError(error).slice(0, MAX_REASON_LENGTH).toWellFormed(), failedAt: new Date() };
}
