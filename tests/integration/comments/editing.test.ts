import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { deleteOwnComment, editAnyComment, editComment, restoreOwnComment } from '@/lib/comments/editing';
import { hasEarlierVersions } from '@/lib/comments/comment';
import { readEditHistory, removeEarlierVersions } from '@/lib/comments/edit-history';
import { moderateComments } from '@/lib/comments/moderation';
import { findEditableText } from '@/lib/comments/own-text';
import { findShownComment, getThreadPage } from '@/lib/comments/queries';
import { db } from '@/lib/database/db';
import { exportOwnData } from '@/lib/users/own-data';
import { createComment, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;

test('an edit within 15 minutes keeps the former words and says that it was one', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'The ferry is late.' });

  await editComment(reader, { id, body: 'The ferry was **late**.' });
  const { comments } = await exportOwnData(reader);
  expect(comments.find((comment) => comment.id === id)).toMatchObject({ earlier: [{ body: 'The ferry is late.' }] });

  const [shown] = (await getThreadPage(post.id, 1))!.comments;
  expect(shown).toMatchObject({ bodyHtml: '<p>The ferry was <strong>late</strong>.</p>' });
  expect(shown?.editedAt).not.toBeNull();
  expect(await db.commentRevision.findMany({ where: { commentId: id } })).toMatchObject([
    { revision: 1, body: 'The ferry is late.' },
  ]);
});

test('what stood in a comment before a change after 15 minutes can be read by everybody, earlier slips cannot', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'The fery is late.' });
  await editComment(reader, { id, body: 'The ferry is late.' }, minutes(14));
  const early = await readEditHistory(null, { id, slug: post.slug });
  expect(early?.changes).toEqual([]);

  await editComment(reader, { id, body: 'The ferry is early.' }, minutes(16));
  await editComment(reader, { id, body: 'The ferry is early today.' }, minutes(60));

  const [page] = (await getThreadPage(post.id, 1))!.comments;
  expect(page && hasEarlierVersions(page)).toBe(true);
  const history = await readEditHistory(null, { id, slug: post.slug });
  const words = history?.changes.map(({ parts }) => parts.map(({ kind, text }) => `${kind} ${text}`));
  expect(words).toEqual([
    ['same The ferry is early', 'added  today', 'same .'],
    ['same The ferry is ', 'removed late', 'added early', 'same .'],
  ]);
  expect(JSON.stringify(history?.changes)).not.toContain('fery');
});

test('the earlier versions of a comment are as visible as the comment, and a moderator can remove them', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'Her number is 555 12.' });
  await editComment(reader, { id, body: 'Call her.' }, minutes(16));
  const asked = { id, slug: post.slug };
  const moderator = await actorWith('moderator');

  await expect(removeEarlierVersions(reader, id)).rejects.toMatchObject({ code: 'forbidden' });
  await moderateComments(moderator, [id], 'hide');
  expect(await readEditHistory(null, asked)).toBeNull();
  expect((await readEditHistory(moderator, asked))?.changes).toHaveLength(1);
  await moderateComments(moderator, [id], 'restore');
  expect((await readEditHistory(null, asked))?.changes).toHaveLength(1);

  await removeEarlierVersions(moderator, id);
  expect((await readEditHistory(null, asked))?.changes).toEqual([]);
  expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(0);
  await expect(removeEarlierVersions(moderator, id)).rejects.toMatchObject({ code: 'conflict' });
  const [row] = await db.auditEntry.findMany({ where: { action: 'comment.remove-versions', subjectId: id } });
  expect(row).toMatchObject({ actorId: moderator.id });
});

test('a comment can be changed fifty times', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id);
  await db.comment.update({ where: { id }, data: { revision: 51 } });
  await expect(editComment(reader, { id, body: 'Once more.' })).rejects.toThrow(/changed 50 times already/);
});

test('links smuggled in by an edit make the comment wait, and the count follows', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id);

  const edited = await editComment(reader, { id, body: 'https://a.example https://b.example https://c.example' });

  expect(edited.status).toBe('pending');
  expect(edited.address).toBe(`/${post.slug}/comments/${id}`);
  expect(await countOf(post.id)).toBe(0);
});

