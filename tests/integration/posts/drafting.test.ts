import { expect, onTestFinished, test } from 'vitest';
import { onStatement } from '@/lib/database/query-events';
import { readDb, db } from '@/lib/database/db';
import { createDraft, discardPending, getEditable, restoreRevision, saveDraft } from '@/lib/posts/editing/drafting';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { listRevisions } from '@/lib/posts/editing/revisions';
import { SaveConflict } from '@/lib/posts/editing/save-conflict';
import { trashPost } from '@/lib/posts/publishing/unpublishing';
import { actorWith } from '../../factories/users';

const find = (id: string) => readDb.post.findUniqueOrThrow({ where: { id } });

async function livePost(role: 'author' | 'editor' = 'author') {
  const author = await actorWith(role);
  const { id, version } = await createDraft(author, { type: 'post' });
  const fields = { title: 'Nets on the quay', bodyHtml: '<p>They dry by noon.</p>' };
  const saved = await saveDraft(author, { id, version, fields });
  const published = await publishPost(author, { id, version: saved.version });
  return { author, ...published };
}

test('a draft is saved as it is written, cleaned', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });
  const fields = {
    title: 'A  storm\u0000 comes',
    bodyHtml: '<p onclick="x()">Wind<script>x()</script></p>',
    tags: ['Weather', 'weather'],
  };

  const saved = await saveDraft(author, { id, version, fields });

  expect(saved).toMatchObject({ version: 2, problems: {} });
  expect((await getEditable(author, id)).fields).toMatchObject({
    title: 'A storm comes',
    bodyHtml: '<p>Wind</p>',
    tags: ['Weather'],
    authorIds: [author.id],
  });
});

test('an unchanged save makes neither a version nor a revision', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });
  const fields = { title: 'Same' };
  const first = await saveDraft(author, { id, version, fields });

  const second = await saveDraft(author, { id, version: first.version, fields });

  expect(second.version).toBe(first.version);
  expect(await listRevisions(author, id)).toHaveLength(1);
});

test('autosaves of one sitting are one revision; a save ends the sitting', async () => {
  const author = await actorWith('author');
  const { id } = await createDraft(author, { type: 'post' });
  let version = 1;
  for (const title of ['O', 'On', 'One']) {
    ({ version } = await saveDraft(author, { id, version, fields: { title }, kind: 'autosave' }));
  }
  ({ version } = await saveDraft(author, { id, version, fields: { title: 'One day' }, kind: 'save' }));
  await saveDraft(author, { id, version, fields: { title: 'One day more' }, kind: 'autosave' });

  const revisions = await listRevisions(author, id);

  expect(revisions.map(({ kind, title }) => [kind, title])).toEqual([
    ['autosave', 'One day more'],
    ['save', 'One day'],
  ]);
});

test('an autosave after ten minutes, or by another user, is a new revision', async () => {
  const author = await actorWith('author');
  const editor = await actorWith('editor');
  const { id } = await createDraft(author, { type: 'post' });
  let { version } = await saveDraft(author, { id, version: 1, fields: { title: 'One' }, kind: 'autosave' });
  await db.postRevision.updateMany({
    where: { postId: id },
    data: { createdAt: new Date(Date.now() - 11 * 60_000) },
  });
  ({ version } = await saveDraft(author, { id, version, fields: { title: 'Two' }, kind: 'autosave' }));
  await saveDraft(editor, { id, version, fields: { title: 'Three' }, kind: 'autosave' });

  expect((await listRevisions(author, id)).map(({ title }) => title)).toEqual(['Three', 'Two', 'One']);
});

test('saving over someone else’s save says who and when, and shows theirs', async () => {
  const author = await actorWith('author');
  const editor = await actorWith('editor', 'Edda Holm');
  const { id, version } = await createDraft(author, { type: 'post' });
  await saveDraft(editor, { id, version, fields: { title: 'Edda’s title' } });

  const attempt = saveDraft(author, { id, version, fields: { title: 'My title' } });

  const conflict = await attempt.catch((error: unknown) => error);
  expect(conflict).toBeInstanceOf(SaveConflict);
  expect(conflict).toMatchObject({
    code: 'conflict',
    savedBy: 'Edda Holm',
    version: 2,
    theirs: { title: 'Edda’s title' },
  });
  expect((await find(id)).title).toBe('Edda’s title');
});

