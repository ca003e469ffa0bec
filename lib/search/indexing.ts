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

/** How many posts are indexed in one transaction, and how many changes are scanned for more about the same ones. */
const BATCH_SIZE = 200;
const SCAN_LIMIT = 2_000;
/** How often the index is updated in the background, in ms; a search does not wait for that. */
const POLL_INTERVAL_MS = 2_000;
/**
 * Updates the index from the database, oldest change first, and returns the number of indexed posts. Every change of a
 * post, a tag or a name adds a row to the queue in its own transaction (triggers), so nothing is missed, and no writer
 * waits for the index. Stopped early by `atMost` batches.
 */
export function indexChanges(options: WorkOptions = {}): Promise<number> {
  return processQueue(posts, options);
}

/** Takes in what changed a moment ago, for an answer that is true now. */
export function catchUpIndex() {
  return drainQueue(posts, () => indexChanges({ atMost: 1 }));
}

/** Indexes every post again, each replacing its previous entry, so that searches work meanwhile. */
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

/**
 * Indexes changes while the site is served, until the returned function is called. When idle it merges the resulting
 * segments, and removes from the vocabulary what no post contains any more.
 */
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

/** Merges what is scattered of either index as long as it may, and answers whether nothing is left of it. */
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
  // One at a time: of two that index the same post, the one that read it last must write last.
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
