import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { publish } from '@/lib/events/emit';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { cleanText } from './comment';
import { RENDER_VERSION } from './html';
import { renderImportedHtml } from './imported-html';
import { mentionSelect, toMentionable } from './mentions/queries';
import { renderWithMentions } from './rendering';

const BATCH_SIZE = 200;

const rowSelect = {
  id: true,
  postId: true,
  format: true,
  body: true,
  bodyHtml: true,
  revision: true,
  updatedAt: true,
  mentions: { select: mentionSelect },
} satisfies Prisma.CommentSelect;

type Progress = { rendered: number; left: number };

/** Renders comments of an older renderer again, in batches; can be interrupted. Returns their number. */
export async function rerenderComments(onProgress: (progress: Progress) => void = () => {}) {
  const where = { renderVersion: { lt: RENDER_VERSION } };
  const total = await readDb.comment.count({ where });
  const changed = new Set<string>();
  let rendered = 0;
  let last = '';
  for (;;) {
    const rows = await readDb.comment.findMany({
      where: { ...where, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: BATCH_SIZE,
      select: rowSelect,
    });
    if (rows.length === 0) break;
    for (const row of rows) if (await rerender(row)) changed.add(row.postId);
    last = rows.at(-1)!.id;
    rendered += rows.length;
    onProgress({ rendered, left: Math.max(0, total - rendered) });
  }
  if (changed.size > 0) await publish({ type: 'comments.rerendered', actorId: null, postIds: [...changed] });
  return { rendered };
}

type Row = Prisma.CommentGetPayload<{ select: typeof rowSelect }>;

// Replaces only the text that was read: a concurrent edit brings its own rendering.
async function rerender({ id, format, body, bodyHtml, revision, updatedAt, mentions }: Row) {
  const { html } =
    format === 'html' ? renderImportedHtml(body) : renderWithMentions(cleanText(body), mentions.map(toMentionable));
  const data = { bodyHtml: html, renderVersion: RENDER_VERSION, updatedAt };
  const { count } = await db.comment.updateMany({ where: { id, revision }, data });
  return count > 0 && html !== bodyHtml;
}
