import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { onStatement } from '@/lib/database/query-events';
import { readDb, db } from '@/lib/database/db';
import { runIndexer, indexChanges, rebuildIndex } from '@/lib/search/indexing';
import { pruneVocabulary } from '@/lib/search/pruning';
import { searchPosts } from '@/lib/search/queries';
import { createPost } from '../../factories/posts';

const always = () => Promise.resolve(true);
const words = async () => (await readDb.searchWord.findMany()).map(({ word }) => word).sort();
const corrected = async (question: string) => (await searchPosts(question)).corrected;

beforeEach(async () => {
  await db.post.deleteMany();
  await indexChanges();
  await pruneVocabulary(always);
});

test('removes words with the last post that holds them, and no others', async () => {
  const { id } = await createPost({ title: 'Cuttlefish, krill', bodyText: 'ein Tintenfisch', locale: 'de' });
  await createPost({ title: 'Krill', bodyText: 'e-mail' });
  const draft = await createPost({ title: 'Squid', status: 'draft' });
  await indexChanges();
  expect(await words()).toEqual(['cuttlefish', 'ein', 'email', 'krill', 'krill', 'mail', 'squid', 'tintenfisch']);

  await db.post.delete({ where: { id } });
  await db.post.update({ where: { id: draft.id }, data: { title: 'Octopus' } });
  await indexChanges();
  expect(await pruneVocabulary(always)).toBe(true);
  expect(await words()).toEqual(['email', 'krill', 'krill', 'mail', 'octopus']);
  await db.post.deleteMany();
  await rebuildIndex();
  expect(await words()).toEqual([]);
});

test('a large vocabulary is gone through in short steps, and further where it was stopped', async () => {
  const word = (at: number) => `w${[...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
  const { id } = await createPost({ bodyText: Array.from({ length: 1_500 }, (_, at) => word(at)).join(' ') });
  await createPost({ title: 'Wreck', bodyText: 'wbax' });
  await indexChanges();
  await db.post.delete({ where: { id } });
  await indexChanges();
  let most = 0;
  onTestFinished(
    onStatement(({ sql }) => (most = Math.max(most, /DELETE FROM .*SearchWord/s.test(sql) ? sql.length : 0))),
  );
  let asked = 0;

  expect(await pruneVocabulary(() => Promise.resolve((asked += 1) <= 2))).toBe(false);
  const left = (await words()).length;
  expect(left).toBeGreaterThan(1_000);
  expect(left).toBeLessThan(1_500);
  expect(await pruneVocabulary(always)).toBe(true);
  expect(await words()).toEqual(expect.arrayContaining(['wbax', 'wreck']));
  expect((await words()).length).toBeLessThan(10);
  expect(most).toBeGreaterThan(0);
});

test('a running site removes unused words by itself', async () => {
  const { id } = await createPost({ title: 'Limpet' });
  await indexChanges();
  await db.post.delete({ where: { id } });
  onTestFinished(runIndexer());

  await expect.poll(words, { timeout: 15_000 }).not.toContain('limpet');
});

test('deleted, trashed and draft posts neither correct a query nor prevent its correction', async () => {
  await createPost({ title: 'Lighthouse' });
  const gone = await createPost({ title: 'Lighthuose lampreys' });
  await createPost({ title: 'Lighthuose', status: 'trashed' });
  await createPost({ title: 'Lighthuose pelican', status: 'draft', publishAt: null });
  await createPost({ title: 'Lighthuose', publishAt: new Date(Date.now() + 60_000) });
  await indexChanges();
  await db.post.delete({ where: { id: gone.id } });

  expect(await corrected('lighthuose')).toBe('lighthouse');
  expect(await searchPosts('lampreyz')).toMatchObject({ corrected: '', answers: [] });
  expect(await searchPosts('pelicon')).toMatchObject({ corrected: '', answers: [] });
  await createPost({ title: 'Lighthuose as it was written' });
  expect(await corrected('lighthuose')).toBe('');
});
