import 'server-only';
import { reader, transaction, type Tx } from '@/lib/db';
import { whatWentWrong } from '@/lib/plain-words';
import type { RowKind } from './row-entries';

/** What is indexed: a post, or a row of another kind. */
export type Subject = { kind: 'post' | RowKind; rowId: string };

/** Of what a database says so much is kept, in characters. */
const REASON = 300;

/** Notes that this cannot be indexed. Joins the caller's transaction. */
export async function noteFailure(tx: Tx, { kind, rowId }: Subject, error: unknown) {
  const noted = { reason: whatWentWrong(error).slice(0, REASON).toWellFormed(), failedAt: new Date() };
  await tx.indexFailure.upsert({
    where: { kind_rowId: { kind, rowId } },
    create: { kind, rowId, ...noted },
    update: noted,
  });
}

/** Forgets what was noted about these, which are indexed now or gone. Joins the caller's transaction. */
export async function forgetFailures(tx: Tx, subjects: readonly Subject[]) {
  const rowId = { in: subjects.map((subject) => subject.rowId) };
  await tx.indexFailure.deleteMany({ where: { rowId } });
}

/** Lets everything that could not be indexed be tried once more, as after an upgrade that may have mended it. */
export async function retryFailures() {
  await transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO "SearchQueue" ("postId") SELECT "rowId" FROM "IndexFailure" WHERE "kind" = 'post'`;
    await tx.$executeRaw`
      INSERT INTO "FindQueue" ("kind", "rowId") SELECT "kind", "rowId" FROM "IndexFailure" WHERE "kind" <> 'post'`;
  });
}

/** What could not be indexed and is still there: how many rows, and the title of the newest such post. */
export async function readFailures() {
  const failures = await reader.indexFailure.findMany({ orderBy: { failedAt: 'desc' }, take: 1_000 });
  const ids = failures.filter(({ kind }) => kind === 'post').map(({ rowId }) => rowId);
  const posts = await reader.post.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
  const titles = new Map(posts.map(({ id, title }) => [id, title]));
  return failures
    .filter(({ kind, rowId }) => kind !== 'post' || titles.has(rowId))
    .map(({ kind, rowId, reason }) => ({ kind, rowId, reason, title: titles.get(rowId) ?? '' }));
}
