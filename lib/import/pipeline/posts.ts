import 'server-only';
import { readDb } from '@/lib/database/db';
import type { PostDraft } from '../drafts';
import { createPosts } from './created-posts';
import { hashOfDraft, type PostContext, type PostRow, type Work } from './post-work';
import { updateExisting } from './updated-posts';

/** Writes a batch in one transaction: creates new posts, updates changed ones, skips the others. */
export async function writePosts(drafts: readonly PostDraft[], context: PostContext) {
  const { importMap } = context;
  const known = await importMap.find(
    'post',
    drafts.map(({ sourceId }) => sourceId),
  );
  const rows = await readRows([...known.values()].map(({ targetId }) => targetId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const work = drafts.map((draft): Work => {
    const item = known.get(draft.sourceId);
    const row = item && byId.get(item.targetId);
    const allocation = context.allocations.get(draft.sourceId)!;
    const hash = hashOfDraft(draft);
    return { draft, hash, allocation, item, row };
  });
  await createPosts(
    work.filter(({ row }) => !row),
    context,
  );
  for (const one of work) if (one.row) await updateExisting(one, context);
}

function readRows(ids: string[]): Promise<PostRow[]> {
  return readDb.post.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, version: true, parentId: true, importBatchId: true, contentUpdatedAt: true },
  });
}
