import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { insertRows } from '@/lib/database/bulk-insert';
import { readDb, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import {
  fieldsOfPost,
  fieldsOfRevision,
  hashOfFields,
  listCurrent,
  requireEditable,
  revisionSelect,
} from './post-record';
import type { PostFields } from '../fields/fields';

export type RevisionKind = 'autosave' | 'save' | 'publish' | 'restore' | 'import';

/** Autosaves by one user within this time share a revision. */
const EDIT_SESSION_MS = 10 * 60 * 1000;

type Entry = { postId: string; authorId: string | null; kind: RevisionKind; fields: PostFields; note?: string };

/** Stores a revision and returns its id. Equal content adds none; an autosave updates its session's revision. */
export async function storeRevision(tx: Tx, entry: Entry): Promise<string> {
  const hash = hashOfFields(entry.fields);
  const last = await tx.postRevision.findFirst({
    where: { postId: entry.postId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, kind: true, hash: true, authorId: true, createdAt: true },
  });
  if (last?.hash === hash) return confirm(tx, last, entry.kind);
  const now = new Date();
  const isSameSitting =
    last?.kind === 'autosave' &&
    last.authorId === entry.authorId &&
    now.getTime() - last.createdAt.getTime() < EDIT_SESSION_MS &&
    entry.kind !== 'publish' &&
    entry.kind !== 'restore';
  const content = { ...contentOf(entry.fields), hash, kind: entry.kind, note: entry.note ?? '' };
  if (last && isSameSitting) {
    await tx.postRevision.update({ where: { id: last.id }, data: content });
    return last.id;
  }
  const id = newId();
  await tx.postRevision.create({
    data: { id, postId: entry.postId, authorId: entry.authorId, createdAt: now, ...content },
  });
  return id;
}

/** Stores the first revision of imported posts, in one statement. */
export async function storeImportedRevisions(tx: Tx, postIds: string[]) {
  const createdAt = new Date();
  const posts = await listCurrent(tx, postIds);
  const data = posts.map((post) => {
    const fields = fieldsOfPost(post);
    const content = { ...contentOf(fields), hash: hashOfFields(fields), kind: 'import' satisfies RevisionKind };
    return { id: newId(), postId: post.id, createdAt, updatedAt: createdAt, ...content };
  });
  await insertRows(tx, 'PostRevision', data);
}

/** The history of a post, newest first. */
export async function listRevisions(actor: Actor, id: string) {
  await requireEditable(actor, id, readDb);
  const rows = await readDb.postRevision.findMany({
    where: { postId: id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      id: true,
      kind: true,
      note: true,
      title: true,
      createdAt: true,
      updatedAt: true,
      author: { select: { id: true, name: true } },
    },
  });
  return rows;
}

/** The fields of some versions of a post, in this order; those that are not its own are left out. */
export async function findRevisions(actor: Actor, postId: string, ids: readonly string[]): Promise<PostFields[]> {
  await requireEditable(actor, postId, readDb);
  const rows = await readDb.postRevision.findMany({
    where: { postId, id: { in: [...ids] } },
    select: revisionSelect,
  });
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(fieldsOfRevision));
}

// A saved or published revision keeps its kind; an autosave may be promoted.
async function confirm(tx: Tx, last: { id: string; kind: string }, kind: RevisionKind) {
  const isMore = (last.kind === 'autosave' && kind !== 'autosave') || kind === 'publish';
  if (isMore) await tx.postRevision.update({ where: { id: last.id }, data: { kind } });
  return last.id;
}

function contentOf(fields: PostFields) {
  const { title, subtitle, excerpt, bodyHtml, ...others } = fields;
  return { title, subtitle, excerpt, bodyHtml, fields: JSON.stringify(others) };
}
