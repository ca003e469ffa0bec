import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { findRelated } from '@/lib/posts/listing/related-queries';
import { createPost } from '../../factories/posts';

const HOUR_MS = 60 * 60_000;

async function createTag(name: string) {
  const id = newId();
  return db.tag.create({ data: { id, slug: `${name}-${id}`, name, createdAt: new Date() } });
}

async function postAt(hoursAgo: number, tags: { id: string }[], overrides = {}) {
  const publishAt = new Date(Date.now() - hoursAgo * HOUR_MS);
  const post = await createPost({ publishAt, ...overrides });
  for (const [position, { id }] of tags.entries()) {
    await db.postTag.create({ data: { postId: post.id, tagId: id, position } });
  }
  return post;
}

const idsOf = ({ posts }: Awaited<ReturnType<typeof findRelated>>) => posts.map(({ id }) => id);

test('posts that share most tags come first, then the newest of them, and never the post itself', async () => {
  const [harbour, boats] = [await createTag('harbour'), await createTag('boats')];
  const post = await postAt(5, [harbour, boats]);
  const both = await postAt(400, [harbour, boats]);
  const older = await postAt(300, [boats]);
  const newer = await postAt(200, [harbour]);
  await postAt(350, [harbour]);
  const related = await findRelated({ id: post.id, tags: [harbour, boats] });

  expect(idsOf(related)).toEqual([both.id, newer.id, older.id]);
  expect(related.hasNewest).toBe(false);
});

test('where the tags give too few, the newest posts of the site follow', async () => {
  const lonely = await createTag('lonely');
  const post = await postAt(10, [lonely]);
  const same = await postAt(500, [lonely]);
  const newest = [await postAt(0.02, []), await postAt(0.03, [])];
  const related = await findRelated({ id: post.id, tags: [lonely] });

  expect(idsOf(related)).toEqual([same.id, ...newest.map(({ id }) => id)]);
  expect(related.hasNewest).toBe(true);
  expect(idsOf(await findRelated({ id: post.id, tags: [] }))).toHaveLength(3);
});

test('what is not public, and pages, are not among them', async () => {
  const tag = await createTag('quiet');
  const post = await postAt(10, [tag]);
  const hidden = [
    await postAt(1, [tag], { status: 'draft' }),
    await postAt(-5, [tag]),
    await postAt(1, [tag], { status: 'trashed' }),
    await postAt(1, [tag], { unpublishAt: new Date(Date.now() - HOUR_MS / 2) }),
    await postAt(0.01, [], { type: 'page' }),
  ];
  const ids = idsOf(await findRelated({ id: post.id, tags: [tag] }));

  for (const { id } of hidden) expect(ids).not.toContain(id);
});
