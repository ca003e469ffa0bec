import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { quickEdit } from '@/lib/posts/publishing/quick-editing';
import { findRedirect } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { publishedPost, savedDraft } from '../../factories/published-posts';
import { actorWith } from '../../factories/users';

const editor = await actorWith('editor');
const same = { publishAt: null };

test('what is changed of a published post is out at once, and its old address redirects', async () => {
  const { id, slug, version } = await publishedPost(editor, { title: 'Tar', tags: ['Ropes'] });
  const fields = { title: 'Pitch', slug: 'pitch', tags: ['Caulking'], pinned: true, commentsMode: 'closed' as const };
  const edited = await quickEdit(editor, { id, version, fields, ...same });
  expect(edited).toMatchObject({ state: 'published', problem: null });
  expect(await findPublicPost('pitch')).toMatchObject({ id, title: 'Pitch', tags: [{ name: 'Caulking' }] });
  expect((await findRedirect(`/${slug}`)).move).toEqual({ to: '/pitch', status: 301 });
  expect((await getEditable(editor, id)).fields.bodyHtml).toContain('High water at noon');
});

test('a draft stays one, and a post with unpublished changes keeps them to itself', async () => {
  const draft = await savedDraft(editor, { title: 'Draft' });
  expect(await quickEdit(editor, { ...draft, fields: { title: 'Drafted' }, ...same })).toMatchObject({
    state: 'saved',
  });
  expect((await getEditable(editor, draft.id)).state).toBe('Draft');

  const { id, slug, version } = await publishedPost(editor, { title: 'Out' });
  const pending = await saveDraft(editor, { id, version, fields: { bodyHtml: '<p>Not yet.</p>' } });
  const edited = await quickEdit(editor, { id, version: pending.version, fields: { title: 'Outward' }, ...same });
  expect(edited.state).toBe('pending');
  expect(await findPublicPost(slug)).toMatchObject({ title: 'Out' });
  expect((await getEditable(editor, id)).fields).toMatchObject({ title: 'Outward', bodyHtml: '<p>Not yet.</p>' });
});

test('its date is changed: ahead for what is scheduled, never ahead for what readers have', async () => {
  const ahead = (days: number) => new Date(Date.now() + days * 86_400_000);
  const scheduled = await createPost({ publishAt: ahead(3), firstPublishedAt: ahead(3) });
  const wanted = { id: scheduled.id, version: scheduled.version, fields: {}, publishAt: ahead(5) };
  expect(await quickEdit(editor, wanted)).toMatchObject({ state: 'published', problem: null });
  const stored = await db.post.findUniqueOrThrow({ where: { id: scheduled.id } });
  expect(stored.publishAt).toEqual(wanted.publishAt);

  const { id, version } = await publishedPost(editor, { title: 'Here' });
  const hiding = quickEdit(editor, { id, version, fields: { title: 'Gone' }, publishAt: ahead(1) });
  await expect(hiding).rejects.toMatchObject({
    fields: { publishAt: expect.stringContaining('would hide it') as string },
  });
  expect((await getEditable(editor, id)).fields.title).toBe('Here');
});

test('a newer version is told and not overwritten; saving on top of it keeps what else is new', async () => {
  const { id, version } = await savedDraft(editor, { title: 'One' });
  const newer = await saveDraft(editor, { id, version, fields: { title: 'Two', excerpt: 'New.' } });
  const stale = quickEdit(editor, { id, version, fields: { title: 'Mine' }, ...same });
  await expect(stale).rejects.toMatchObject({ version: newer.version, theirs: { title: 'Two' } });
  expect((await getEditable(editor, id)).fields.title).toBe('Two');
  await quickEdit(editor, { id, version: newer.version, fields: { title: 'Mine' }, ...same });
  expect((await getEditable(editor, id)).fields).toMatchObject({ title: 'Mine', excerpt: 'New.' });
});

test('a wrong address saves nothing, and nobody edits what is not theirs', async () => {
  const { id, version } = await savedDraft(editor, { title: 'One' });
  await publishedPost(editor, { title: 'Taken', slug: 'taken-already' });
  const wrong = quickEdit(editor, { id, version, fields: { title: 'Two', slug: 'taken-already' }, ...same });
  await expect(wrong).rejects.toMatchObject({ fields: { slug: expect.any(String) as string } });
  expect((await getEditable(editor, id)).fields.title).toBe('One');
  const author = await actorWith('author');
  await expect(quickEdit(author, { id, version, fields: { title: 'Mine' }, ...same })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('what cannot be published is saved, and says why', async () => {
  const { id, version } = await publishedPost(editor, { title: 'Full' });
  const edited = await quickEdit(editor, { id, version, fields: { title: '' }, ...same });
  expect(edited.state).toBe('pending');
  expect(edited.problem?.message).toContain('Give it a title');
});
