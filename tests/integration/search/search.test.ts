import { beforeEach, expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { indexChanges, rebuildIndex } from '@/lib/search/indexing';
import { MAX_RESULTS, searchPosts } from '@/lib/search/queries';
import { createPost } from '../../factories/posts';
import { createUser } from '../../factories/users';

beforeEach(async () => {
  await db.post.deleteMany();
  await db.tag.deleteMany();
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const titles = async (question: string) => (await searchPosts(question)).answers.map(({ post }) => post.title);

async function tagged(postId: string, name: string) {
  const tag = await db.tag.create({ data: { id: newId(), slug: newId(), name, createdAt: new Date() } });
  await db.postTag.create({ data: { postId, tagId: tag.id, position: 0 } });
  return tag;
}

test('every word must occur; the title weighs most, then subtitle and names, then the newer wins', async () => {
  await createPost({ title: 'In the text', bodyText: 'The harbour waited for the tide.', publishAt: minutesAgo(5) });
  await createPost({ title: 'Older text', bodyText: 'A tide in a harbour.', publishAt: minutesAgo(50) });
  await createPost({ title: 'Above', subtitle: 'Harbour and tide', publishAt: minutesAgo(90) });
  await createPost({ title: 'Harbour tide tables', publishAt: minutesAgo(900) });
  await createPost({ title: 'Harbour', bodyText: 'Nothing about water.' });

  expect(await titles('TIDE harbour')).toEqual(['Harbour tide tables', 'Above', 'In the text', 'Older text']);
  expect(await titles('harbour whale')).toEqual([]);
});

test('capitals, accents and the end of the last word do not matter', async () => {
  await createPost({ title: 'Crème brûlée', bodyText: 'In der Großen Straße am Hafen. Гавань спит.' });

  const questions = ['creme BRULEE', 'crème', 'grossen strasse', 'haf', 'ГАВАНЬ', 'гав'];
  for (const question of questions) expect([question, ...(await titles(question))]).toEqual([question, 'Crème brûlée']);
  expect(await titles('haf strasse')).toEqual([]);
});

test('quotes ask for words side by side, within one part of the post', async () => {
  await createPost({ title: 'High', subtitle: 'Water', bodyText: 'low boats on the water' });
  await createPost({ title: 'Tables', bodyText: 'At low water, walk.' });

  expect(await titles('"low water"')).toEqual(['Tables']);
  expect(await titles('low-water')).toEqual(['Tables']);
  expect(await titles('water low')).toHaveLength(2);
});

test('scripts without spaces are found within a run of letters', async () => {
  await createPost({ title: '夜', bodyText: '渔船回到港口的灯光下。' });

  expect(await titles('港口')).toEqual(['夜']);
  expect(await titles('口港')).toEqual([]);
});

test('tags and authors are found, and follow a change of name', async () => {
  const post = await createPost({ title: 'Nets' });
  const tag = await tagged(post.id, 'Herring season');
  const author = await createUser({ name: 'Ottilie Brandt' });
  await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
  expect(await titles('ottilie herring')).toEqual(['Nets']);

  await db.tag.update({ where: { id: tag.id }, data: { name: 'Mackerel' } });
  await db.user.update({ where: { id: author.id }, data: { name: 'Ottilie Sand' } });
  expect(await titles('mackerel sand')).toEqual(['Nets']);
  expect(await titles('herring')).toEqual([]);

  await db.postTag.deleteMany({ where: { postId: post.id } });
  expect(await titles('mackerel')).toEqual([]);
});

test('only what is public now is found, from its very moment on', async () => {
  const hidden = { title: 'Secret cove' };
  for (const state of [{ status: 'draft' }, { status: 'private' }, { status: 'trashed' }]) {
    await createPost({ ...hidden, ...state });
  }
  await createPost({ ...hidden, publishAt: minutesAgo(-1) });
  await createPost({ ...hidden, unpublishAt: minutesAgo(1) });
  const draft = await createPost({ ...hidden, status: 'draft', publishAt: null });
  await createPost({ type: 'page', title: 'Public cove' });
  expect(await titles('cove')).toEqual(['Public cove']);

  await db.post.update({ where: { id: draft.id }, data: { status: 'published', publishAt: minutesAgo(1) } });
  expect(await titles('secret')).toEqual(['Secret cove']);
});

test('an edit replaces what was found, and a removal leaves nothing', async () => {
  const post = await createPost({ title: 'Lobster', bodyText: 'pots' });
  expect(await titles('lobster pots')).toEqual(['Lobster']);

  await db.post.update({ where: { id: post.id }, data: { title: 'Crab' } });
  expect(await titles('lobster')).toEqual([]);
  expect(await titles('crab pots')).toEqual(['Crab']);

  await db.post.delete({ where: { id: post.id } });
  expect(await titles('crab')).toEqual([]);
  expect(await readDb.$queryRaw`SELECT "postId" FROM "SearchEntry"`).toEqual([]);
});

test('pages visit every answer exactly once, in one order', async () => {
  const moment = minutesAgo(10);
  for (let at = 0; at < MAX_RESULTS + 15; at += 1) {
    const isTitled = at % 3 === 0;
    await createPost({
      title: isTitled ? `Gull ${at}` : `Bird ${at}`,
      bodyText: 'gull',
      publishAt: at % 2 ? moment : minutesAgo(at),
    });
  }

  const seen: string[] = [];
  let after = '';
  do {
    const page = await searchPosts('gull', after);
    seen.push(...page.answers.map(({ post }) => post.title));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(MAX_RESULTS + 15);
  expect(seen).toHaveLength(MAX_RESULTS + 15);
  expect(seen.slice(0, 12).every((title) => title.startsWith('Gull'))).toBe(true);
});

test.each([
  'tide AND',
  'NEAR(tide',
  'title:tide',
  '"tide',
  "tide' OR 1=1 --",
  'tide:*A & !x',
  '\0tide\0',
  '{title} : ^tide*',
  '\\',
  '%',
  '"""',
  '🎣',
  '\ud800 tide',
  'tide '.repeat(2_000),
  `"${'a'.repeat(10_000)}"`,
])('whatever is typed is text: %s', async (question) => {
  await createPost({ title: 'A tide' });

  const { answers } = await searchPosts(question, '3_x_\0');
  expect(answers.length).toBeLessThanOrEqual(1);
});

test('a text longer than any vector holds is found by its beginning', async () => {
  const bodyText = Array.from({ length: 120_000 }, (_, at) => `wörd${at}`).join(' ');
  await createPost({ title: 'Endless', bodyText: `${bodyText} ${'tide '.repeat(1_000)}` });

  expect(await titles('word3 endless')).toEqual(['Endless']);
});

test('the snippet marks what was asked for and is text, whatever the post holds', async () => {
  await createPost({ title: 'Tags', bodyText: `${'fog '.repeat(200)} <script>tide</script> & more` });

  const [answer] = (await searchPosts('tide')).answers;
  expect(answer?.snippet.find((piece) => piece.isHit)?.text).toBe('tide');
  expect(answer?.snippet.map((piece) => piece.text).join('')).toContain('<script>tide</script> & more');
});

test('rebuilding gives the same answers from nothing', async () => {
  await createPost({ title: 'Anchor' });
  await createPost({ title: 'Buoy', bodyText: 'anchor' });
  await indexChanges();
  await db.$executeRaw`DELETE FROM "SearchEntry"`;
  expect(await titles('anchor')).toEqual([]);

  expect(await rebuildIndex()).toBe(2);
  expect(await titles('anchor')).toEqual(['Anchor', 'Buoy']);
});

test('writers and searches at once lose no post', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `Skiff ${at}`);
  await Promise.all(names.map((title) => createPost({ title }).then(() => searchPosts('skiff'))));

  for (const title of names) expect(await titles(`"${title}"`)).toEqual([title]);
});
