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
  expect(faults).toHaveLength(57);
});
