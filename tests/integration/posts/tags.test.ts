import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb, db } from '@/lib/database/db';
import { findTag, listTags } from '@/lib/post-lists/tag-queries';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { deleteTag, describeTag, mergeTags, renameTag } from '@/lib/posts/tagging/tag-changes';
import { findRedirect } from '../../factories/imports';
import { savedDraft } from '../../factories/published-posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

test('tags are found whatever their capitals and accents', async () => {
  const author = await actorWith('author');
  const one = await savedDraft(author, { title: 'One', tags: ['Café'] });
  const two = await savedDraft(author, { title: 'Two', tags: ['CAFE'] });

  const rows = await readDb.postTag.findMany({ where: { postId: { in: [one.id, two.id] } }, include: { tag: true } });

  expect(new Set(rows.map(({ tagId }) => tagId)).size).toBe(1);
  expect(rows[0]?.tag).toMatchObject({ name: 'Café', slug: 'cafe' });
});

test('tags whose names differ by signs alone are tags of their own, each at an address of its own', async () => {
  const author = await actorWith('author');
  const names = ['C', 'C++', 'C#', '.NET', 'net', '🎉', '🎈', 'c#'];
  const { id } = await savedDraft(author, { title: 'Languages', tags: names });
  await savedDraft(author, { title: 'More of them', tags: ['C++', 'NET'] });

  expect((await getEditable(author, id)).fields.tags).toEqual(names.slice(0, -1));
  const rows = await readDb.tag.findMany({ where: { posts: { some: { postId: id } } }, orderBy: { slug: 'asc' } });
  expect(rows.map(({ name, slug }) => [name, slug])).toEqual([
    ['C', 'c'],
    ['C++', 'cpp'],
    ['C#', 'csharp'],
    ['.NET', 'dotnet'],
    ['net', 'net'],
    ['🎈', 'tag-1f388'],
    ['🎉', 'tag-1f389'],
  ]);
});

test('a tag from before keeps its address and is found by its name; renaming and merging go by names too', async () => {
  const editor = await actorWith('editor');
  const old = { slug: 'k', name: 'K++', createdAt: new Date() };
  await db.tag.create({ data: { id: 'tag-k', ...old } });
  await savedDraft(editor, { title: 'Old and new', tags: ['k++', 'K#', 'K'] });

  const tags = await readDb.tag.findMany({ where: { name: { startsWith: 'K' } }, orderBy: { name: 'asc' } });
  expect(tags.map(({ name, slug }) => [name, slug])).toEqual([
    ['K', 'k-2'],
    ['K#', 'ksharp'],
    ['K++', 'k'],
  ]);
  const [plain, sharp] = tags;
  await expect(renameTag(editor, { id: plain!.id, name: 'k#' })).rejects.toThrow('There is a tag “K#” already');
  await renameTag(editor, { id: sharp!.id, name: 'K Sharp' });
  expect((await readDb.tag.findUniqueOrThrow({ where: { id: sharp!.id } })).slug).toBe('k-sharp');
  await expect(mergeTags(editor, { id: plain!.id, into: 'K#' })).rejects.toThrow('There is no tag “K#”');
  await expect(mergeTags(editor, { id: plain!.id, into: ' ' })).rejects.toThrow('Write the name of the tag');
  expect((await mergeTags(editor, { id: plain!.id, into: 'K++' })).id).toBe('tag-k');
});

test('a renamed tag leaves a redirect, and its old name still finds it', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const { id } = await savedDraft(author, { title: 'One', tags: ['Sailing boats'] });
  const { tagId } = await readDb.postTag.findFirstOrThrow({ where: { postId: id } });

  await expect(renameTag(author, { id: tagId, name: 'Boats' })).rejects.toMatchObject({ code: 'forbidden' });
  const { tags } = await madeStaleBy(() => renameTag(editor, { id: tagId, name: 'Boats' }));

  expect((await findRedirect('/tag/sailing-boats')).move).toEqual({ to: '/tag/boats', status: 301 });
  expect(tags).toEqual(expect.arrayContaining([cacheTags.tag(tagId), cacheTags.post(id), 'address:sailing-boats']));
  const again = await savedDraft(author, { title: 'Two', tags: ['sailing boats'] });
  expect(await readDb.postTag.count({ where: { postId: again.id, tagId } })).toBe(1);
});

