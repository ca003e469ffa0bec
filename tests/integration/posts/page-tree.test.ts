import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { getEditable } from '@/lib/posts/editing/drafting';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { findPagesAbove, findMenu } from '@/lib/posts/listing/subject-queries';
import { listPagesBelow, listParents } from '@/lib/posts/publishing/page-tree';
import { deletePost, restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { findRedirect } from '../../factories/imports';
import { changePublished, publishedPost, savedDraft } from '../../factories/published-posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const page = (actor: Awaited<ReturnType<typeof actorWith>>, title: string, parentId: string | null = null, slug = '') =>
  publishedPost(actor, { title, slug, parentId }, 'page');
const slugOf = async (id: string) => (await readDb.post.findUniqueOrThrow({ where: { id } })).slug;
const targetOf = async (from: string) => (await findRedirect(from)).move;
const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { fields: Record<string, string> }) => error.fields,
  );

test('the address of a page shows the pages above it, and pages of one name stand below different ones', async () => {
  const editor = await actorWith('editor');
  const about = await page(editor, 'About the tree');
  const shop = await page(editor, 'Shop of trees');
  const team = await page(editor, 'Team', about.id);
  const crew = await page(editor, 'Crew', team.id);
  const other = await page(editor, 'Team', shop.id);
  const twin = await page(editor, 'Team', about.id);
  expect([team.slug, crew.slug, other.slug, twin.slug]).toEqual([
    'about-the-tree/team',
    'about-the-tree/team/crew',
    'shop-of-trees/team',
    'about-the-tree/team-2',
  ]);
  expect((await getEditable(editor, crew.id)).fields).toMatchObject({ slug: 'crew', parentId: team.id });
  expect(await findPagesAbove(crew.slug)).toEqual([
    { title: 'About the tree', slug: 'about-the-tree' },
    { title: 'Team', slug: 'about-the-tree/team' },
  ]);
  expect((await findMenu(6)).pages.map(({ slug }) => slug)).not.toContain(team.slug);
});

test('moving a page takes all below along, and each old address redirects in one step', async () => {
  const editor = await actorWith('editor');
  const root = await page(editor, 'Old root');
  const child = await page(editor, 'Child', root.id);
  const grandchild = await page(editor, 'Grandchild', child.id);
  const editedOf = async () => (await readDb.post.findUniqueOrThrow({ where: { id: grandchild.id } })).updatedAt;
  const edited = await editedOf();
  const { tags } = await madeStaleBy(() => changePublished(editor, root.id, { slug: 'new-root' }));
  expect(await editedOf()).toEqual(edited);
  expect(tags).toEqual(
    expect.arrayContaining(['site', 'address:/old-root/child/grandchild', 'address:/new-root/child/grandchild']),
  );
  const other = await page(editor, 'Another root');
  await changePublished(editor, child.id, { parentId: other.id });
  expect(await slugOf(grandchild.id)).toBe('another-root/child/grandchild');
  for (const from of ['/old-root/child/grandchild', '/new-root/child/grandchild'])
    expect(await targetOf(from)).toEqual({ to: '/another-root/child/grandchild', status: 301 });
  // Pages have no comments, hence no feed of them.
  expect(await targetOf('/old-root/child/feed.xml')).toEqual({ to: '/another-root/child', status: 301 });
  await changePublished(editor, child.id, { parentId: null });
  expect(await slugOf(grandchild.id)).toBe('child/grandchild');
  await changePublished(editor, child.id, { parentId: root.id });
  expect(await targetOf('/new-root/child')).toBeNull();
  expect(await targetOf('/child/grandchild')).toEqual({ to: '/new-root/child/grandchild', status: 301 });
});

