import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { createDraft, findProblems, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { openEmptyDraft } from '@/lib/posts/editing/new-drafts';
import { listRevisions } from '@/lib/posts/editing/revisions';
import { SaveConflict } from '@/lib/posts/editing/save-conflict';
import { readFields } from '@/lib/posts/fields/post-fields';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { trashPost } from '@/lib/posts/publishing/unpublishing';
import { actorWith } from '../../factories/users';

test('the same save sent again is no conflict, and changes nothing', async () => {
  const author = await actorWith('author');
  await db.tag.create({ data: { id: 'quays', slug: 'quays', name: 'Quays', createdAt: new Date() } });
  const { id, version } = await createDraft(author, { type: 'post' });
  const fields = { title: 'Once', bodyHtml: '<p>Words.</p>', tags: ['quays'], pinnedUntil: '2031-01-01T12:00:00Z' };
  const first = await saveDraft(author, { id, version, fields });
  expect(first).toMatchObject({ version: 2, isRepeated: false });

  expect(await saveDraft(author, { id, version, fields })).toMatchObject({
    version: 2,
    isRepeated: true,
    problems: {},
  });
  expect(await listRevisions(author, id)).toHaveLength(1);
  const published = await publishPost(author, { id, version: 2 });
  const again = await saveDraft(author, { id, version, fields });
  expect(again).toMatchObject({ version: published.version, isRepeated: true, publication: { state: 'Published' } });
  for (const other of [{ title: 'Twice' }, { tags: ['Nets'] }])
    await expect(saveDraft(author, { id, version, fields: { ...fields, ...other } })).rejects.toThrow(SaveConflict);
});

test('the same save sent twice at once is stored once, and is no conflict', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });

  const saves = await Promise.all([1, 2, 3].map(() => saveDraft(author, { id, version, fields: { title: 'Once' } })));

  expect(saves.map((saved) => saved.version)).toEqual([2, 2, 2]);
  expect(saves.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
});

test('fields that cannot be saved are named, and all others are saved', async () => {
  const author = await actorWith('editor');
  const { id, version } = await createDraft(author, { type: 'post' });
  const sent = {
    title: 'Nets',
    tags: 't'.repeat(61),
    canonicalUrl: 'not an address',
    commentsMode: 'never',
    slug: 'a'.repeat(400),
    coverId: 'gone',
    authorIds: '',
  };
  const { fields, problems } = readFields({ ...sent, unknown: 'x' });
  expect(fields).toEqual({ title: 'Nets', slug: sent.slug, coverId: 'gone', authorIds: [] });
  expect(problems).toEqual({
    tags: 'A tag can have at most 60 characters.',
    canonicalUrl: expect.stringContaining('must be a full address'),
    commentsMode: 'Choose Open, Closed or Off.',
  });

  const stored = await saveDraft(author, { id, version, fields, isLenient: true });

  const refused = {
    authorIds: 'At least one author is needed.',
    coverId: 'That image is no longer in the library. Please choose another one.',
    slug: 'A URL slug can have at most 80 characters.',
  };
  expect(stored.problems).toEqual(refused);
  const kept = { title: 'Nets', slug: '', tags: [], coverId: null, authorIds: [author.id] };
  expect((await getEditable(author, id)).fields).toMatchObject(kept);
  expect(await findProblems(author, id, fields)).toEqual(refused);
  const stranger = await actorWith('author');
  await expect(findProblems(stranger, id, fields)).rejects.toMatchObject({ code: 'not_found' });
});

test('a new draft is the one in which nobody has written yet', async () => {
  const author = await actorWith('author');
  const other = await actorWith('author');
  const opened = await Promise.all([1, 2, 3].map(() => openEmptyDraft(author, { type: 'post' })));
  const { id, version } = opened[0]!;
  expect(new Set(opened.map((draft) => draft.id)).size).toBe(1);
  expect((await openEmptyDraft(author, { type: 'page' })).id).not.toBe(id);
  expect((await openEmptyDraft(other, { type: 'post' })).id).not.toBe(id);

  const written = await saveDraft(author, { id, version, fields: { title: 'Begun' } });
  const next = await openEmptyDraft(author, { type: 'post' });
  expect(next.id).not.toBe(id);
  await saveDraft(author, { id, version: written.version, fields: { title: '' } });
  expect((await openEmptyDraft(author, { type: 'post' })).id).toBe(next.id);
  await trashPost(author, { id: next.id });
  expect([id, next.id]).not.toContain((await openEmptyDraft(author, { type: 'post' })).id);
});

test.each(['reader', 'moderator', 'ads'] as const)('a %s opens no empty draft', async (role) => {
  await expect(openEmptyDraft(await actorWith(role), { type: 'post' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a revision keeps all its fields although one is longer than it may be today', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });
  const long = { seoTitle: 's'.repeat(300), coverAlt: 'A quay', noindex: true };
  await db.post.update({ where: { id }, data: { ...long, title: 'Imported' } });
  await publishPost(author, { id, version });
  await saveDraft(author, { id, version: version + 1, fields: { title: 'Imported, and changed' } });

  const { fields } = await getEditable(author, id);
  expect(fields).toMatchObject({ ...long, title: 'Imported, and changed' });
  const again = { id, version: version + 2, fields: { ...fields, tags: ['Boats'] }, isLenient: true };
  expect((await saveDraft(author, again)).problems).toEqual({ seoTitle: expect.stringContaining('at most 200') });
  expect((await getEditable(author, id)).fields).toMatchObject({ ...long, tags: ['Boats'] });
});
