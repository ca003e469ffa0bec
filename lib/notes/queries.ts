import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { followPassages } from '@/lib/html/passage';
import { discussedBy, mayEditListed } from '@/lib/posts/post-access';
import { newestFields, requireDiscussed } from '@/lib/posts/editing/post-record';
import { postStateOf } from '@/lib/posts/visibility';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { kindOf, mentionedIn, shownBody, type NoteKind } from './note';

const MAX_THREADS = 200;
const MAX_ANSWERS = 100;

const written = {
  id: true,
  authorId: true,
  body: true,
  createdAt: true,
  author: { select: { name: true } },
} satisfies Prisma.EditorNoteSelect;

const thread = {
  ...written,
  kind: true,
  quote: true,
  prefix: true,
  suffix: true,
  resolvedAt: true,
  version: true,
  answers: { select: written, orderBy: { id: 'asc' }, take: MAX_ANSWERS },
} satisfies Prisma.EditorNoteSelect;

type WrittenRow = Prisma.EditorNoteGetPayload<{ select: typeof written }>;

export type WrittenNote = { id: string; author: string; isOwn: boolean; body: string; createdAt: Date };
export type NoteThread = WrittenNote & {
  kind: NoteKind;
  isResolved: boolean;
  version: number;
  /** The words as they stand now; "" for the whole post. `isGone`: they are as they stood last. */
  passage: { quote: string; prefix: string; suffix: string; isGone: boolean };
  answers: WrittenNote[];
};

/** What is said about a post, first what is open, oldest first. */
export async function listNotes(actor: Actor, postId: string): Promise<{ open: NoteThread[]; resolved: NoteThread[] }> {
  const post = await requireDiscussed(actor, postId, readDb);
  const rows = await readDb.editorNote.findMany({
    where: { postId, parentId: null },
    orderBy: { id: 'asc' },
    take: MAX_THREADS,
    select: thread,
  });
  const found = followPassages(newestFields(post).bodyHtml, rows);
  const names = await namesIn(rows.flatMap(({ answers, ...root }) => [root, ...answers]));
  const shown = (row: WrittenRow) => toWritten(row, { actor, names });
  const threads = rows.map((row, at): NoteThread => {
    const { quote, prefix, suffix } = row;
    const now = found[at];
    return {
      ...shown(row),
      kind: kindOf(row.kind),
      isResolved: row.resolvedAt !== null,
      version: row.version,
      passage:
        typeof now === 'object'
          ? { ...now, isGone: false }
          : { quote, prefix, suffix, isGone: quote !== '' && now === 'missing' },
      answers: row.answers.map(shown),
    };
  });
  return {
    open: threads.filter(({ isResolved }) => !isResolved),
    resolved: threads.filter(({ isResolved }) => isResolved),
  };
}

/** The post that notes are on, and whether the actor may edit it. */
export async function getDiscussed(actor: Actor, postId: string) {
  const post = await requireDiscussed(actor, postId, readDb);
  const isPublished = postStateOf(post, new Date()) === 'Published';
  return {
    title: newestFields(post).title,
    mayEdit: mayEditListed(actor, post),
    /** Null until readers see it. */
    slug: isPublished ? post.slug : null,
  };
}

/** Whether the actor may read and write notes on a post. */
export async function isDiscussed(actor: Actor, postId: string) {
  return (await readDb.post.count({ where: { id: postId, ...discussedBy(actor) } })) > 0;
}

/** A note for a person who was told of it; null once they may not read the notes of the post. */
export async function findTold(actor: Actor, noteId: string) {
  const row = await readDb.editorNote.findFirst({
    where: { id: noteId, post: discussedBy(actor), told: { some: { userId: actor.id } } },
    select: { ...written, kind: true, quote: true, post: { select: { id: true, title: true } } },
  });
  if (!row) return null;
  const names = await namesIn([row]);
  return { ...toWritten(row, { actor, names }), kind: kindOf(row.kind), quote: row.quote, post: row.post };
}

/** What somebody wrote about posts, for the file with their own data. */
export async function exportNotes(actor: Actor) {
  const rows = await readDb.editorNote.findMany({
    where: { authorId: actor.id },
    orderBy: { id: 'asc' },
    select: { ...written, quote: true, resolvedAt: true, postId: true },
  });
  const names = await namesIn(rows);
  return rows.map(({ author: _author, authorId: _authorId, ...row }) => ({ ...row, body: shownBody(row.body, names) }));
}

/** The people whom these notes mention, as they are called now. */
export async function namesIn(notes: readonly { body: string }[]) {
  const ids = [...new Set(notes.flatMap(({ body }) => mentionedIn(body)))];
  if (ids.length === 0) return new Map<string, string>();
  const people = await readDb.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

type Reader = { actor: Actor; names: ReadonlyMap<string, string> };

function toWritten({ id, authorId, author, body, createdAt }: WrittenRow, { actor, names }: Reader): WrittenNote {
  return { id, author: author?.name ?? '', isOwn: authorId === actor.id, body: shownBody(body, names), createdAt };
}