test('circles, too many levels, reserved and taken slugs, and parents that are none are refused', async () => {
  const editor = await actorWith('editor');
  const one = await page(editor, 'Level one');
  const two = await page(editor, 'Two', one.id);
  const three = await page(editor, 'Three', two.id);
  const four = await page(editor, 'Four', three.id);
  const lone = await page(editor, 'Lone');
  const post = await publishedPost(editor, { title: 'No page' });
  const draft = await savedDraft(editor, { title: 'Draft of a page' }, 'page');
  const wrong = (id: string, fields: object) => fieldsOf(changePublished(editor, id, fields));
  expect(await wrong(one.id, { parentId: one.id })).toEqual({ parentId: expect.stringContaining('below itself') });
  expect(await wrong(one.id, { parentId: three.id })).toEqual({ parentId: expect.stringContaining('below itself') });
  expect(await wrong(lone.id, { parentId: four.id })).toEqual({ parentId: expect.stringContaining('At most 4 pages') });
  expect(await wrong(two.id, { parentId: lone.id })).toBeNull();
  expect(await wrong(lone.id, { parentId: one.id })).toEqual({ parentId: expect.stringContaining('At most 4 pages') });
  expect(await wrong(one.id, { parentId: post.id })).toEqual({ parentId: expect.stringContaining('never published') });
  expect(await wrong(one.id, { parentId: draft.id })).toEqual({ parentId: expect.stringContaining('never published') });
  expect(await wrong(one.id, { parentId: lone.id, slug: 'feed' })).toEqual({
    slug: expect.stringContaining('reserved'),
  });
  expect(await wrong(one.id, { parentId: lone.id, slug: 'two' })).toEqual({ slug: expect.stringContaining('"two-2"') });
  expect((await listParents(editor, { id: two.id, parentId: one.id })).map(({ id }) => id)).not.toContain(three.id);
});

test('a page with others below it is not deleted, and a post stands below none', async () => {
  const editor = await actorWith('editor');
  const above = await page(editor, 'Above all');
  const below = await page(editor, 'Below it', above.id);
  await trashPost(editor, { id: above.id });
  await expect(deletePost(editor, { id: above.id })).rejects.toThrow('“Below it” stands below this page.');
  await db.post.update({ where: { id: above.id }, data: { status: 'published' } });
  const post = await publishedPost(editor, { title: 'Just a post', parentId: above.id });
  expect(post.slug).toBe('just-a-post');
  await unpublishPost(editor, { id: below.id });
  expect(await slugOf(below.id)).toBe('above-all/below-it');
});

test('a page goes to the trash alone: those below stay at their addresses, and its place above them is kept', async () => {
  const editor = await actorWith('editor');
  const above = await page(editor, 'Harbour guide');
  const below = await page(editor, 'Berths', above.id);
  const deeper = await page(editor, 'Guest berths', below.id);
  const draft = await page(editor, 'Tolls', above.id);
  const gone = await page(editor, 'Former tolls', above.id);
  await unpublishPost(editor, { id: draft.id });
  await trashPost(editor, { id: gone.id });
  const counted = await listPagesBelow([above.id, below.id, deeper.id]);
  expect(counted.get(above.id)?.toSorted()).toEqual([below.id, deeper.id, draft.id].toSorted());
  expect([counted.get(below.id), counted.get(deeper.id)]).toEqual([[deeper.id], undefined]);

  await trashPost(editor, { id: above.id });
  const reached = await findPublicPost('harbour-guide/berths/guest-berths');
  expect([reached?.id, await findPublicPost('harbour-guide')]).toEqual([deeper.id, null]);
  expect((await findPagesAbove(deeper.slug)).map(({ title }) => title)).toEqual(['Berths']);
  // A form that did not offer the parent would save the page without it.
  const parents = await listParents(editor, { id: below.id, parentId: above.id });
  expect(parents.map(({ id }) => id)).toContain(above.id);
  expect((await listParents(editor, { id: deeper.id, parentId: null })).map(({ id }) => id)).not.toContain(above.id);
  await changePublished(editor, below.id, { title: 'All berths' });
  expect(await slugOf(below.id)).toBe('harbour-guide/berths');

  await restorePost(editor, { id: above.id });
  expect((await findPagesAbove(deeper.slug)).map(({ title }) => title)).toEqual(['Harbour guide', 'All berths']);
  expect((await findPublicPost('harbour-guide'))?.id).toBe(above.id);
});
