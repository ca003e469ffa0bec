import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb } from '@/lib/database/db';
import { parseVariants } from '@/lib/images/variants';
import { paths } from '@/lib/web/paths';
import type { LegacyImage } from './legacy-systems';

type Sized = { move: { to: string; status: number } | null; tags: string[]; changesAt: null };

/** The redirect of a resized image to our nearest width, if the original redirects here. */
export async function findImageSize(from: string, { wholes: all, width }: LegacyImage): Promise<Sized> {
  const wholes = all.filter((path) => path !== from);
  const rows = await readDb.redirect.findMany({
    where: { from: { in: wholes }, to: { startsWith: '/uploads/' } },
    select: { from: true, to: true, status: true },
  });
  const row = wholes.flatMap((path) => rows.find((one) => one.from === path) ?? [])[0];
  const tags = wholes.map((path) => cacheTags.address(path));
  if (!row) return { move: null, tags, changesAt: null };
  const to = width > 0 ? await nearest(row.to, width) : row.to;
  return { move: { to, status: row.status }, tags, changesAt: null };
}

async function nearest(url: string, width: number) {
  const key = url.replace(/^\/uploads\//, '').replace(/\.[a-z]+$/, '');
  const row = await readDb.media.findUnique({ where: { key }, select: { variants: true } });
  // Sizes exist in two formats; all current browsers support WebP.
  const sizes = (row ? parseVariants(row.variants) : []).filter(({ mime }) => mime === 'image/webp');
  const best = sizes.toSorted((a, b) => a.width - b.width).find((variant) => variant.width >= width);
  return best ? paths.upload(best.path) : url;
}
