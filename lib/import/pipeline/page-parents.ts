import 'server-only';
import { transaction } from '@/lib/database/db';
import { chunksOf, inChunks } from './import-map';
import { UNRESOLVED, type PostContext } from './post-work';

/** Sets the parents of pages once all exist; also completes an interrupted import. */
export async function setParents(all: Iterable<[string, string]>, context: PostContext) {
  for (const some of chunksOf(all, 500)) await setSomeParents(new Map(some), context);
}

async function setSomeParents(parents: Map<string, string>, { importMap, allocations }: PostContext) {
  const known = await importMap.find('post', [...parents.keys()]);
  const unplaced = [...known.values()].filter(({ hash }) => hash.endsWith(UNRESOLVED));
  await inChunks(
    unplaced,
    (slice) =>
      transaction(async (tx) => {
        for (const item of slice) {
          const parent = allocations.get(parents.get(item.sourceId) ?? '');
          if (parent) await tx.post.updateMany({ where: { id: item.targetId }, data: { parentId: parent.id } });
          await tx.importItem.update({
            where: { id: item.id },
            data: { hash: item.hash.slice(0, -UNRESOLVED.length) },
          });
        }
      }),
    50,
  );
}
