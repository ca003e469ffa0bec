import 'server-only';
import { RENDER_VERSION } from '@/lib/comments/html';
import { renderImportedHtml } from '@/lib/comments/imported-html';
import { changeStatus, emitVisibility, positionSelect } from '@/lib/comments/thread-store';
import { readDb, type Tx } from '@/lib/database/db';
import { parseHtml } from '@/lib/html/parsing';
import { textOf } from '@/lib/html/tree';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { CommentDraft } from '../drafts';
import { hashValue, inChunks, type KnownItem, type ImportMap } from './import-map';
import { MIRRORED } from './mirrored';
import { recountThread } from './recounting';

const tracked = {
  ...positionSelect,
  authorName: true,
  authorUrl: true,
  body: true,
  bodyHtml: true,
  renderVersion: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.CommentSelect;

type Row = Prisma.CommentGetPayload<{ select: typeof tracked }>;
/** As it was stored, to be restored. */
export type RowBefore = Omit<Row, 'parent'>;

/** A comment that changed in the source and not here. */
export type TrackedComment = { draft: CommentDraft; item: KnownItem; row: Row };

const untouched = { revision: 1, editedAt: null, deletedAt: null, moderatedAt: null } as const;

/** What of a comment the source can change. */
export function hashDraft(draft: CommentDraft, isMirrored: boolean) {
  // JSON leaves it out.
  const hash = hashValue({ ...draft, commenter: undefined, undated: undefined });
  return isMirrored ? `${MIRRORED}${hash}` : hash;
}

/** Splits comments that changed in the source into those to update and those edited here. */
export async function sortChanged(
  matched: readonly { draft: CommentDraft; item: KnownItem | null }[],
  isMirrored: boolean,
) {
  const changed = matched.flatMap(({ draft, item }) =>
    item && item.hash !== hashDraft(draft, isMirrored) ? [{ draft, item }] : [],
  );
  const rows = new Map<string, Row>();
  await inChunks(changed, async (slice) => {
    const ids = slice.map(({ item }) => item.targetId);
    const found = await readDb.comment.findMany({ where: { id: { in: ids }, ...untouched }, select: tracked });
    for (const row of found) rows.set(row.id, row);
  });
  const following: TrackedComment[] = [];
  const staying: CommentDraft[] = [];
  for (const { draft, item } of changed) {
    const row = rows.get(item.targetId);
    const isOtherwise = item.hash.startsWith(MIRRORED) !== isMirrored;
    if (isOtherwise && (!row || isSameOtherwise(draft, row))) continue;
    if (row) following.push({ draft, item, row });
    else staying.push(draft);
  }
  return { following, staying };
}

// Typographers change quotes and dashes, and faces become images.
function isSameOtherwise({ html, status, authorName }: CommentDraft, row: Row) {
  const words = (text: string) => textOf(parseHtml(text)).replace(/[^\p{L}\p{N}]+/gu, '');
  return status === row.status && words(html) === words(row.bodyHtml) && words(authorName) === words(row.authorName);
}

type CommentAuthor = { authorId: string | null; authorName: string; authorUrl: string };

/** The words of a comment: as another Masthead stored them, else as the HTML that they are. */
export function wordsOf({ own, html }: CommentDraft) {
  if (own?.format === 'markdown') return { format: 'markdown', body: own.body, bodyHtml: html };
  const body = own?.body ?? html;
  return { format: 'html', body, bodyHtml: renderImportedHtml(body).html };
}

/** Updates a comment to its source. Its position in the thread stays. */
export async function applyChange(
  tx: Tx,
  { draft, item, row }: TrackedComment,
  user: CommentAuthor,
  { importMap, isMirrored }: { importMap: ImportMap; isMirrored: boolean },
) {
  const { format: _, ...text } = wordsOf(draft);
  const words = { ...text, renderVersion: RENDER_VERSION };
  // Whoever claimed it keeps it.
  const authorId = user.authorId ?? row.authorId;
  const data = {
    ...user,
    authorId,
    ...words,
    status: draft.own?.status ?? draft.status,
    createdAt: draft.createdAt ?? row.createdAt,
  };
  await changeStatus(tx, row, { by: null, data });
  const { parent: _parent, ...before } = row;
  await importMap.change(tx, item, hashDraft(draft, isMirrored), { comment: before });
}

/** Reverts an update unless the comment was changed since; returns whether it did. */
export async function revertChange(tx: Tx, row: RowBefore) {
  const { id, postId, parentId: _parent, path: _path, type: _type, ...was } = row;
  const now = await tx.comment.findFirst({
    where: { id, ...untouched },
    select: { status: true, authorId: true, parent: tracked.parent },
  });
  if (!now) return false;
  await tx.comment.updateMany({
    where: { id, ...untouched },
    data: { ...was, authorId: was.authorId ?? now.authorId },
  });
  await recountThread(tx, postId);
  emitVisibility(tx, { ...row, parent: now.parent }, { from: now.status, by: null, origin: 'import' });
  return true;
}
