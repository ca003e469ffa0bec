import 'server-only';
import { canonicalPath } from '@/lib/web/canonical-path';
import { readDb } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { depthOf, MAX_DEPTH, slugify } from '@/lib/posts/publishing/slugs';
import type { Allocation } from './authors-and-tags';
import type { ImportSource, PostOutline } from '../importer';
import type { Scratch, ScratchMap } from '../reading/scratch';
import type { ImportMap } from './import-map';
import { SlugAllocator } from './slug-allocator';

const READ_BATCH_SIZE = 2_000;

type Known = { importMap: ImportMap; scratch: Scratch };

/** Allocates an address for every post and page; previously imported ones keep theirs. */
export async function allocateAddresses(source: ImportSource, { importMap, scratch }: Known) {
  const allocations = scratch.map<Allocation>();
  const slugs = new SlugAllocator(await readSlugs());
  for await (const items of importMap.pages('post')) {
    const ids = items.map(({ targetId }) => targetId);
    const rows = await readDb.post.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { sourceId, targetId } of items) {
      const allocation = byId.get(targetId);
      if (allocation) allocations.set(sourceId, allocation);
    }
  }
  for (const { sourceId, slug, hasWholeSlug } of source.posts()) {
    if (!hasWholeSlug || allocations.has(sourceId) || !slugs.takeWhole(slug)) continue;
    allocations.set(sourceId, newAllocation(slug));
  }
  const parents = new Map(source.parents());
  for (const rank of claims) {
    for (const post of source.posts()) {
      const { sourceId, slug, title } = post;
      if (parents.has(sourceId) || claimOf(post, source) !== rank || allocations.has(sourceId)) continue;
      allocations.set(sourceId, newAllocation(slugs.take(slug, title, `untitled-${sourceId}`)));
    }
  }
  allocateBelow(source, { parents, allocations, slugs });
  return { allocations, slugs };
}

type Allocating = { parents: ReadonlyMap<string, string>; allocations: ScratchMap<Allocation>; slugs: SlugAllocator };

/** Pages below others, a level at a time; what is too deep, or in a circle, stands at the top. */
function allocateBelow(source: ImportSource, { parents, allocations, slugs }: Allocating) {
  for (let level = 1; level <= MAX_DEPTH; level += 1) {
    const isLast = level === MAX_DEPTH;
    for (const { sourceId, slug, title } of source.posts()) {
      const parentId = parents.get(sourceId);
      if (parentId === undefined || allocations.has(sourceId)) continue;
      const parent = allocations.get(parentId)?.slug;
      const names = [slug, title, `untitled-${sourceId}`] as const;
      if (parent !== undefined && depthOf(parent) === level && !isLast)
        allocations.set(sourceId, newAllocation(slugs.takeBelow(parent, ...names)));
      else if (isLast) allocations.set(sourceId, newAllocation(slugs.take(...names)));
    }
  }
}

/** Priority: items that keep their address, then visible ones, then hidden ones. */
const claims = ['keeps', 'seen', 'hidden'] as const;

function claimOf({ isHidden, slug, link }: PostOutline, { links }: ImportSource): (typeof claims)[number] {
  if (isHidden) return 'hidden';
  const preferredSlug = slugify(slug);
  return preferredSlug !== '' && links.pathOf(link) === canonicalPath(paths.post(preferredSlug)) ? 'keeps' : 'seen';
}

async function readSlugs() {
  const slugs: string[] = [];
  for (let after = ''; ;) {
    const rows = await readDb.post.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: READ_BATCH_SIZE,
      select: { id: true, slug: true },
    });
    for (const { slug } of rows) slugs.push(slug);
    const last = rows.at(-1);
    if (!last || rows.length < READ_BATCH_SIZE) return slugs;
    after = last.id;
  }
}

/** The id and slug of each item: kept from an earlier import, or newly allocated. */
function newAllocation(slug: string): Allocation {
  return { id: newId(), slug };
}
