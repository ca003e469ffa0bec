import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { insertMissingRows } from '@/lib/database/bulk-insert';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { findPassage, type Passage } from '@/lib/html/passage';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { newestFields, requireDiscussed } from '@/lib/posts/editing/post-record';
import { listColleagues, whoOf } from './colleagues';
import {
  storedBody,
  type answerForm,
  type NoteDraft,
  type NoteKind,
  type removalForm,
  type settlingForm,
} from './note';

const sentences = {
  missing: 'These words are not in the text. Copy them from it exactly, within one paragraph, or leave them out.',
  ambiguous: 'These words stand in the text several times. Copy some more of the words around them.',
};

/** Writes a note on words of a post, or on the whole; tells the post's authors, and whom it mentions. */
export async function writeNote(actor: Actor, draft: NoteDraft, now = new Date()) {
  const post = await requireDiscussed(actor, draft.postId);
  const passage = draft.quote.trim() ? requirePassage(newestFields(post).bodyHtml, draft) : wholePost;
  const tells = post.authors.map(({ userId }) => userId);
  return transaction((tx) => storeNote(tx, { actor, postId: post.id, typed: draft.body, tells, ...passage, now }));
}

const wholePost: Passage = { quote: '', prefix: '', suffix: '' };

type Note = Partial<Passage> & {
  actor: Actor;
  postId: string;
  typed: string;
  kind?: NoteKind;
  /** Told in any case. */
  tells?: readonly string[];
  now: Date;
};

/** Stores a note of its own within a transaction, and tells of it. */
export async function storeNote(tx: Tx, { actor, postId, typed, kind = 'note', tells = [], now, ...passage }: Note) {
  const { body, mentioned, ...unmatched } = storedBody(typed, await listColleagues(postId, tx));
  const id = newId();
  // That a post was submitted asks for no answer.
  const settled = kind === 'handed-in' ? { resolvedAt: now, resolvedById: actor.id } : {};
  await tx.editorNote.create({
    data: { id, postId, authorId: actor.id, kind, body, ...wholePost, ...passage, ...settled, createdAt: now },
    select: { id: true },
  });
  await tell(tx, { actor, noteId: id, postId, parentId: null, people: [...tells, ...mentioned], now });
  return { id, postId, ...unmatched };
}

/** Answers a note; tells its author, the others who answered, and whom the answer mentions. */
export async function answerNote(actor: Actor, { id: parentId, body: typed }: z.output<typeof answerForm>) {
  const now = new Date();
  return transaction(async (tx) => {
    const { postId, ...thread } = await requireThread(tx, actor, parentId);
    if (thread.resolvedAt) {
      throw new AppError('conflict', 'This note was resolved in the meantime. Reopen it, then answer.');
    }
    const { body, mentioned, ...unmatched } = storedBody(typed, await listColleagues(postId, tx));
    const id = newId();
    await tx.editorNote.create({
      data: { id, postId, parentId, authorId: actor.id, body, createdAt: now },
      select: { id: true },
    });
    await tx.editorNote.update({ where: { id: parentId }, data: { version: { increment: 1 } }, select: { id: true } });
    await tell(tx, { actor, noteId: id, postId, parentId, people: [...thread.people, ...mentioned], now });
    return { id, postId, ...unmatched };
  });
}

/** Resolves a note, or opens it again, for somebody who has seen all that was said. */
export async function settleNote(actor: Actor, { id, version, intent }: z.output<typeof settlingForm>) {
  return transaction(async (tx) => {
    const { postId, resolvedAt } = await requireThread(tx, actor, id);
    const isResolved = resolvedAt !== null;
    if (isResolved === (intent === 'resolve')) {
      throw new AppError('conflict', isResolved ? 'This note is resolved already.' : 'This note is open already.');
    }
    const settled = intent === 'resolve' ? { resolvedAt: new Date(), resolvedById: actor.id } : reopened;
    const { count } = await tx.editorNote.updateMany({
      where: { id, version },
      data: { ...settled, version: { increment: 1 } },
    });
    if (count === 0) {
      throw new AppError('conflict', 'Somebody wrote here in the meantime. Read it, then decide again.');
    }
    const change = intent === 'resolve' ? ('resolved' as const) : ('reopened' as const);
    emit(tx, { type: 'note.settled', actorId: actor.id, noteId: id, postId, change });
    return { id, postId };
  });
}

const reopened = { resolvedAt: null, resolvedById: null };

/** Deletes a note or an answer of the actor's own; what others wrote below a note keeps it. */
export async function deleteNote(actor: Actor, { id }: z.output<typeof removalForm>) {
  return transaction(async (tx) => {
    const note = await tx.editorNote.findUnique({
      where: { id },
      select: { postId: true, parentId: true, authorId: true },
    });
    if (!note) throw gone();
    await requireDiscussed(actor, note.postId, tx);
    if (note.authorId !== actor.id) throw new AppError('forbidden', 'Only who wrote a note can delete it.');
    const { count } = await tx.editorNote.deleteMany({
      where: { id, answers: { none: { OR: [{ authorId: null }, { authorId: { not: actor.id } }] } } },
    });
    if (count === 0) {
      throw new AppError('conflict', 'Somebody else answered this note, so it stays. You can resolve it.');
    }
    if (note.parentId)
      await tx.editorNote.updateMany({ where: { id: note.parentId }, data: { version: { increment: 1 } } });
    emit(tx, { type: 'note.settled', actorId: actor.id, noteId: id, postId: note.postId, change: 'deleted' });
    return { id, postId: note.postId };
  });
}

async function requireThread(tx: Tx, actor: Actor, id: string) {
  const note = await tx.editorNote.findFirst({
    where: { id, parentId: null },
    select: { postId: true, authorId: true, resolvedAt: true, answers: { select: { authorId: true } } },
  });
  if (!note) throw gone();
  await requireDiscussed(actor, note.postId, tx);
  const people = [note, ...note.answers].flatMap(({ authorId }) => authorId ?? []);
  return { postId: note.postId, resolvedAt: note.resolvedAt, people };
}

function gone() {
  return new AppError('not_found', 'This note no longer exists.');
}

type Told = {
  actor: Actor;
  noteId: string;
  postId: string;
  parentId: string | null;
  people: readonly string[];
  now: Date;
};

// People who may no longer read the notes of the post are not told what is said there.
async function tell(tx: Tx, { actor, people, now, ...note }: Told) {
  const others = [...new Set(people)].filter((id) => id !== actor.id);
  const userIds = await whoOf(tx, { postId: note.postId, userIds: others });
  const rows = userIds.map((userId) => ({ id: newId(), userId, noteId: note.noteId, createdAt: now }));
  await insertMissingRows(tx, 'NoteNotification', rows);
  emit(tx, { type: 'note.written', actorId: actor.id, ...note, userIds });
}

function requirePassage(bodyHtml: string, draft: Passage) {
  const passage = findPassage(bodyHtml, draft);
  if (typeof passage !== 'string') return passage;
  throw new AppError('invalid', sentences[passage], { fields: { quote: sentences[passage] } });
}
