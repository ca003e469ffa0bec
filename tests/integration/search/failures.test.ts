import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { onStatement } from '@/lib/database/query-events';
import { isPostgres, readDb, db } from '@/lib/database/db';
import { runChecks } from '@/lib/health/checks';
import { retryFailures } from '@/lib/search/failures';
import { indexChanges, rebuildIndex } from '@/lib/search/indexing';
import { searchPosts } from '@/lib/search/queries';
import { indexAdminRows, rebuildAdminIndex } from '@/lib/search/admin-indexing';
import { isWaiting } from '@/lib/search/queue-worker';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const refusals: string[] = [];

beforeEach(async () => {
  await db.post.deleteMany();
  await db.indexFailure.deleteMany();
  await db.searchWord.deleteMany();
});

afterEach(async () => {
  for (const undo of refusals.splice(0)) await db.$executeRawUnsafe(undo);
});

/** From now on the database refuses rows of a table for which this holds, with these words. */
async function refuse(table: string, holds: string, words = 'refused here') {
  const name = `refuse${table}`;
  if (isPostgres()) {
    await db.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${words}'; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER "${name}" BEFORE INSERT ON "${table}" FOR EACH ROW WHEN (${holds}) EXECUTE FUNCTION "${name}"()`,
    );
    refusals.push(`DROP TRIGGER "${name}" ON "${table}"`);
    return;
  }
  await db.$executeRawUnsafe(
    `CREATE TRIGGER "${name}" BEFORE INSERT ON "${table}" WHEN ${holds} BEGIN SELECT RAISE(ABORT, '${words}'); END`,
  );
  refusals.push(`DROP TRIGGER "${name}"`);
}

const titles = async (question: string) => (await searchPosts(question)).answers.map(({ post }) => post.title);
const searchCheck = async () => (await runChecks()).find(({ name }) => name === 'search');

/** A quarter of a million letters of Hangul, every word different. */
function longestHangul() {
  const syllable = (at: number) => String.fromCharCode(0xac00 + (at % 11_172));
  const words = Array.from({ length: 62_500 }, (_, at) => syllable(at) + syllable(at * 7 + 3) + syllable(at / 11_172));
  return words.join(' ');
}

test('the longest text in Hangul is found, and everything after it', async () => {
  const bodyText = longestHangul();
  await createPost({ title: 'Long', bodyText });
  await createPost({ title: 'Short' });
  await indexChanges();

  expect(await titles('long')).toEqual(['Long']);
  expect(await titles(bodyText.split(' ')[100]!)).toEqual(['Long']);
  expect(await titles('short')).toEqual(['Short']);
  expect(await readDb.indexFailure.count()).toBe(0);
}, 60_000);

test('a post that cannot be indexed blocks nothing, is named by doctor, and is tried again later', async () => {
  const bad = await createPost({ title: 'Refused harbour' });
  await refuse('SearchEntry', `NEW."postId" = '${bad.id}'`);
  for (let at = 0; at < 5; at += 1) await createPost({ title: `Harbour ${at}` });

  expect(await titles('harbour')).toHaveLength(5);
  expect(await searchCheck()).toEqual({
    name: 'search',
    isGood: false,
    sentence: expect.stringMatching(
      /^The post “Refused harbour” cannot be found by searching: the index refused it .*refused here/,
    ),
  });
  await createPost({ title: 'Harbour again' });
  expect(await titles('harbour')).toHaveLength(6);
  expect(await rebuildIndex()).toBe(7);
  expect(await titles('harbour')).toHaveLength(6);

  await db.$executeRawUnsafe(refusals.pop()!);
  await retryFailures();
  expect(await titles('harbour')).toHaveLength(7);
  expect(await searchCheck()).toMatchObject({ isGood: true });
});

test('a comment that cannot be indexed blocks nothing, and a deleted post is no failure', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const found = async () =>
    (await listQueue(moderator, parseQueueFilter({ state: 'all', search: 'gull' }))).comments.length;
  const { id } = await createComment(post.id, { body: 'Gull refused' });
  await refuse('FindEntry', `NEW."rowId" = '${id}'`);
  await createComment(post.id, { body: 'Gull' });

  expect(await found()).toBe(1);
  expect(await readDb.indexFailure.findMany()).toMatchObject([{ kind: 'comment', rowId: id }]);
  await db.comment.delete({ where: { id } });
  await rebuildAdminIndex();
  expect(await readDb.indexFailure.count()).toBe(0);
});

test('while the database refuses everything, nothing found is lost and searches do not try each time', async () => {
  await createPost({ title: 'Anchor' });
  expect(await titles('anchor')).toEqual(['Anchor']);
  await refuse('IndexFailure', 'TRUE');
  await refuse('SearchEntry', 'TRUE');
  await createPost({ title: 'Anchor lost' });
  await expect(rebuildIndex()).rejects.toThrow(/refused|constraint/i);
  let attempts = 0;
  const stop = onStatement(({ sql }) => (attempts += /INSERT INTO "SearchEntry"/.test(sql) ? 1 : 0));

  for (let at = 0; at < 5; at += 1) expect(await titles('anchor')).toEqual(['Anchor']);
  stop();
  expect(attempts).toBeLessThanOrEqual(2);
});