test('editing, deleting and restoring others’ comments is refused', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id);

  for (const role of ['reader', 'author', 'ads', 'moderator', 'editor', 'owner'] as const) {
    const other = await actorWith(role);
    await expect(editComment(other, { id, body: 'Mine.' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteOwnComment(other, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(restoreOwnComment(other, id)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect((await db.comment.findUniqueOrThrow({ where: { id } })).status).toBe('approved');
});

test('a ban, a lock and a closed post stop edits, but never a deletion by its author', async () => {
  const reader = await knownReader();
  for (const state of [{ commentsLockedReason: 'Enough.' }, { commentsMode: 'closed' }]) {
    const post = await createPost();
    const { id } = await say(reader, post.id);
    await db.post.update({ where: { id: post.id }, data: state });
    await expect(editComment(reader, { id, body: 'Late.' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await deleteOwnComment(reader, id)).toMatchObject({ id });
  }
  const post = await createPost();
  const { id } = await say(reader, post.id);
  await db.user.update({ where: { id: reader.id }, data: { bannedAt: new Date() } });
  await expect(editComment(reader, { id, body: 'Late.' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a deleted comment leaves a tombstone while it has replies, and can be restored', async () => {
  const post = await createPost();
  const [reader, other] = [await knownReader('Ida'), await knownReader('Ole')];
  const parent = await say(reader, post.id);
  const answer = await say(other, post.id, { parentId: parent.id });

  await deleteOwnComment(reader, parent.id);
  const thread = await getThreadPage(post.id, 1);
  expect(thread?.comments).toMatchObject([
    { id: parent.id, state: 'removed-by-author', bodyHtml: '', author: { name: '', id: null } },
    { id: answer.id, state: 'shown' },
  ]);
  expect(await countOf(post.id)).toBe(1);

  await deleteOwnComment(other, answer.id);
  expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);

  await restoreOwnComment(other, answer.id);
  await restoreOwnComment(reader, parent.id);
  expect((await getThreadPage(post.id, 1))?.comments).toMatchObject([{ state: 'shown' }, { state: 'shown' }]);
  expect(await countOf(post.id)).toBe(2);
});

test('an author cannot restore what a moderator removed, or what was deleted a day ago', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const moderator = await actorWith('moderator');
  const [first, second] = [await say(reader, post.id), await say(reader, post.id)];
  await moderateComments(moderator, [first.id], 'delete');
  await deleteOwnComment(reader, second.id);

  await expect(restoreOwnComment(reader, first.id)).rejects.toMatchObject({ code: 'conflict' });
  await expect(restoreOwnComment(reader, second.id, minutes(25 * 60))).rejects.toMatchObject({ code: 'conflict' });
});

test('deleting a pending comment and bringing it back does not publish it', async () => {
  const post = await createPost();
  const newcomer = await actorWith('reader');
  const { id } = await say(newcomer, post.id);

  await deleteOwnComment(newcomer, id);
  expect((await restoreOwnComment(newcomer, id)).status).toBe('pending');
  expect(await countOf(post.id)).toBe(0);
});

test('a moderator edits anybody’s comment at any time: the former words are kept, readers see it, the log says who', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const { id } = await createComment(post.id, { body: 'Call 555 0100.' });

  const { tags } = await madeStaleBy(() => editAnyComment(moderator, { id, body: 'Call *me*.' }, minutes(90_000)));

  expect(tags).toContain(`comments:${post.id}`);
  const [shown] = (await getThreadPage(post.id, 1))!.comments;
  expect(shown).toMatchObject({ bodyHtml: '<p>Call <em>me</em>.</p>', editedAt: expect.any(String) as string });
  expect(await db.commentRevision.findMany({ where: { commentId: id } })).toMatchObject([{ body: 'Call 555 0100.' }]);
  const entries = await db.auditEntry.findMany({ where: { subjectId: id } });
  expect(entries).toMatchObject([{ action: 'comment.edit', actorId: moderator.id, data: '{}' }]);
  await editAnyComment(moderator, { id, body: 'Call *me*.' });
  expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(1);
});

test('what another person wrote after a moderator opened the comment is not replaced unseen', async () => {
  const post = await createPost();
  const [first, second] = [await actorWith('moderator'), await actorWith('moderator')];
  const seen = 'Call 555 0100.';
  const { id } = await createComment(post.id, { body: seen });
  const bodyOf = async () => (await db.comment.findUniqueOrThrow({ where: { id } })).body;

  expect(await editAnyComment(first, { id, body: 'Call me.', seen })).toEqual({ id, present: null });
  expect(await editAnyComment(second, { id, body: 'Write to me.', seen })).toEqual({ id, present: 'Call me.' });
  expect(await bodyOf()).toBe('Call me.');
  expect(await db.commentRevision.count({ where: { commentId: id } })).toBe(1);

  expect(await editAnyComment(second, { id, body: 'Call me.', seen })).toEqual({ id, present: null });
  await editAnyComment(second, { id, body: 'Write to me.', seen: 'Call me.' });
  expect(await bodyOf()).toBe('Write to me.');
});

test('what a moderator changes at once is an earlier version for everybody, and theirs; the author’s slips are not', async () => {
  const post = await createPost();
  const [reader, moderator] = [await knownReader(), await actorWith('moderator')];
  const { id } = await say(reader, post.id, { body: 'The fery is shut.' });
  await editComment(reader, { id, body: 'The ferry is shut.' }, minutes(1));
  await editAnyComment(moderator, { id, body: 'The ferry is closed.' }, minutes(2));
  await editComment(reader, { id, body: 'The ferry is open.' }, minutes(3));

  const [shown] = (await getThreadPage(post.id, 1))!.comments;
  expect(shown && hasEarlierVersions(shown)).toBe(true);
  expect(shown?.isEditedByModerator).toBe(true);
  const history = await readEditHistory(null, { id, slug: post.slug });
  expect(history?.found.comment.isEditedByModerator).toBe(true);
  expect(history?.changes).toMatchObject([
    {
      byModerator: true,
      parts: [
        { kind: 'same', text: 'The ferry is ' },
        { kind: 'removed', text: 'shut' },
        { kind: 'added', text: 'closed' },
        { kind: 'same', text: '.' },
      ],
    },
  ]);
  const { comments } = await exportOwnData(reader);
  const earlier = comments.find((comment) => comment.id === id)?.earlier;
  expect(earlier?.map(({ byModerator }) => byModerator)).toEqual([false, true, false]);
});

test('moderators who change their own comment are its author', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const { id } = await say(moderator, post.id, { body: 'The ferry is shut.' });
  await editAnyComment(moderator, { id, body: 'The ferry is closed.' });
  const [shown] = (await getThreadPage(post.id, 1))!.comments;
  expect(shown).toMatchObject({ isEditedByModerator: false });
  expect((await readEditHistory(null, { id, slug: post.slug }))?.changes).toEqual([]);
});

test('the newest fifty earlier versions are read, each with what followed it', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: 'Now.', createdAt: minutes(-600) });
  const rows = Array.from({ length: 55 }, (_, at) => ({
    id: `${id.slice(0, 30)}${at}`,
    commentId: id,
    revision: at + 1,
    body: `Text ${at + 1}.`,
    createdAt: minutes(at - 200),
  }));
  await db.commentRevision.createMany({ data: rows });
  const changes = (await readEditHistory(null, { id, slug: post.slug }))!.changes;
  expect([changes.length, changes[0]?.revision, changes.at(-1)?.revision]).toEqual([50, 55, 6]);
  expect(changes[0]?.parts).toContainEqual({ kind: 'added', text: 'Now' });
});

test('a comment that waits or is hidden stays so when a moderator edits it', async () => {
  const post = await createPost();
  const editor = await actorWith('editor');
  for (const status of ['pending', 'hidden', 'spam'] as const) {
    const { id } = await createComment(post.id, { status });
    await editAnyComment(editor, { id, body: 'Milder.' });
    expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status, body: 'Milder.' });
  }
  expect(await countOf(post.id)).toBe(0);
});