test('of two simultaneous saves one wins and the other gets a conflict', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });

  const outcomes = await Promise.allSettled(
    ['A', 'B', 'C'].map((title) => saveDraft(author, { id, version, fields: { title } })),
  );

  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refusals).toHaveLength(2);
  expect(refusals.every((reason) => reason instanceof SaveConflict)).toBe(true);
});

test('a change to a published post waits beside it; readers keep theirs', async () => {
  const { author, id, version } = await livePost();

  const saved = await saveDraft(author, { id, version, fields: { title: 'Nets, revised', tags: ['Quay'] } });

  expect(await find(id)).toMatchObject({ title: 'Nets on the quay', status: 'published' });
  expect(await readDb.postTag.count({ where: { postId: id } })).toBe(0);
  expect(await getEditable(author, id)).toMatchObject({
    hasPendingChange: true,
    version: saved.version,
    fields: { title: 'Nets, revised', tags: ['Quay'] },
  });
});

test('a change that is taken back by hand no longer waits', async () => {
  const { author, id, version } = await livePost();
  const changed = await saveDraft(author, { id, version, fields: { title: 'Other' } });

  await saveDraft(author, { id, version: changed.version, fields: { title: 'Nets on the quay' } });

  expect((await getEditable(author, id)).hasPendingChange).toBe(false);
});

test('a waiting change can be discarded, and stays in the history', async () => {
  const { author, id, version } = await livePost();
  await saveDraft(author, { id, version, fields: { title: 'Other' } });

  await discardPending(author, id);

  expect(await getEditable(author, id)).toMatchObject({
    hasPendingChange: false,
    fields: { title: 'Nets on the quay' },
  });
  expect((await listRevisions(author, id)).map(({ title }) => title)).toContain('Other');
});

test('restoring makes an old state the newest one', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });
  const first = await saveDraft(author, { id, version, fields: { title: 'First', bodyHtml: '<p>Old</p>' } });
  await saveDraft(author, { id, version: first.version, fields: { title: 'Second', bodyHtml: '<p>New</p>' } });
  const old = (await listRevisions(author, id)).find(({ title }) => title === 'First')!;

  await restoreRevision(author, { id, revisionId: old.id });

  expect((await getEditable(author, id)).fields).toMatchObject({ title: 'First', bodyHtml: '<p>Old</p>' });
  expect((await listRevisions(author, id)).map(({ kind }) => kind)).toEqual(['restore', 'save', 'save']);
});

test('a body of ten million characters is refused with a sentence, and nothing is touched', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });

  const attempt = saveDraft(author, { id, version, fields: { title: 'Long', bodyHtml: 'x'.repeat(10_000_000) } });

  await expect(attempt).rejects.toMatchObject({ code: 'too_large', fields: { bodyHtml: expect.any(String) } });
  expect((await find(id)).title).toBe('');
});

test('a title of 10,000 emoji is refused with a sentence; 300 of them are not', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });

  const attempt = saveDraft(author, { id, version, fields: { title: '🐟'.repeat(10_000) } });
  await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { title: expect.stringContaining('300') } });

  await saveDraft(author, { id, version, fields: { title: '🐟'.repeat(300) } });
  expect((await find(id)).title).toHaveLength(600);
});

test('an address that is taken: a save is refused with a free one, an autosave keeps the text', async () => {
  const { author, slug } = await livePost();
  const { id, version } = await createDraft(author, { type: 'post' });

  const attempt = saveDraft(author, { id, version, fields: { title: 'Mine', slug } });
  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    fields: { slug: expect.stringContaining(`${slug}-2`) },
  });

  const stored = await saveDraft(author, { id, version, fields: { title: 'Mine', slug }, kind: 'autosave' });
  expect(stored.problems.slug).toContain(`${slug}-2`);
  expect((await find(id)).title).toBe('Mine');
});