test('merged tags keep every post once, and every address', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const both = await savedDraft(author, { title: 'Both', tags: ['Ships', 'Vessels'] });
  const one = await savedDraft(author, { title: 'One', tags: ['Vessels'] });
  const [ships, vessels] = await Promise.all(
    ['ships', 'vessels'].map((slug) => readDb.tag.findUniqueOrThrow({ where: { slug } })),
  );

  await mergeTags(editor, { id: vessels!.id, into: ' Ships ' });

  expect(await readDb.postTag.count({ where: { tagId: ships!.id, postId: { in: [both.id, one.id] } } })).toBe(2);
  expect(await readDb.tag.count({ where: { id: vessels!.id } })).toBe(0);
  expect((await findRedirect('/tag/vessels')).move).toEqual({ to: '/tag/ships', status: 301 });
  await expect(mergeTags(editor, { id: ships!.id, into: 'Ships' })).rejects.toThrow('this tag itself');
  await expect(mergeTags(editor, { id: ships!.id, into: 'Submarines' })).rejects.toThrow('no tag “Submarines”');
});

test('a tag is described, and deleted only once no post has it', async () => {
  const editor = await actorWith('editor');
  const { id, version } = await savedDraft(editor, { title: 'Nets', tags: ['Nets and lines'] });
  const found = await listTags(editor, { search: 'Nets and', after: '' });
  const tag = found.tags[0]!;
  expect(tag).toMatchObject({ name: 'Nets and lines', postCount: 1 });

  await describeTag(editor, { id: tag.id, description: ' What is mended in winter. ' });
  expect(await findTag(editor, tag.id)).toMatchObject({ description: 'What is mended in winter.' });
  await expect(describeTag(editor, { id: tag.id, description: 'x'.repeat(1_001) })).rejects.toThrow('1,000 characters');
  await expect(deleteTag(editor, tag.id)).rejects.toThrow('Posts have this tag');
  await saveDraft(editor, { id, version, fields: { tags: [] } });
  await deleteTag(editor, tag.id);

  expect(await findTag(editor, tag.id)).toBeNull();
  await expect(listTags(await actorWith('author'), { search: '', after: '' })).rejects.toThrow('does not allow');
});

test('the slug of a tag is changed by itself; a wrong one, a taken one and one of another before are refused', async () => {
  const editor = await actorWith('editor');
  await savedDraft(editor, { title: 'Winds', tags: ['Föhn', 'Mistral', 'Bora'] });
  const [wind, mistral, bora] = await Promise.all(
    ['Föhn', 'Mistral', 'Bora'].map((name) => readDb.tag.findFirstOrThrow({ where: { name } })),
  );
  const rename = (slug: string) => renameTag(editor, { id: wind!.id, name: 'Föhn', slug });
  await renameTag(editor, { id: bora!.id, name: 'Bora', slug: 'bura' });
  await expect(rename('Warm Wind')).rejects.toMatchObject({ fields: { slug: expect.stringContaining('warm-wind') } });
  await expect(rename(mistral!.slug)).rejects.toMatchObject({
    fields: { slug: 'The tag “Mistral” has this URL slug.' },
  });
  await expect(rename('bora')).rejects.toMatchObject({ fields: { slug: expect.stringContaining('the tag “Bora”') } });
  expect(await rename('warm-wind')).toMatchObject({ slug: 'warm-wind' });
  for (const rest of ['', '/feed.xml', '/rss.xml', '/feed.json']) {
    expect((await findRedirect(`/tag/${wind!.slug}${rest}`)).move).toEqual({
      to: `/tag/warm-wind${rest}`,
      status: 301,
    });
  }
  expect(await rename(wind!.slug)).toMatchObject({ slug: wind!.slug });
  expect((await findRedirect('/tag/warm-wind')).move?.to).toBe(`/tag/${wind!.slug}`);
});
