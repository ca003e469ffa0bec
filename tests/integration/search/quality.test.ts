import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { listPosts } from '@/lib/post-lists/admin-queries';
import type { PostState } from '@/lib/posts/post';
import { indexChanges } from '@/lib/search/indexing';
import { searchPosts } from '@/lib/search/queries';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';
import { qualityPosts, qualityQuestions, type QualityQuestion } from '../../fixtures/search-quality';

const keyOf = new Map<string, string>();

beforeAll(async () => {
  await db.post.deleteMany();
  for (const [at, { key, ...post }] of qualityPosts.entries()) {
    const { id } = await createPost({ ...post, publishAt: new Date(Date.now() - (at + 1) * 60_000) });
    keyOf.set(id, key);
  }
  await indexChanges();
});

const answered = new Map<string, Promise<string[]>>();

/** The ids of the posts with which a question is answered, asked once. */
function publicAnswers(question: string) {
  const known = answered.get(question);
  if (known) return known;
  const ids = searchPosts(question).then(({ answers }) => answers.map(({ post }) => post.id));
  answered.set(question, ids);
  return ids;
}

/** What is wrong with the answers to a question; "" where they are right: the right posts first, and none that must not be there. */
async function faultOf({ question, right, wrong }: QualityQuestion) {
  const found = (await publicAnswers(question)).map((id) => keyOf.get(id) ?? id);
  const isRight = right.length === 0 ? found.length === 0 : right.every((key) => found.indexOf(key) in right);
  return isRight && !wrong.some((key) => found.includes(key)) ? '' : `${question}: ${found.join(' ') || 'nothing'}`;
}

test('readers find what they ask for in many languages, and the same on both databases', async () => {
  const faults: string[] = [];
  for (const question of qualityQuestions) {
    const fault = await faultOf(question);
    if (fault) faults.push(fault);
  }

  expect(qualityQuestions).toHaveLength(215);
  expect(faults).toEqual(['color: nothing', 'jewelry: nothing', 'параход: nothing']);
}, 60_000);

test('the search of posts in the admin finds whatever readers find', async () => {
  const owner = await actorWith('owner');
  const missing: string[] = [];
  for (const { question } of qualityQuestions) {
    const { posts } = await listPosts(owner, { type: 'post', query: question });
    const here = new Set(posts.map(({ id }) => id));
    if (!(await publicAnswers(question)).every((id) => here.has(id))) missing.push(question);
  }
  expect(missing).toEqual([]);
}, 60_000);

test('the search of posts in the admin finds other forms, parts and mistyped words in every state', async () => {
  const [owner, author] = [await actorWith('owner'), await actorWith('author')];
  const past = new Date(Date.now() - 60_000);
  const states = [
    { status: 'published' },
    { status: 'draft' },
    { status: 'private' },
    { status: 'published', publishAt: new Date(Date.now() + 3_600_000) },
    { status: 'published', unpublishAt: past },
  ];
  for (const state of states) await createPost({ title: 'Zwergseebärchen', bodyText: 'Marmotologists', ...state });
  const mine = { authors: { create: { userId: author.id, position: 0 } } };
  await createPost({ title: 'Zwergseebarchen kept', status: 'draft', ...mine });
  const found = async (actor: Actor, query: string, state: PostState | null = null) => {
    const { posts, corrected } = await listPosts(actor, { type: 'post', query, state });
    return [posts.length, corrected];
  };

  for (const query of ['seebärchen', 'zwergseebärchen']) expect(await found(owner, query)).toEqual([6, '']);
  expect(await found(owner, 'marmotologist')).toEqual([5, '']);
  expect(await found(owner, 'marmotolgists')).toEqual([5, 'marmotologists']);
  expect(await found(owner, 'zwergseebrächen')).toEqual([6, 'zwergseebarchen']);
  expect(await found(owner, 'marmotolgists', 'Draft')).toEqual([1, 'marmotologists']);
  expect(await found(author, 'seebärchen')).toEqual([1, '']);
  expect(await found(author, 'marmotolgists')).toEqual([0, '']);

  await createPost({ title: 'Zwergseebrächen', status: 'draft' });
  expect(await found(author, 'zwergseebrächen')).toEqual([1, 'zwergseebarchen']);
  await createPost({ title: 'Marmotolgists', status: 'trashed' });
  expect(await found(owner, 'marmotolgists')).toEqual([5, 'marmotologists']);
  expect(await found(owner, 'marmotolgists', 'Trash')).toEqual([1, '']);
  await createPost({ title: 'Seebärchen', status: 'draft' });
  expect(await found(owner, 'seebärchen')).toEqual([7, '']);
});

test('names the correction of a mistyped word, and shows only public posts', async () => {
  expect(await searchPosts('harbuor nets')).toMatchObject({ corrected: 'harbour nets', answers: [{}] });
  expect(await searchPosts('harbours')).toMatchObject({ corrected: '', answers: [{}] });

  await createPost({ title: 'Quokka', status: 'draft' });
  await createPost({ title: 'Quokkas seen', bodyText: 'Two quokkas and a wombatdealer.', status: 'private' });
  for (const question of ['quokka', 'qoukka', 'quokkas', 'dealer']) {
    expect(await searchPosts(question)).toMatchObject({ corrected: '', answers: [] });
  }
});

test('exact words come first, then other forms, page by page and each once', async () => {
  for (let at = 0; at < 25; at += 1) await createPost({ title: `Wombats ${at}`, bodyText: at % 2 ? 'wombat' : '' });
  await createPost({ title: 'Old', bodyText: 'A wombat.', publishAt: new Date(0) });
  const seen: string[] = [];
  let after = '';
  do {
    const page = await searchPosts('wombat ', after);
    seen.push(...page.answers.map(({ post }) => post.title));
    after = page.next;
  } while (after);

  expect(seen).toHaveLength(26);
  expect(new Set(seen).size).toBe(26);
});

test('of a handful with other forms the title counts most, then the subtitle, then the moment', async () => {
  await createPost({ title: 'Kittiwakes', publishAt: new Date(1_000_000) });
  await createPost({ title: 'Ledges', subtitle: 'Of kittiwakes', publishAt: new Date(2_000_000) });
  await createPost({ title: 'Late', bodyText: 'Some kittiwakes.', publishAt: new Date(4_000_000) });
  await createPost({ title: 'Early', bodyText: 'More kittiwakes.', publishAt: new Date(3_000_000) });
  const { answers } = await searchPosts('kittiwaked');
  expect(answers.map(({ post }) => post.title)).toEqual(['Kittiwakes', 'Ledges', 'Late', 'Early']);
});

test('quotes ask for a word as it is written', async () => {
  expect((await searchPosts('"harbours"')).answers).toEqual([]);
  expect((await searchPosts('harbours')).answers).toHaveLength(1);
});

test('a word that is taken out of all posts does no harm', async () => {
  const { id } = await createPost({ title: 'Numbats' });
  expect((await searchPosts('numbat')).answers).toHaveLength(1);
  await db.post.update({ where: { id }, data: { title: 'Echidnas' } });
  expect((await searchPosts('numbat')).answers).toEqual([]);
  expect((await searchPosts('echidna')).answers).toHaveLength(1);
  await db.post.delete({ where: { id } });
  expect(await searchPosts('echidnaz')).toMatchObject({ answers: [], corrected: '' });
});
