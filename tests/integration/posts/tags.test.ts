import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb, db } from '@/lib/database/db';
import { findTag, listTags } from '@/lib/post-lists/tag-queries';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { deleteTag, describeTag, mergeTags, renameTag } from '@/lib/posts/tagging/tag-changes';
import { runTagBulk } from '@/lib/posts/tagging/bulk-tags';
import { undoTagRemoval } from '@/lib/posts/tagging/tag-undo';
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

const tagsOfPost = async (postId: string) => {
  const rows = await readDb.postTag.findMany({
    where: { postId },
    orderBy: { position: 'asc' },
    include: { tag: true },
  });
  return rows.map(({ tag }) => tag.name);
};

test('a merge is undone: the tag, its posts, their order, its description and its addresses are back', async () => {
  const editor = await actorWith('editor');
  const both = await savedDraft(editor, { title: 'Both', tags: ['Gaffs', 'Booms'] });
  const one = await savedDraft(editor, { title: 'One', tags: ['Other', 'Booms'] });
  const left = await savedDraft(editor, { title: 'Left', tags: ['Booms'] });
  const booms = await readDb.tag.findUniqueOrThrow({ where: { slug: 'booms' } });
  await renameTag(editor, { id: booms.id, name: 'Spars' });
  await describeTag(editor, { id: booms.id, description: 'Of wood.' });

  const { undo } = await mergeTags(editor, { id: booms.id, into: 'Gaffs' });
  expect(await tagsOfPost(one.id)).toEqual(['Other', 'Gaffs']);
  // One post lost the tag in the meantime: nothing is put back there.
  await saveDraft(editor, { id: left.id, version: left.version, fields: { tags: [] } });
  const { tags } = await madeStaleBy(() => undoTagRemoval(editor, undo!));

  expect(tags).toEqual(expect.arrayContaining([cacheTags.tag(booms.id), cacheTags.post(one.id)]));
  expect(await findTag(editor, booms.id)).toMatchObject({ name: 'Spars', description: 'Of wood.', slug: 'spars' });
  expect(await tagsOfPost(both.id)).toEqual(['Gaffs', 'Spars']);
  expect(await tagsOfPost(one.id)).toEqual(['Other', 'Spars']);
  expect(await tagsOfPost(left.id)).toEqual([]);
  expect((await findRedirect('/tag/booms')).move).toEqual({ to: '/tag/spars', status: 301 });
  expect((await findRedirect('/tag/spars')).move).toBeNull();
  await expect(undoTagRemoval(editor, undo!)).rejects.toThrow('can no longer be undone');
});

test('what is undone is refused where another tag took its place, and for who may not merge', async () => {
  const [editor, author] = [await actorWith('editor'), await actorWith('author')];
  await savedDraft(editor, { title: 'One', tags: ['Jibs', 'Genoas'] });
  const jibs = await readDb.tag.findUniqueOrThrow({ where: { slug: 'jibs' } });
  const genoas = await readDb.tag.findUniqueOrThrow({ where: { slug: 'genoas' } });
  const { undo } = await mergeTags(editor, { id: jibs.id, into: 'Genoas' });
  await expect(undoTagRemoval(author, undo!)).rejects.toMatchObject({ code: 'forbidden' });
  await renameTag(editor, { id: genoas.id, name: 'Jibs', slug: 'jibs-again' });
  await expect(undoTagRemoval(editor, undo!)).rejects.toThrow('There is a tag “Jibs” in its place by now');
  await renameTag(editor, { id: genoas.id, name: 'Genoas' });
  await undoTagRemoval(editor, undo!);
});

test('several tags are merged and deleted at once, each by itself, and one undo takes it all back', async () => {
  const editor = await actorWith('editor');
  const post = await savedDraft(editor, { title: 'One', tags: ['Cleat', 'Bollard', 'Bitt'] });
  await savedDraft(editor, { title: 'Two', tags: ['Fairlead'] }).then(({ id, version }) =>
    saveDraft(editor, { id, version, fields: { tags: [] } }),
  );
  const id = async (slug: string) => (await readDb.tag.findUniqueOrThrow({ where: { slug } })).id;
  const ids = [await id('cleat'), await id('bollard'), await id('bitt')];
  const merged = await runTagBulk(editor, { action: 'merge', ids, into: 'Bitt' });
  expect(merged).toMatchObject({ done: 2, failed: [expect.stringContaining('this tag itself')] });
  expect(await tagsOfPost(post.id)).toEqual(['Bitt']);
  const deleted = await runTagBulk(editor, {
    action: 'delete',
    ids: [await id('fairlead'), await id('bitt')],
    into: '',
  });
  expect(deleted).toMatchObject({ done: 1, failed: [expect.stringContaining('Posts have this tag')] });

  await runTagBulk(editor, { action: 'undo', ids: [...merged.undo, ...deleted.undo], into: '' });
  expect(await tagsOfPost(post.id)).toEqual(['Cleat', 'Bollard', 'Bitt']);
  expect(await readDb.tag.count({ where: { slug: 'fairlead' } })).toBe(1);
});

test('tags are listed newest first on demand, page after page', async () => {
  await db.tag.deleteMany({ where: { id: 'tag-k' } });
  const editor = await actorWith('editor');
  await savedDraft(editor, { title: 'One', tags: ['Aardvark', 'Zebra'] });
  const { tags } = await listTags(editor, { search: '', after: '', sort: 'newest' });
  expect(tags.slice(0, 2).map(({ name }) => name)).toEqual(['Zebra', 'Aardvark']);
  const rest = await listTags(editor, { search: '', after: tags[0]!.id, sort: 'newest' });
  expect(rest.tags[0]?.name).toBe('Aardvark');
});
