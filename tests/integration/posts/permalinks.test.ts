import { beforeEach, expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import { READDRESS_POSTS } from '@/lib/events/subscribers';
import { newId } from '@/lib/platform/ids';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { readdressPosts } from '@/lib/posts/publishing/readdressing';
import { trashPost, restorePost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import type { PermalinkForm } from '@/lib/settings/permalinks';
import { storeSettings } from '@/lib/settings/queries';
import { applySettings } from '@/lib/settings/updating';
import { findRedirect, importWordPress } from '../../factories/imports';
import { changePublished, publishedPost, savedDraft } from '../../factories/published-posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../../factories/wxr';

const slugOf = async (id: string) => (await readDb.post.findUniqueOrThrow({ where: { id } })).slug;
const editedOf = async (id: string) => (await readDb.post.findUniqueOrThrow({ where: { id } })).updatedAt;
const targetOf = async (from: string) => (await findRedirect(from)).move;
const movedTo = (to: string) => ({ to, status: 301 });
const march = new Date('2026-03-12T10:00:00Z');
const may = new Date('2025-05-01T10:00:00Z');

async function dated(title: string, publishAt: Date) {
  const editor = await actorWith('editor');
  return publishPost(editor, { ...(await savedDraft(editor, { title })), publishAt });
}

async function choose(permalinks: PermalinkForm) {
  await storeSettings({ permalinks });
  await readdressPosts({});
}

beforeEach(() => choose('slug'));

test('a post is published in the folder that the settings ask for, and a page is not', async () => {
  const editor = await actorWith('editor');
  expect((await dated('Ferry one', march)).slug).toBe('ferry-one');
  await choose('month');
  expect((await dated('Ferry two', march)).slug).toBe('2026/03/ferry-two');
  expect((await dated('Ferry two', march)).slug).toBe('2026/03/ferry-two-2');
  expect((await dated('Ferry two', may)).slug).toBe('2025/05/ferry-two');
  expect((await publishedPost(editor, { title: 'About ferries' }, 'page')).slug).toBe('about-ferries');
  await choose('blog');
  const post = await dated('Ferry three', march);
  expect(post.slug).toBe('blog/ferry-three');
  expect((await getEditable(editor, post.id)).fields.slug).toBe('ferry-three');
  // It would be the feed of its folder.
  expect((await dated('Feed', march)).slug).toBe('blog/feed-2');
});

test('after another form, and back again, each former address leads to today’s in one step', async () => {
  const editor = await actorWith('editor');
  const post = await dated('Night boat', march);
  const page = await publishedPost(editor, { title: 'Night page' }, 'page');
  const draft = await savedDraft(editor, { title: 'Night draft', slug: 'night-draft' });
  await changePublished(editor, post.id, { slug: 'last-boat' });
  expect(await targetOf('/night-boat')).toEqual(movedTo('/last-boat'));
  const edited = await editedOf(post.id);

  await choose('month');
  expect(await editedOf(post.id)).toEqual(edited);
  expect([await slugOf(post.id), await slugOf(page.id), await slugOf(draft.id)]).toEqual([
    '2026/03/last-boat',
    'night-page',
    'night-draft',
  ]);
  for (const from of ['/night-boat', '/last-boat']) expect(await targetOf(from)).toEqual(movedTo('/2026/03/last-boat'));
  expect(await targetOf('/last-boat/feed.xml')).toEqual(movedTo('/2026/03/last-boat/feed.xml'));
  expect(await targetOf('/last-boat/comments/page/2')).toEqual(movedTo('/2026/03/last-boat/comments/page/2'));
  expect(await targetOf('/2026/03/last-boat')).toBeNull();

  await choose('blog');
  for (const from of ['/night-boat', '/last-boat', '/2026/03/last-boat'])
    expect(await targetOf(from)).toEqual(movedTo('/blog/last-boat'));
  await choose('slug');
  expect(await slugOf(post.id)).toBe('last-boat');
  for (const from of ['/night-boat', '/2026/03/last-boat', '/blog/last-boat'])
    expect(await targetOf(from)).toEqual(movedTo('/last-boat'));
  expect(await targetOf('/last-boat')).toBeNull();
});

test('another date or slug moves a post within its form, and the former address leads on', async () => {
  const editor = await actorWith('editor');
  await choose('month');
  const post = await dated('Pilot cutter', march);
  const { version } = await getEditable(editor, post.id);
  const moved = await publishPost(editor, { id: post.id, version, publishAt: may });
  expect(moved.slug).toBe('2025/05/pilot-cutter');
  expect(await targetOf('/2026/03/pilot-cutter')).toEqual(movedTo('/2025/05/pilot-cutter'));
  await changePublished(editor, post.id, { slug: 'cutter' });
  for (const from of ['/2026/03/pilot-cutter', '/2025/05/pilot-cutter'])
    expect(await targetOf(from)).toEqual(movedTo('/2025/05/cutter'));
  const back = await getEditable(editor, post.id);
  await publishPost(editor, { id: post.id, version: back.version, publishAt: march });
  expect(await targetOf('/2025/05/cutter')).toEqual(movedTo('/2026/03/cutter'));
  // Where one is in the way, the one that comes has a number.
  await dated('Cutter', may);
  const again = await getEditable(editor, post.id);
  expect((await publishPost(editor, { id: post.id, version: again.version, publishAt: may })).slug).toBe(
    '2025/05/cutter-2',
  );
});

test('a taken slug of the folder is refused in words, and the draft keeps what it had', async () => {
  const editor = await actorWith('editor');
  await choose('blog');
  await dated('Lighthouse', march);
  const draft = await savedDraft(editor, { title: 'Another' });
  const attempt = saveDraft(editor, { ...draft, fields: { slug: 'lighthouse' } });
  await expect(attempt).rejects.toMatchObject({
    fields: { slug: expect.stringContaining('"lighthouse-2" is available') },
  });
  const other = saveDraft(editor, { ...draft, fields: { slug: 'comments' } });
  await expect(other).rejects.toMatchObject({ fields: { slug: expect.stringContaining('reserved') } });
});

test('posts in the trash and reverted ones move along; what nobody could read leads nowhere', async () => {
  const editor = await actorWith('editor');
  const [trashed, reverted] = [await dated('Sunken', march), await dated('Stranded', march)];
  await trashPost(editor, trashed);
  await unpublishPost(editor, reverted);
  await choose('blog');
  expect([await targetOf('/sunken'), await targetOf('/stranded')]).toEqual([null, null]);
  await restorePost(editor, trashed);
  expect(await targetOf('/sunken')).toEqual(movedTo('/blog/sunken'));
  const { version } = await getEditable(editor, reverted.id);
  const saved = await saveDraft(editor, { id: reverted.id, version, fields: { slug: 'afloat' } });
  expect((await publishPost(editor, { id: reverted.id, version: saved.version })).slug).toBe('blog/afloat');
  expect(await targetOf('/stranded')).toEqual(movedTo('/blog/afloat'));
});

test('a page in the way keeps its address, and the post has a number', async () => {
  const editor = await actorWith('editor');
  const blog = await publishedPost(editor, { title: 'Blog' }, 'page').catch(() => null);
  const folder = blog ?? (await publishedPost(editor, { title: 'Log', slug: 'blog' }, 'page'));
  const page = await publishedPost(editor, { title: 'Tides', parentId: folder.id }, 'page');
  const post = await dated('Tides', march);
  await choose('blog');
  expect([await slugOf(page.id), await slugOf(post.id)]).toEqual(['blog/tides', 'blog/tides-2']);
  await choose('slug');
  expect(await slugOf(post.id)).toBe('tides-2');
});

test('a rule for all below the folder of posts leads on what is gone, and hides no post', async () => {
  await choose('blog');
  await dated('Windlass', march);
  const rule = { from: '/blog', to: '/news', status: 301, kind: 'prefix', source: 'manual' };
  await db.redirect.create({ data: { id: newId(), ...rule, createdAt: new Date() } });
  expect(await targetOf('/blog/windlass')).toBeNull();
  expect(await targetOf('/blog/windlass/feed.xml')).toBeNull();
  expect(await targetOf('/blog/capstan')).toEqual(movedTo('/news/capstan'));
  expect(await targetOf('/windlass')).toBeNull();
  await db.redirect.deleteMany({ where: { from: '/blog' } });
});

test('every page that shows an address is stale after a move, and what is right is not written again', async () => {
  const post = await dated('Stale boat', march);
  await storeSettings({ permalinks: 'month' });
  const { tags } = await madeStaleBy(() => readdressPosts({}));
  expect(tags).toEqual(
    expect.arrayContaining(['site', 'list', `post:${post.id}`, 'address:/stale-boat', 'address:/2026/03/stale-boat']),
  );
  expect((await madeStaleBy(() => readdressPosts({}))).tags).toEqual([]);
});

test('another form, and a finished import, have posts moved by a job, which goes on where it left off', async () => {
  const jobs = () => readDb.outbox.count({ where: { event: READDRESS_POSTS } });
  const before = await jobs();
  await applySettings(await actorWith('admin'), { tagline: `Of ${before}` });
  expect(await jobs()).toBe(before);
  await applySettings(await actorWith('admin'), { permalinks: 'blog' });
  expect(await jobs()).toBe(before + 1);
  const post = await dated('Much later', march);
  await storeSettings({ permalinks: 'month' });
  await readdressPosts({}, 0);
  expect(await jobs()).toBe(before + 2);
  await readdressPosts({ after: post.id });
  expect(await slugOf(post.id)).toBe('blog/much-later');
  await readdressPosts({});
  expect(await slugOf(post.id)).toBe('2026/03/much-later');
});

test('an imported post whose old address is of the form keeps it', async () => {
  await choose('month');
  const link = `${OLD_SITE}/2014/05/anchor-watch/`;
  const item = wxrItem({ id: '991', name: 'anchor-watch', title: 'Anchor watch', link });
  await importWordPress('operator', { files: [wxrFile(wxr(item))], oldUrl: null, dryRun: false });
  expect(await readDb.outbox.count({ where: { event: READDRESS_POSTS } })).toBeGreaterThan(0);
  await readdressPosts({});
  expect(await readDb.post.count({ where: { slug: '2014/05/anchor-watch' } })).toBe(1);
  expect(await targetOf('/2014/05/anchor-watch')).toBeNull();
  expect(await targetOf('/anchor-watch')).toEqual(movedTo('/2014/05/anchor-watch'));
});
