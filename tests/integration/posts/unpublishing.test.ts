import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb, db } from '@/lib/database/db';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { deletePost, restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { publishedPost } from '../../factories/published-posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const find = (id: string) => readDb.post.findUniqueOrThrow({ where: { id } });

test('unpublishing and publishing again restores the post with its date', async () => {
  const author = await actorWith('author');
  const { id, slug } = await publishedPost(author);
  const before = await find(id);

  const { tags } = await madeStaleBy(() => unpublishPost(author, { id }));
  expect(await findPublicPost(slug)).toBeNull();
  expect(tags).toContain(cacheTags.post(id));

  const { version } = await find(id);
  await publishPost(author, { id, version });
  expect(await find(id)).toMatchObject({
    slug,
    publishAt: before.publishAt,
    contentUpdatedAt: before.contentUpdatedAt,
  });
});

test('a change that waited is the text of the draft after unpublishing', async () => {
  const author = await actorWith('author');
  const { id, version } = await publishedPost(author);
  await saveDraft(author, { id, version, fields: { title: 'Newer', tags: ['New'] } });

  await unpublishPost(author, { id });

  expect(await getEditable(author, id)).toMatchObject({
    hasPendingChange: false,
    fields: { title: 'Newer', tags: ['New'] },
  });
});

test('the trash remembers what a post was', async () => {
  const author = await actorWith('author');
  const { id, slug } = await publishedPost(author);

  await trashPost(author, { id });
  expect(await findPublicPost(slug)).toBeNull();
  await restorePost(author, { id });
  expect(await findPublicPost(slug)).toMatchObject({ id });

  // As an import leaves it.
  await db.post.update({ where: { id }, data: { status: 'private' } });
  await trashPost(author, { id });
  await restorePost(author, { id });
  expect((await getEditable(author, id)).state).toBe('Private');
});

test('permanently deletes only posts in the trash', async () => {
  const author = await actorWith('author');
  const { id } = await publishedPost(author);
  await expect(deletePost(author, { id })).rejects.toMatchObject({ code: 'conflict' });
  await expect(restorePost(author, { id })).rejects.toMatchObject({ code: 'conflict' });

  await trashPost(author, { id });
  await deletePost(author, { id });

  expect(await readDb.post.count({ where: { id } })).toBe(0);
  expect(await readDb.auditEntry.count({ where: { action: 'post.delete', subjectId: id } })).toBe(1);
});
