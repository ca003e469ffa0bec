import 'server-only';
import { RENDER_VERSION } from '@/lib/comments/html';
import { renderImportedHtml } from '@/lib/comments/imported-html';
import { changeStatus, emitVisibility, placed } from '@/lib/comments/thread-writing';
import { reader, type Tx } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { CommentDraft } from '../drafts';
import { hashOf, inSlices, type KnownItem, type ImportMap } from './import-map';
import { recountThread } from './recounting';

const followed = {
  ...placed,
  authorName: true,
  authorUrl: true,
  body: true,
  bodyHtml: true,
  renderVersion: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.CommentSelect;

type Row = Prisma.CommentGetPayload<{ select: typeof followed }>;

/** A comment that changed on the old site and was not touched here since its import. */
export type FollowedComment = { draft: CommentDraft; item: KnownItem; row: Row };

/** Not edited, deleted or moderated here. */
const untouched = { revision: 1, editedAt: null, deletedAt: null, moderatedAt: null } as const;

/** Sorts comments that changed on the old site: those to update, and those to leave because they were touched here. */
export async function sortChanged(met: readonly { draft: CommentDraft; item: KnownItem | null }[]) {
  const changed = met.flatMap(({ draft, item }) => (item && item.hash !== hashOf(draft) ? [{ draft, item }] : []));
  const rows = new Map<string, Row>();
  await inSlices(changed, async (slice) => {
    const ids = slice.map(({ item }) => item.targetId);
    const found = await reader.comment.findMany({ where: { id: { in: ids }, ...untouched }, select: followed });
    for (const row of found) rows.set(row.id, row);
  });
  const following: FollowedComment[] = [];
  const staying: CommentDraft[] = [];
  for (const { draft, item } of changed) {
    const row = rows.get(item.targetId);
    if (row) following.push({ draft, item, row });
    else staying.push(draft);
  }
  return { following, staying };
}

type Person = { authorId: string | null; authorName: string; authorUrl: string };

/** Brings a comment to what it is on the old site now. Its place in the conversation stays. */
export async function followChange(
  tx: Tx,
  { draft, item, row }: FollowedComment,
  person: Person,
  importMap: ImportMap,
) {
  const words = { body: draft.html, bodyHtml: renderImportedHtml(draft.html).html, renderVersion: RENDER_VERSION };
  const data = { ...person, ...words, status: draft.status, createdAt: draft.createdAt ?? row.createdAt };
  await changeStatus(tx, row, { by: null, data });
  await importMap.change(tx, item, hashOf(draft), { comment: row });
}

/** Reverts such a change, unless the comment was touched since; answers whether it did. */
export async function unfollowChange(tx: Tx, row: Row) {
  const { id, postId, parentId: _parent, path: _path, type: _type, ...was } = row;
  const now = await tx.comment.findFirst({ where: { id, ...untouched }, select: { status: true } });
  if (!now) return false;
  await tx.comment.updateMany({ where: { id, ...untouched }, data: was });
  await recountThread(tx, postId);
  emitVisibility(tx, row, { from: now.status, by: null, origin: 'import' });
  return true;
}
