import 'server-only';
import { reader, writer } from '@/lib/db';
import { downloadsIn } from '@/lib/media/downloads';
import { removeFile } from '@/lib/media/storage';

const PER_READING = 200;

/** Removes the downloads that came with an import. Those that a text here still leads to stay and are named. */
export async function removeDownloads(batchId: string) {
  const items = await reader.importItem.findMany({
    where: { batchId, kind: 'file' },
    select: { id: true, sourceId: true, targetId: true },
  });
  const linked = items.length > 0 ? await linkedDownloads() : new Set<string>();
  const inUse: string[] = [];
  let removed = 0;
  for (const { id, sourceId, targetId } of items) {
    if (linked.has(targetId)) {
      inUse.push(sourceId);
      continue;
    }
    await writer.importItem.delete({ where: { id } });
    removed += 1;
    // The same file may have come with another import as well.
    if ((await writer.importItem.count({ where: { kind: 'file', targetId } })) === 0) await removeFile(targetId);
  }
  return { removed, inUse };
}

async function linkedDownloads() {
  const linked = new Set<string>();
  for (let after = ''; ;) {
    const posts = await reader.post.findMany({
      where: { id: { gt: after }, bodyHtml: { contains: '/uploads/files/' } },
      orderBy: { id: 'asc' },
      take: PER_READING,
      select: { id: true, bodyHtml: true },
    });
    for (const { bodyHtml } of posts) for (const path of downloadsIn(bodyHtml)) linked.add(path);
    const last = posts.at(-1);
    if (!last || posts.length < PER_READING) return linked;
    after = last.id;
  }
}