test.each(['canceling statement due to statement timeout', 'database is locked'])(
  'what took too long (%s) is no failure: it waits, after the others, until there is time',
  async (timeout) => {
    const slow = await createPost({ title: 'Mooring slow' });
    for (let at = 0; at < 3; at += 1) await createPost({ title: `Mooring ${at}` });
    await refuse('SearchEntry', `NEW."postId" = '${slow.id}'`, timeout);

    await expect(indexChanges()).rejects.toThrow(timeout);
    await expect(indexChanges()).rejects.toThrow(timeout);
    const entries = await readDb.$queryRaw<{ postId: string }[]>`SELECT "postId" FROM "SearchEntry"`;
    expect(entries).toHaveLength(3);
    expect(await searchCheck()).toMatchObject({ isGood: true });

    await db.$executeRawUnsafe(refusals.pop()!);
    await indexChanges();
    expect(await titles('mooring')).toHaveLength(4);
    expect(await readDb.indexFailure.count()).toBe(0);
  },
);

test('gives up on and names a post that always times out, and tries it again when it changes, with reindex and at a start', async () => {
  const slow = await createPost({ title: 'Capstan slow' });
  for (let at = 0; at < 3; at += 1) await createPost({ title: `Capstan ${at}` });
  await refuse('SearchEntry', `NEW."postId" = '${slow.id}'`, 'statement timeout');
  const attempts = async () => {
    let count = 0;
    for (; await isWaiting('SearchQueue'); count += 1) await indexChanges().catch(() => {});
    return count;
  };

  expect(await attempts()).toBe(5);
  const named = {
    name: 'search',
    isGood: false,
    sentence: expect.stringMatching(
      /^The post “Capstan slow” cannot be found by searching: the time to index it ran out 5 times .*statement timeout/,
    ),
  };
  expect(await searchCheck()).toEqual(named);
  await createPost({ title: 'Capstan again' });
  await indexChanges();
  expect(await titles('capstan')).toHaveLength(4);

  await retryFailures();
  expect(await attempts()).toBe(5);
  expect(await rebuildIndex()).toBe(5);
  expect(await titles('capstan')).toHaveLength(4);
  expect(await searchCheck()).toMatchObject({ isGood: false });

  await db.$executeRawUnsafe(refusals.pop()!);
  await db.post.update({ where: { id: slow.id }, data: { title: 'Capstan quick' } });
  await indexChanges();
  expect(await titles('capstan')).toHaveLength(5);
  expect(await searchCheck()).toMatchObject({ isGood: true });
});

test('does not count a full disk as a failure of a post', async () => {
  const { id } = await createPost({ title: 'Bollard' });
  await refuse('SearchEntry', `NEW."postId" = '${id}'`, 'database or disk is full');
  for (let at = 0; at < 12; at += 1) await expect(indexChanges()).rejects.toThrow('disk is full');
  await expect(rebuildIndex()).rejects.toThrow('disk is full');
  expect(await readDb.indexFailure.count()).toBe(0);
  expect(await isWaiting('SearchQueue')).toBe(true);
});

test('staff see on the dashboard what cannot be found', async () => {
  const bad = await createPost({ title: 'Refused gull' });
  await refuse('SearchEntry', `NEW."postId" = '${bad.id}'`);
  await indexChanges();

  const { unsearchable } = await readDashboardNotices(await actorWith('admin'));
  expect(unsearchable).toEqual({ postId: bad.id, sentence: expect.stringContaining('“Refused gull” cannot be found') });
  expect((await readDashboardNotices(await actorWith('author'))).unsearchable).toBeNull();
});

test('comments that took too long wait as posts do', async () => {
  const { id: postId } = await createPost();
  const slow = await createComment(postId, { body: 'Curlew slow' });
  const quick = await createComment(postId, { body: 'Curlew' });
  await refuse('FindEntry', `NEW."rowId" = '${slow.id}'`, 'database is locked');
  const indexed = () =>
    readDb.$queryRaw<unknown[]>`SELECT "rowId" FROM "FindEntry" WHERE "rowId" IN (${slow.id}, ${quick.id})`;

  await expect(indexAdminRows()).rejects.toThrow('database is locked');
  await expect(indexAdminRows()).rejects.toThrow('database is locked');
  expect(await indexed()).toEqual([{ rowId: quick.id }]);
  await db.$executeRawUnsafe(refusals.pop()!);
  await indexAdminRows();
  expect(await indexed()).toHaveLength(2);
  expect(await readDb.indexFailure.count()).toBe(0);
});