test('nobody edits what was deleted or is not Markdown, and only moderators edit others’ comments', async () => {
  const post = await createPost();
  const [moderator, author] = [await actorWith('moderator'), await actorWith('editor')];
  const own = await say(author, post.id);
  const imported = await createComment(post.id, { format: 'html', body: '<p>Old.</p>' });
  const body = 'Other words.';
  for (const role of roles.filter((each) => !['owner', 'admin', 'editor', 'moderator'].includes(each))) {
    await expect(editAnyComment(await actorWith(role), { id: own.id, body })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  await expect(editAnyComment(moderator, { id: imported.id, body })).rejects.toMatchObject({ code: 'conflict' });
  await expect(editAnyComment(moderator, { id: 'x', body })).rejects.toMatchObject({ code: 'not_found' });
  await deleteOwnComment(author, own.id);
  await expect(editAnyComment(moderator, { id: own.id, body })).rejects.toMatchObject({ message: /Restore it before/ });
});

test('what was typed is for its author alone, and while they may change it', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'The *ferry* is late.' });
  expect(await findEditableText(reader, id)).toBe('The *ferry* is late.');
  for (const role of roles) expect(await findEditableText(await actorWith(role), id)).toBeNull();
  expect(await findEditableText(reader, 'none')).toBeNull();

  await db.post.update({ where: { id: post.id }, data: { commentsMode: 'closed' } });
  expect(await findEditableText(reader, id)).toBeNull();
  await db.post.update({ where: { id: post.id }, data: { commentsMode: 'open' } });
  await deleteOwnComment(reader, id);
  expect(await findEditableText(reader, id)).toBeNull();
});

test('a comment that was changed is read as its thread shows it, and not if readers do not see it', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'The ferry is late.' });
  await editComment(reader, { id, body: 'The ferry is *early*.' });
  const [inThread] = (await getThreadPage(post.id, 1))!.comments;
  expect(inThread?.bodyHtml).toContain('<em>early</em>');
  expect(await findShownComment(id, reader.id)).toEqual(inThread);
  await moderateComments(await actorWith('moderator'), [id], 'hide');
  expect(await findShownComment(id, reader.id)).toBeNull();
});