test.each(['admin', 'page', '2026', 'feed-xml', 'With Space', 'ünder'])('the address "%s" is refused', async (slug) => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });

  const attempt = saveDraft(author, { id, version, fields: { slug } });

  await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { slug: expect.any(String) } });
});

test.each(['reader', 'moderator', 'ads'] as const)('a %s can begin no post', async (role) => {
  const actor = await actorWith(role);

  await expect(createDraft(actor, { type: 'post' })).rejects.toMatchObject({ code: 'forbidden' });
});

test.each(['author', 'reader', 'moderator', 'ads'] as const)(
  'an %s who is not its author cannot touch a post',
  async (role) => {
    const { id, version } = await livePost();
    const stranger = await actorWith(role);
    const code = role === 'author' ? 'not_found' : 'forbidden';

    await expect(saveDraft(stranger, { id, version, fields: { title: 'Mine' } })).rejects.toMatchObject({ code });
    await expect(getEditable(stranger, id)).rejects.toMatchObject({ code });
    await expect(listRevisions(stranger, id)).rejects.toMatchObject({ code });
    await expect(restoreRevision(stranger, { id, revisionId: id })).rejects.toMatchObject({ code });
    await expect(discardPending(stranger, id)).rejects.toMatchObject({ code });
    expect(await find(id)).toMatchObject({ title: 'Nets on the quay', version });
  },
);

test('an author can neither pin a post nor give it to others; an editor can', async () => {
  const { author, id, version } = await livePost();
  const editor = await actorWith('editor');
  const fields = { pinned: true, authorIds: [editor.id], title: 'Pinned' };

  const saved = await saveDraft(author, { id, version, fields });
  expect((await getEditable(author, id)).fields).toMatchObject({
    pinned: false,
    authorIds: [author.id],
    title: 'Pinned',
  });

  await saveDraft(editor, { id, version: saved.version, fields });
  expect((await getEditable(editor, id)).fields).toMatchObject({ pinned: true, authorIds: [editor.id] });
});

test('a revision of another post cannot be restored', async () => {
  const one = await livePost();
  const { author, id } = await livePost('editor');
  const [foreign] = await readDb.postRevision.findMany({ where: { postId: one.id } });

  await expect(restoreRevision(author, { id, revisionId: foreign!.id })).rejects.toMatchObject({ code: 'not_found' });
});

test('refuses text for a post in the trash', async () => {
  const { author, id } = await livePost();
  await trashPost(author, { id });
  const { version } = await find(id);

  await expect(saveDraft(author, { id, version, fields: { title: 'x' } })).rejects.toMatchObject({ code: 'conflict' });
});

test('a post remembers which visits to the editor saved it, and how far each had come', async () => {
  const author = await actorWith('author');
  const { id } = await createDraft(author, { type: 'post' });
  const save = (version: number, title: string, mark?: { visit: string; at: number }) =>
    saveDraft(author, { id, version, fields: { title }, kind: 'autosave', mark });
  await save(1, 'One', { visit: 'a', at: 10 });
  await save(2, 'Two', { visit: 'b', at: 20 });
  await save(3, 'Three');
  await expect(save(3, 'Four', { visit: 'c', at: 30 })).rejects.toMatchObject({ code: 'conflict' });
  expect((await getEditable(author, id)).saveMarks).toEqual({ a: 10, b: 20 });
});

test('however many tags are from a version without keys, saving a post is a few statements', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });
  const old = Array.from({ length: 300 }, (_, at) => ({ id: `old-${at}`, slug: `old-${at}`, name: `Élan ${at}` }));
  await db.tag.createMany({ data: old.map((tag) => ({ ...tag, createdAt: new Date() })) });
  let statements = 0;
  onTestFinished(onStatement(() => void (statements += 1)));

  await saveDraft(author, { id, version, fields: { tags: ['elan 7', 'Élan 299'] } });

  expect(statements).toBeLessThan(100);
  const tags = await readDb.postTag.findMany({ where: { postId: id }, orderBy: { position: 'asc' } });
  expect(tags.map(({ tagId }) => tagId)).toEqual(['old-7', 'old-299']);
  expect(await readDb.tag.count({ where: { nameKey: null } })).toBe(0);
});
