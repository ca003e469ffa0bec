import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { isRemoved } from '@/lib/media/forgetting';
import { filesIn } from '@/lib/posts/linked-files';

const READ_BATCH_SIZE = 200;

/** Removes an import's downloads. Those that are still linked stay and are returned. */
export async function removeDownloads(batchId: string) {
  const items = await readDb.importItem.findMany({
    where: { batchId, kind: 'file' },
    select: { id: true, sourceId: true, targetId: true },
  });
  const linked = items.length > 0 ? await linkedDownloads() : new Set<string>();
  const inUse: string[] = [];
  const left: string[] = [];
  let removed = 0;
  for (const { id, sourceId, targetId } of items) {
    if (linked.has(targetId)) {
      inUse.push(sourceId);
      continue;
    }
    await db.importItem.delete({ where: { id } });
    removed += 1;
    if (!(await isOfOthers(batchId, targetId)) && !(await isRemoved(targetId))) left.push(targetId);
  }
  return { removed, inUse, left };
}

/** Whether a file stays: it is of another import too, or was in the library before. Otherwise it leaves the library. */
async function isOfOthers(batchId: string, path: string) {
  const other = await db.importItem.findFirst({ where: { kind: 'file', targetId: path }, select: { batchId: true } });
  if (other) {
    await db.storedFile.updateMany({
      where: { path, importBatchId: batchId },
      data: { importBatchId: other.batchId },
    });
    return true;
  }
  await db.storedFile.deleteMany({ where: { path, importBatchId: batchId } });
  return (await db.storedFile.count({ where: { path } })) > 0;
}

async function linkedDownloads() {
  const linked = new Set<string>();
  for (const read of [postsAfter, pendingAfter, commentsAfter, creativesAfter]) {
    for (let after = ''; ;) {
      const rows = await read(after);
      for (const { html } of rows) for (const path of filesIn(html)) linked.add(path);
      const last = rows.at(-1);
      if (!last || rows.length < READ_BATCH_SIZE) break;
      after = last.id;
    }
  }
  return linked;
}

type Text = { id: string; html: string };

const leading = { contains: '/uploads/files/' };
const inOrder = { orderBy: { id: 'asc' }, take: READ_BATCH_SIZE } as const;
const withBody = { ...inOrder, select: { id: true, bodyHtml: true } } as const;

async function postsAfter(after: string): Promise<Text[]> {
  const where = { id: { gt: after }, OR: [{ bodyHtml: leading }, { enclosures: leading }] };
  const rows = await readDb.post.findMany({
    where,
    ...inOrder,
    select: { id: true, bodyHtml: true, enclosures: true },
  });
  return rows.map(({ id, bodyHtml, enclosures }) => ({ id, html: `${bodyHtml} ${enclosures ?? ''}` }));
}

async function pendingAfter(after: string): Promise<Text[]> {
  const where = { id: { gt: after }, bodyHtml: leading, pendingOn: { isNot: null } };
  return bodies(await readDb.postRevision.findMany({ where, ...withBody }));
}

async function commentsAfter(after: string): Promise<Text[]> {
  return bodies(await readDb.comment.findMany({ where: { id: { gt: after }, bodyHtml: leading }, ...withBody }));
}

async function creativesAfter(after: string): Promise<Text[]> {
  const where = { id: { gt: after }, OR: [{ code: leading }, { linkUrl: leading }] };
  const rows = await readDb.creative.findMany({ where, ...inOrder, select: { id: true, code: true, linkUrl: true } });
  return rows.map(({ id, code, linkUrl }) => ({ id, html: `${code} ${linkUrl}` }));
}

function bodies(rows: { id: string; bodyHtml: string }[]): Text[] {
  return rows.map(({ id, bodyHtml }) => ({ id, html: bodyHtml }));
}
