import 'server-only';
import { canonicalPath } from '@/lib/canonical-path';
import { reader } from '@/lib/db';
import { paths } from '@/lib/paths';
import { slugify } from '@/lib/posts/slugs';
import type { Placed } from './authors-and-tags';
import { isPost, type SiteAddresses } from '../importers/wordpress/site-addresses';
import type { ItemOutline, Outline } from '../importers/wordpress/outline';
import type { ImportMap } from './import-map';
import { newPlace } from './posts';
import { SlugAllocator } from './slug-allocator';

const PER_READING = 2_000;

/** Gives every post and page its address: those that came before keep theirs. */
export async function allocateAddresses(outline: Outline, addresses: SiteAddresses, importMap: ImportMap) {
  const places = outline.scratch.map<Placed>();
  const slugs = new SlugAllocator(await readSlugs());
  for await (const items of importMap.pages('post')) {
    const ids = items.map(({ targetId }) => targetId);
    const rows = await reader.post.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { sourceId, targetId } of items) {
      const place = byId.get(targetId);
      if (place) places.set(sourceId, place);
    }
  }
  for (const rank of claims) {
    for (const [sourceId, item] of outline.items) {
      if (!isPost(item) || claimOf(item, addresses) !== rank || places.has(sourceId)) continue;
      places.set(sourceId, newPlace(slugs.take(wishOf(item), item.title, `untitled-${sourceId}`)));
    }
  }
  return { places, slugs };
}

/** Pages below pages, each with its parent. */
export function* parentsOf(outline: Outline): Generator<[string, string]> {
  for (const [id, item] of outline.items) {
    if (item.type === 'page' && outline.items.get(item.parentId)?.type === 'page') yield [id, item.parentId];
  }
}

/** Who chooses first: those that keep their address by it, then what readers see, then the rest. */
const claims = ['keeps', 'seen', 'hidden'] as const;

function claimOf(item: ItemOutline, addresses: SiteAddresses): (typeof claims)[number] {
  if (item.isHidden) return 'hidden';
  const wish = slugify(wishOf(item));
  return wish !== '' && addresses.pathOf(item.link) === canonicalPath(paths.post(wish)) ? 'keeps' : 'seen';
}

function wishOf({ slug }: ItemOutline) {
  return slug.replace(/__trashed(-\d+)?$/, '');
}

async function readSlugs() {
  const slugs: string[] = [];
  for (let after = ''; ;) {
    const rows = await reader.post.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PER_READING,
      select: { id: true, slug: true },
    });
    for (const { slug } of rows) slugs.push(slug);
    const last = rows.at(-1);
    if (!last || rows.length < PER_READING) return slugs;
    after = last.id;
  }
}
