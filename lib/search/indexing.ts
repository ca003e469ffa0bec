import 'server-only';
import { isPostgres, reader, transaction, type Tx } from '@/lib/db';
import { GrowingPause } from '@/lib/growing-pause';
import { log } from '@/lib/log';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { entryOf } from './entry';
import * as postgres from './index-postgres';
import * as sqlite from './index-sqlite';
import { indexRows } from './row-indexing';
import { workOffQueue, type WorkOptions } from './working-off';

/** How many posts are indexed in one transaction, and how many changes are looked through for more about the same ones. */
const BATCH = 200;
const LOOKED_THROUGH = 2_000;
/** How often the index follows of its own accord, in ms; a search does not wait for that. */
const FOLLOW_EVERY = 2_000;
/** And how long it waits at most before it tries again what failed, in ms. */
const LONGEST_PAUSE = 10 * 60_000;
/** Any number will do, as long as every version of Masthead takes the same one. */
const ADVISORY_LOCK = 7_206_218;

/** The form of the index that this database has. */
export const index = () => (isPostgres() ? postgres : sqlite);

/**
 * Brings the index up to what is in the database, oldest change first, and answers with how many posts it took in. Every
 * change of a post, a tag or a name leaves a row in the queue in its own transaction (triggers), so nothing is missed
 * whoever writes, and nobody who writes waits for the index. Stopped early by `atMost` batches.
 */
export function indexChanges(options: WorkOptions = {}): Promise<number> {
  return workOffQueue('SearchQueue', indexBatch, options);
}

/** Forgets the index and makes it anew from the posts. Searches find less until it is done. */
export async function rebuildIndex(onProgress: (done: number, total: number) => void = () => {}) {
  const total = await reader.post.count();
  await transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM "SearchEntry"`;
    await tx.$executeRaw`DELETE FROM "SearchQueue"`;
    await tx.$executeRaw`INSERT INTO "SearchQueue" ("postId") SELECT "id" FROM "Post"`;
  });
  return indexChanges({ onProgress: (done) => onProgress(Math.min(done, total), total) });
}

/** Indexes what changes while the site is served, so that searches find it done. Until the returned function is called. */
export function followChanges() {
  let work: Promise<unknown> | null = null;
  const pause = new GrowingPause({ first: FOLLOW_EVERY, longest: LONGEST_PAUSE });
  const follow = () => {
    if (!pause.isOver) return;
    work ??= indexChanges()
      .then(() => indexRows())
      .then(() => pause.end())
      .catch((error: unknown) => {
        pause.begin();
        log.warn({ event: 'search_not_indexed', error }, 'not indexed');
      })
      .finally(() => (work = null));
  };
  const timer = setInterval(follow, FOLLOW_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await work;
  };
}

async function indexBatch(tx: Tx) {
  // One at a time: of two that index the same post, the one that read it last must write last.
  if (isPostgres()) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
  const waiting = await tx.$queryRaw<{ id: number | bigint; postId: string }[]>`
    SELECT "id", "postId" FROM "SearchQueue" ORDER BY "id" LIMIT ${LOOKED_THROUGH}`;
  const posts = new Set([...new Set(waiting.map(({ postId }) => postId))].slice(0, BATCH));
  const taken = waiting.filter(({ postId }) => posts.has(postId)).map(({ id }) => id);
  if (taken.length === 0) return 0;
  await index().replaceEntries(tx, await readEntries(tx, [...posts]));
  await tx.$executeRaw`DELETE FROM "SearchQueue" WHERE "id" IN (${Prisma.join(taken)})`;
  return posts.size;
}

async function readEntries(tx: Tx, postIds: string[]) {
  const posts = await tx.post.findMany({
    where: { id: { in: postIds } },
    select: {
      id: true,
      publishAt: true,
      title: true,
      subtitle: true,
      bodyText: true,
      authors: { select: { user: { select: { name: true } } } },
      tags: { select: { tag: { select: { name: true } } } },
    },
  });
  return posts.map(({ authors, tags, ...post }) =>
    entryOf({ ...post, names: [...tags.map(({ tag }) => tag.name), ...authors.map(({ user }) => user.name)] }),
  );
}
