import 'server-only';
import { transaction, type Tx } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { entryOf } from './entry';
import { retryFailures, type Subject } from './failures';
import { getSettings } from '@/lib/settings/queries';
import { mergeAll, mergeScattered, wordsTables } from './merging';
import { lockIndex, index } from './post-index';
import { pruneOccasionally, pruneVocabulary } from './pruning';
import { drainAdminIndex } from './admin-indexing';
import { loadStems } from './stems';
import { recordWords } from './vocabulary';
import { isWaiting, drainQueue, processQueue, type Batch, type Work, type WorkOptions } from './queue-worker';

const BATCH_SIZE = 200;
const SCAN_LIMIT = 2_000;
const POLL_INTERVAL_MS = 2_000;
/** Updates the index from its queue, oldest first; returns the number of posts. Triggers fill the queue. */
export function indexChanges(options: WorkOptions = {}): Promise<number> {
  return processQueue(posts, options);
}

/** Indexes recent changes before a search. */
export function catchUpIndex() {
  return drainQueue(posts, () => indexChanges({ atMost: 1 }));
}

/** Reindexes every post in place: searches work meanwhile. */
export async function rebuildIndex(onProgress: (done: number, total: number) => void = () => {}) {
  const total = await transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM "SearchQueue"`;
    return tx.$executeRaw`INSERT INTO "SearchQueue" ("postId") SELECT "id" FROM "Post" ORDER BY "id"`;
  });
  await indexChanges({ isPatient: true, onProgress: (done) => onProgress(Math.min(done, total), total) });
  await mergeAll('SearchWords');
  await pruneVocabulary(() => Promise.resolve(true));
  return total;
}

/** Indexes in the background until the returned function is called; merges segments and prunes words when idle. */
export function runIndexer() {
  let work: Promise<unknown> | null = null;
  let isEnding = false;
  let mayBeScattered = true;
  let mayBeUnused = true;
  const isQuiet = async () => !isEnding && !(await isWaiting('SearchQueue')) && !(await isWaiting('FindQueue'));
  const follow = async () => {
    const indexed = [await drainQueue(posts, indexChanges), await drainAdminIndex()];
    if (indexed.some(Boolean)) mayBeScattered = true;
    if (indexed[0]) mayBeUnused = true;
    if (mayBeScattered) mayBeScattered = !(await drainQueue(posts, () => mergePieces(isQuiet)));
    if (mayBeUnused) mayBeUnused = !(await drainQueue(posts, () => pruneOccasionally(isQuiet)));
  };
  retryFailures().catch((error: unknown) => log.warn({ event: 'failures_not_retried', error }, 'not retried'));
  const timer = setInterval(() => {
    work ??= follow().finally(() => (work = null));
  }, POLL_INTERVAL_MS);
  timer.unref();
  return async () => {
    isEnding = true;
    clearInterval(timer);
    await work;
  };
}

/** Merges segments of both indexes; returns whether nothing is left to merge. */
export async function mergePieces(mayGoOn: () => Promise<boolean>) {
  for (const table of wordsTables) if (!(await mergeScattered(table, mayGoOn))) return false;
  return true;
}

const posts: Work = {
  queue: 'SearchQueue',
  columns: '"postId"',
  batch: BATCH_SIZE,
  take: takePosts,
  index: indexPosts,
};

async function takePosts(tx: Tx, atMost: number): Promise<Batch> {
  // Serialised: of two indexers of one post, the last to read must be the last to write.
  await lockIndex(tx);
  const waiting = await tx.$queryRaw<{ id: number | bigint; postId: string }[]>`
    SELECT "id", "postId" FROM "SearchQueue" ORDER BY "id" LIMIT ${SCAN_LIMIT}`;
  const taken = new Set([...new Set(waiting.map(({ postId }) => postId))].slice(0, atMost));
  return {
    subjects: [...taken].map((rowId) => ({ kind: 'post', rowId })),
    queueIds: waiting.filter(({ postId }) => taken.has(postId)).map(({ id }) => id),
  };
}

async function indexPosts(tx: Tx, subjects: readonly Subject[]) {
  await loadStems();
  const entries = await readEntries(
    tx,
    subjects.map(({ rowId }) => rowId),
  );
  await index().replaceEntries(tx, entries);
  await recordWords(
    tx,
    entries.map(({ vocabulary }) => vocabulary),
  );
}

async function readEntries(tx: Tx, postIds: string[]) {
  const posts = await tx.post.findMany({
    where: { id: { in: postIds } },
    select: {
      id: true,
      publishAt: true,
      locale: true,
      title: true,
      subtitle: true,
      bodyText: true,
      authors: { select: { user: { select: { name: true } } } },
      tags: { select: { tag: { select: { name: true } } } },
    },
  });
  const { language } = await getSettings(tx);
  return posts.map(({ authors, tags, locale, ...post }) =>
    entryOf({
      ...post,
      locale: locale || language,
      names: [...tags.map(({ tag }) => tag.name), ...authors.map(({ user }) => user.name)],
    }),
  );
}
