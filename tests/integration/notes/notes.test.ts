import { expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { markAsRead, openNotification } from '@/lib/notifications/reading';
import { countUnread, listNotifications } from '@/lib/notifications/queries';
import { followText } from '@/lib/notes/anchors';
import { listColleagues } from '@/lib/notes/colleagues';
import { noteForm } from '@/lib/notes/note';
import { getDiscussed, isDiscussed, listNotes } from '@/lib/notes/queries';
import { answerNote, deleteNote, settleNote, writeNote } from '@/lib/notes/writing';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { exportOwnData } from '@/lib/users/own-data';
import { paths } from '@/lib/web/paths';
import { createPost } from '../../factories/posts';
import { emailsTo } from '../../factories/queued-emails';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const body = '<p>The <em>ferry</em> sails at nine. It is blue.</p><p>Nobody swims.</p>';
const draft = { status: 'draft', publishAt: null, firstPublishedAt: null };

async function aDraft(author?: Actor, bodyHtml = body) {
  const post = await createPost({ title: 'Timetable', bodyHtml, ...draft });
  if (author) await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
  return post;
}

const write = (actor: Actor, postId: string, more: object = {}) =>
  writeNote(actor, noteForm.parse({ postId, body: 'Is that so?', ...more }));
const told = async (actor: Actor) =>
  (await listNotifications(actor)).notifications.flatMap((each) => (each.about === 'note' ? [each] : []));
const openOf = async (actor: Actor, postId: string) => (await listNotes(actor, postId)).open;
const threadOf = async (actor: Actor, postId: string) => (await openOf(actor, postId))[0]!;

test('a note stands on words of the text, or on the whole post; its answers below it', async () => {
  const [editor, author] = [await actorWith('editor', 'Ida Brandt'), await actorWith('author')];
  const { id } = await aDraft(author);
  const note = await write(editor, id, { quote: 'ferry  sails at nine', prefix: 'The ' });
  await write(editor, id, { body: 'Well done.' });
  await answerNote(author, { id: note.id, body: 'Yes, it is.' });

  const [first, second] = await openOf(author, id);
  expect(first).toMatchObject({
    author: 'Ida Brandt',
    isOwn: false,
    body: 'Is that so?',
    passage: { quote: 'ferry sails at nine', prefix: 'The ', suffix: '. It is blue.', isGone: false },
    answers: [{ body: 'Yes, it is.', isOwn: true }],
  });
  expect(second).toMatchObject({ body: 'Well done.', passage: { quote: '', isGone: false }, answers: [] });
});

test('words that are not in the text, or stand there several times, are refused', async () => {
  const editor = await actorWith('editor');
  const { id } = await aDraft(undefined, '<p>One one.</p><p>One two.</p>');
  await expect(write(editor, id, { quote: 'Three' })).rejects.toThrow(/^These words are not in the text/);
  await expect(write(editor, id, { quote: 'One' })).rejects.toThrow(/^These words stand in the text several times/);
  await write(editor, id, { quote: 'One', suffix: ' two.' });
});

test('a note follows its words as the text changes, and stays in the list when they are gone', async () => {
  const editor = await actorWith('editor');
  const { id, version } = await aDraft();
  await write(editor, id, { quote: 'sails at nine' });
  const save = async (at: number, bodyHtml: string) => {
    await saveDraft(editor, { id, version: at, fields: { bodyHtml }, kind: 'autosave' });
    await followText(id);
    return (await threadOf(editor, id)).passage;
  };
  expect(await save(version, '<p>New.</p><p>Now: The ferry sails at ten. It is blue.</p>')).toMatchObject({
    quote: 'sails at ten',
    isGone: false,
  });
  expect(await save(version + 1, '<p>Now: The ferry leaves at ten. It is blue.</p>')).toMatchObject({
    quote: 'leaves at ten',
  });
  expect(await save(version + 2, '<p>Nothing is left.</p>')).toMatchObject({ quote: 'leaves at ten', isGone: true });
  expect(await save(version + 3, '<p>The ferry leaves at ten.</p>')).toMatchObject({ isGone: false });
});

test('whom a note mentions, and who wrote in the thread, is told on the site and by e-mail, others are not', async () => {
  const [editor, author, other] = [
    await actorWith('editor', 'Ida Brandt'),
    await actorWith('author', 'Ole Strøm'),
    await actorWith('author', 'Nora Quay'),
  ];
  const post = await aDraft(author);
  const note = await write(editor, post.id, { body: 'See this, @Ole Strøm and @Nora Quay.', quote: 'It is blue.' });

  expect(await told(author)).toMatchObject([
    { noteId: note.id, author: 'Ida Brandt', excerpt: 'See this, @Ole Strøm and @Nora Quay.', isRead: false },
  ]);
  const [email, ...more] = await emailsTo(author);
  expect(more).toEqual([]);
  expect(email?.subject).toBe('Ida Brandt wrote a note on “Timetable”');
  expect(email?.text).toContain('“It is blue.”');
  expect(email?.text).toContain(paths.admin.postNotes(post.id, note.id));
  // Who may not open the post cannot be mentioned there.
  expect([await told(other), await emailsTo(other)]).toEqual([[], []]);
  expect(await told(editor)).toEqual([]);

  await answerNote(author, { id: note.id, body: 'Thanks.' });
  expect(await told(editor)).toMatchObject([{ excerpt: 'Thanks.', author: 'Ole Strøm' }]);
  expect(await emailsTo(editor)).toHaveLength(1);
});

test('the authors of a post are told of each note on it, but not of their own', async () => {
  const [editor, author, second] = [await actorWith('editor'), await actorWith('author'), await actorWith('author')];
  const post = await aDraft(author);
  await db.postAuthor.create({ data: { postId: post.id, userId: second.id, position: 1 } });
  await write(editor, post.id);
  expect([(await told(author)).length, (await told(second)).length]).toEqual([1, 1]);
  await write(author, post.id);
  expect([(await told(author)).length, (await told(second)).length]).toEqual([1, 2]);
  expect([(await emailsTo(author)).length, (await emailsTo(second)).length]).toEqual([1, 2]);
});

test('a first name tells the one who has it, and what names nobody is answered with the names', async () => {
  const [editor, author] = [await actorWith('editor'), await actorWith('author', 'Thorvald Quist')];
  const post = await aDraft(author);
  const found = await write(editor, post.id, { body: '@Thorvald?' });
  expect([found.unmatched, (await threadOf(author, post.id)).body]).toEqual([[], '@Thorvald Quist?']);
  const other = await aDraft();
  const lost = await write(editor, other.id, { body: '@Thorvald Quist?' });
  expect(lost.unmatched).toEqual(['Thorvald']);
  expect(lost.names).not.toContain('Thorvald Quist');
  expect((await answerNote(author, { id: found.id, body: 'Ask @Balthasar.' })).unmatched).toEqual(['Balthasar']);
});

test('contributors read, write and answer the notes on their own published post, and no others', async () => {
  const [editor, writer, stranger] = [
    await actorWith('editor'),
    await actorWith('contributor', 'Ole Bakke'),
    await actorWith('contributor'),
  ];
  const post = await createPost({ title: 'Out now', bodyHtml: body });
  await db.postAuthor.create({ data: { postId: post.id, userId: writer.id, position: 0 } });
  await expect(getEditable(writer, post.id)).rejects.toThrow('This post no longer exists.');
  const note = await write(editor, post.id, { body: '@Ole Bakke, is it?', quote: 'It is blue.' });
  expect(await emailsTo(writer)).toHaveLength(1);
  const [{ id } = { id: '' }] = await told(writer);
  expect(await countUnread(writer)).toBe(1);
  expect(await openNotification(writer, { id })).toBe(paths.admin.postNotes(post.id, note.id));
  await answerNote(writer, { id: note.id, body: 'It is.' });
  const own = await write(writer, post.id);
  expect((await openOf(writer, post.id)).map((each) => each.id)).toEqual([note.id, own.id]);
  await settleNote(writer, { id: note.id, version: (await threadOf(writer, post.id)).version, intent: 'resolve' });
  await deleteNote(writer, { id: own.id });
  expect(await getDiscussed(writer, post.id)).toEqual({ title: 'Out now', mayEdit: false, slug: post.slug });
  expect(await getDiscussed(editor, post.id)).toMatchObject({ mayEdit: true });
  expect([await isDiscussed(writer, post.id), await isDiscussed(stranger, post.id)]).toEqual([true, false]);
  for (const attempt of [() => write(stranger, post.id), () => getDiscussed(stranger, post.id)]) {
    await expect(attempt()).rejects.toThrow('This post no longer exists.');
  }
});

test('e-mails come as people choose; what is told is read, and leads to the note', async () => {
  const [editor, author] = [await actorWith('editor'), await actorWith('author', 'Jørn Å')];
  await saveChoices(author, { notes: 'off' });
  const post = await aDraft(author);
  const note = await write(editor, post.id, { body: '@Jørn Å' });
  expect(await emailsTo(author)).toEqual([]);
  expect(await countUnread(author)).toBe(1);
  const [{ id } = { id: '' }] = await told(author);
  expect(await openNotification(author, { id })).toBe(paths.admin.postNotes(post.id, note.id));
  expect(await countUnread(author)).toBe(0);
  await write(editor, post.id, { body: '@Jørn Å, again' });
  await markAsRead(author, { newest: (await told(author))[0]!.id });
  expect(await countUnread(author)).toBe(0);
});

test('nobody is told of a post that they may no longer open', async () => {
  const [editor, author] = [await actorWith('editor'), await actorWith('author', 'Formerly Here')];
  const post = await aDraft(author);
  await write(editor, post.id, { body: '@Formerly Here' });
  const [{ id } = { id: '' }] = await told(author);
  await db.postAuthor.deleteMany({ where: { postId: post.id } });
  expect([await told(author), await countUnread(author), await emailsTo(author)]).toEqual([[], 0, []]);
  await expect(openNotification(author, { id })).rejects.toThrow('no longer exists');
  await expect(listNotes(author, post.id)).rejects.toThrow('no longer exists');
});

test('a note is resolved and reopened by who has seen all of it; a second editor is told, and nothing is lost', async () => {
  const [editor, second] = [await actorWith('editor'), await actorWith('editor')];
  const { id: postId } = await aDraft();
  const { id } = await write(editor, postId);
  const { version } = await threadOf(editor, postId);
  await answerNote(second, { id, body: 'Wait.' });
  await expect(settleNote(editor, { id, version, intent: 'resolve' })).rejects.toThrow(/^Somebody wrote here/);
  expect(await openOf(editor, postId)).toHaveLength(1);

  const seen = await threadOf(editor, postId);
  await settleNote(editor, { id, version: seen.version, intent: 'resolve' });
  await expect(settleNote(second, { id, version: seen.version, intent: 'resolve' })).rejects.toThrow(
    /resolved already/,
  );
  await expect(answerNote(second, { id, body: 'Too late?' })).rejects.toThrow(/was resolved in the meantime/);
  const [resolved] = (await listNotes(editor, postId)).resolved;
  expect(resolved).toMatchObject({ isResolved: true, answers: [{ body: 'Wait.' }] });
  await settleNote(second, { id, version: resolved!.version, intent: 'reopen' });
  expect(await openOf(editor, postId)).toHaveLength(1);
});

test('people delete what they wrote, unless somebody answered it', async () => {
  const [editor, second] = [await actorWith('editor'), await actorWith('editor')];
  const { id: postId } = await aDraft();
  const { id } = await write(editor, postId);
  await expect(deleteNote(second, { id })).rejects.toThrow('Only who wrote a note can delete it.');
  const answer = await answerNote(second, { id, body: 'Yes.' });
  await expect(deleteNote(editor, { id })).rejects.toThrow(/^Somebody else answered/);
  await deleteNote(second, { id: answer.id });
  await deleteNote(editor, { id });
  expect(await openOf(editor, postId)).toEqual([]);
  await expect(deleteNote(editor, { id })).rejects.toThrow('This note no longer exists.');
});

test('authors write notes on their own posts alone', async () => {
  const [author, other] = [await actorWith('author'), await actorWith('author')];
  const { id: postId } = await aDraft(author);
  const { id } = await write(author, postId);
  for (const attempt of [
    () => write(other, postId),
    () => answerNote(other, { id, body: 'Hm.' }),
    () => settleNote(other, { id, version: 1, intent: 'resolve' }),
    () => listNotes(other, postId),
  ]) {
    await expect(attempt()).rejects.toThrow('This post no longer exists.');
  }
  await expect(write(await actorWith('reader'), postId)).rejects.toThrow('Your role does not allow this.');
  expect(await db.editorNote.count({ where: { postId } })).toBe(1);
  const names = (await listColleagues(postId)).map((each) => each.id);
  expect([names.includes(author.id), names.includes(other.id)]).toEqual([true, false]);
});

test('no page for readers becomes stale, and a person’s own notes are in their file', async () => {
  const editor = await actorWith('editor', 'Ida Lund');
  const { id } = await aDraft();
  const { tags } = await madeStaleBy(() => write(editor, id, { body: 'For @Ida Lund and me.' }));
  expect(tags).toEqual([]);
  expect((await exportOwnData(editor)).editorNotes).toMatchObject([{ body: 'For @Ida Lund and me.', postId: id }]);
});
