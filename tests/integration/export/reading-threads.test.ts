import { beforeAll, expect, test, vi } from 'vitest';
import { snapshot } from '@/lib/database/db';
import { onStatement } from '@/lib/database/query-events';
import { readThreads, withThreads } from '@/lib/export/reading-threads';
import { createComment, createLongThread } from '../../factories/comments';
import { emptySite } from '../../factories/empty-site';
import { createPost } from '../../factories/posts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const LONG = 1_200;
const SHORT_POSTS = 40;
const posts: { id: string; feedId: string }[] = [];
const counts = new Map<string, number>();

beforeAll(async () => {
  await emptySite();
  for (let at = 0; at < SHORT_POSTS; at += 1) {
    const post = await createPost({ title: `Short ${at}` });
    const count = at % 3;
    const first = count > 0 ? await createComment(post.id, { body: 'First.' }) : null;
    if (first && count > 1) await createComment(post.id, { body: 'Second.', parentId: first.id });
    counts.set(post.id, count);
    posts.push(post);
  }
  const long = await createPost({ title: 'Long' });
  await createLongThread(long.id, LONG);
  counts.set(long.id, LONG);
  posts.splice(SHORT_POSTS / 2, 0, long);
});

test('each post has all of its comments, in the order of the posts, parents before their replies', async () => {
  const read: string[] = [];
  const found = new Map<string, number>();
  await snapshot(async (tx) => {
    for await (const { post, comments } of readThreads(tx, posts)) {
      if (read.at(-1) !== post.id) read.push(post.id);
      found.set(post.id, (found.get(post.id) ?? 0) + comments.length);
    }
  });
  const commented = posts.filter(({ id }) => counts.get(id)! > 0).map(({ id }) => id);
  expect(read).toEqual(commented);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(commented.map((id) => [id, counts.get(id)])));
});

test('a reply names its parent, which came before it', async () => {
  const known = new Set<string>();
  const replies: boolean[] = [];
  await snapshot(async (tx) => {
    for await (const { comments } of readThreads(tx, posts.slice(0, 10))) {
      for (const { key, parentKey } of comments) {
        if (parentKey !== null) replies.push(known.has(parentKey));
        known.add(key);
      }
    }
  });
  expect(replies).toEqual([true, true, true]);
});

test('short threads are read together', async () => {
  let statements = 0;
  const stop = onStatement(() => (statements += 1));
  await snapshot(async (tx) => {
    for await (const { comments } of readThreads(tx, posts.slice(0, SHORT_POSTS / 2))) expect(comments).not.toEqual([]);
  });
  stop();
  expect(statements).toBeLessThan(8);
});

test('threads that nobody reads are passed over', async () => {
  const found: number[] = [];
  await snapshot(async (tx) => {
    for await (const { post, threads } of withThreads(tx, posts)) {
      if (posts.indexOf(post) % 2 === 1) continue;
      let count = 0;
      for await (const comments of threads) count += comments.length;
      found.push(count);
    }
  });
  expect(found).toEqual(posts.filter((_, at) => at % 2 === 0).map(({ id }) => counts.get(id)));
});
