import 'server-only';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { nameOf } from '@/lib/text/visible-text';
import { cleanText, type CommentStatus } from './comment';
import { RENDER_VERSION } from './html';
import { renderImportedHtml } from './imported-html';
import { renderMarkdown } from './rendering';
import { emitVisibility, adjustCounts, positionSelect, allocatePath } from './thread-store';

export type ImportedComment = {
  postId: string;
  /** Our id of the parent, which must have been inserted before. */
  parentId: string | null;
  type: 'comment' | 'mention';
  status: Exclude<CommentStatus, 'deleted'>;
  /** Null: the author has no account here, only a name. */
  authorId: string | null;
  authorName: string;
  authorUrl: string;
  format: 'html' | 'markdown';
  body: string;
  createdAt: Date;
  importBatchId: string | null;
};

/** Appends an imported comment to its conversation. Siblings keep the order of insertion: insert the oldest first. */
export async function insertImportedComment(tx: Tx, comment: ImportedComment) {
  const { postId, parentId, type, status, authorId, format, createdAt, importBatchId } = comment;
  const parent = parentId
    ? await tx.comment.findFirst({ where: { id: parentId, postId }, select: { id: true, path: true, rootId: true } })
    : null;
  const id = newId();
  const allocated = await allocatePath(tx, postId, parent);
  const row = await tx.comment.create({
    data: {
      id,
      postId,
      parentId: parent?.id ?? null,
      rootId: allocated.rootId ?? id,
      depth: allocated.depth,
      path: allocated.path,
      type,
      status,
      authorId,
      authorName: nameOf(comment.authorName).slice(0, 120),
      authorUrl: safeUrl(comment.authorUrl),
      format,
      body: comment.body,
      bodyHtml: renderImported(comment),
      renderVersion: RENDER_VERSION,
      createdAt,
      importBatchId,
    },
    select: positionSelect,
  });
  if (status === 'approved') await adjustCounts(tx, row, 1);
  emitVisibility(tx, row, { from: null, by: null, origin: 'import' });
  return { id, path: allocated.path };
}

function renderImported({ format, body }: ImportedComment) {
  return (format === 'html' ? renderImportedHtml(body) : renderMarkdown(cleanText(body))).html;
}

function safeUrl(address: string) {
  const url = URL.parse(address);
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href.slice(0, 500) : '';
}
