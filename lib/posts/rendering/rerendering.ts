import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { publish } from '@/lib/events/emit';
import { log } from '@/lib/platform/log';
import { renderFields } from '../fields/rendered-fields';
import { RENDER_VERSION } from './rendering';

const BATCH_SIZE = 20;

type Progress = { rendered: number; left: number };

/** Renders outdated posts again (all with `all`), in small batches; can be interrupted. Returns their number. */
export async function rerenderPosts(
  options: { all?: boolean; onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
) {
  const where = options.all ? {} : { renderVersion: { lt: RENDER_VERSION }, status: { in: ['published', 'private'] } };
  const total = await readDb.post.count({ where });
  const changed: string[] = [];
  let rendered = 0;
  let last = '';
  while (!options.signal?.aborted) {
    const rows = await readDb.post.findMany({
      where: { ...where, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: BATCH_SIZE,
      select: rerendered,
    });
    if (rows.length === 0) break;
    for (const row of rows) {
      if (await rerender(row)) changed.push(row.id);
      last = row.id;
      rendered += 1;
      // Yields to requests between posts.
      await new Promise((resolve) => setImmediate(resolve));
    }
    options.onProgress?.({ rendered, left: Math.max(0, total - rendered) });
  }
  if (changed.length > 0) await publish({ type: 'posts.rerendered', actorId: null, postIds: changed });
  return { rendered };
}

/** Renders these posts again, now; those that are not outdated stay as they are. */
export async function rerenderOutdated(postIds: readonly string[]) {
  const changed: string[] = [];
  for (const id of postIds) {
    const row = await db.post.findFirst({ where: { id, renderVersion: { lt: RENDER_VERSION } }, select: rerendered });
    if (row && (await rerender(row))) changed.push(id);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (changed.length > 0) await publish({ type: 'posts.rerendered', actorId: null, postIds: changed });
}

const rerendered = { id: true, bodyHtml: true, version: true, updatedAt: true } as const;

type Row = { id: string; bodyHtml: string; version: number; updatedAt: Date };

// Replaces only the text that was read; version and change date stay, so open editors see no conflict.
async function rerender({ id, bodyHtml, version, updatedAt }: Row) {
  try {
    const { columns } = await renderFields(bodyHtml);
    const { count } = await db.post.updateMany({ where: { id, version }, data: { ...columns, updatedAt } });
    return count > 0;
  } catch (error) {
    log.error({ event: 'rerender_failed', post: id, error }, 'a post could not be rendered');
    return false;
  }
}
