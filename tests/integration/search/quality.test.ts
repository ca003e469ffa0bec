import { beforeAll, expect, test } from 'vitest';
import { writer } from '@/lib/db';
import { indexChanges } from '@/lib/search/indexing';
import { searchPosts } from '@/lib/search/queries';
import { createPost } from '../../factories/posts';
import { qualityPosts, qualityQuestions, type QualityQuestion } from '../../fixtures/search-quality';

const keyOf = new Map<string, string>();

beforeAll(async () => {
  await writer.post.deleteMany();
  for (const [at, { key, ...post }] of qualityPosts.entries()) {
    const { id } = await createPost({ ...post, publishAt: new Date(Date.now() - (at + 1) * 60_000) });
    keyOf.set(id, key);
  }
  await indexChanges();
});

/** What is wrong with the answers to a question; "" where they are right: the right posts first, and none that must not be there. */
async function faultOf({ question, right, wrong }: QualityQuestion) {
  const { answers } = await searchPosts(question);
  const found = answers.map(({ post }) => keyOf.get(post.id) ?? post.id);
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

test('what is shown for a mistyped word is said, and is public', async () => {
  expect(await searchPosts('harbuor nets')).toMatchObject({ mended: 'harbour nets', answers: [{}] });
  expect(await searchPosts('harbours')).toMatchObject({ mended: '', answers: [{}] });

  await createPost({ title: 'Quokka', status: 'draft' });
  await createPost({ title: 'Quokkas seen', bodyText: 'Two quokkas and a wombatdealer.', status: 'private' });
  for (const question of ['quokka', 'qoukka', 'quokkas', 'dealer']) {
    expect(await searchPosts(question)).toMatchObject({ mended: '', answers: [] });
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

test('quotes ask for a word as it is written', async () => {
  expect((await searchPosts('"harbours"')).answers).toEqual([]);
  expect((await searchPosts('harbours')).answers).toHaveLength(1);
});

test('a word that is taken out of all posts does no harm', async () => {
  const { id } = await createPost({ title: 'Numbats' });
  expect((await searchPosts('numbat')).answers).toHaveLength(1);
  await writer.post.update({ where: { id }, data: { title: 'Echidnas' } });
  expect((await searchPosts('numbat')).answers).toEqual([]);
  expect((await searchPosts('echidna')).answers).toHaveLength(1);
  await writer.post.delete({ where: { id } });
  expect(await searchPosts('echidnaz')).toMatchObject({ answers: [], mended: '' });
});
