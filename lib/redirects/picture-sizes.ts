import 'server-only';
import { cacheTags } from '@/lib/cache-tags';
import { reader } from '@/lib/db';
import type { Variant } from '@/lib/media/media';
import { paths } from '@/lib/paths';

const inUploads = /\/(?:wp-content\/uploads|wp-content\/blogs\.dir|files)\//;
const ending = /\.(?:jpe?g|png|gif|webp|avif)$/;
const size = /-(\d{1,5})x\d{1,5}$/;
/** What WordPress appends to the picture that it shows in place of the one that was uploaded. */
const copies = ['', '-scaled', '-rotated'];

type Sized = { move: { to: string; status: number } | null; tags: string[]; changesAt: null };

/**
 * Where a size of a picture of WordPress leads: to ours in the nearest width, as long as the address of the whole picture
 * leads here. Null for every other address.
 */
export async function findPictureSize(from: string): Promise<Sized | null> {
  const extension = ending.exec(from)?.[0];
  if (!extension || !inUploads.test(from)) return null;
  const name = from.slice(0, -extension.length);
  const width = Number(size.exec(name)?.[1] ?? 0);
  const wholes = wholesOf(name, extension).filter((path) => path !== from);
  const rows = await reader.redirect.findMany({
    where: { from: { in: wholes }, to: { startsWith: '/uploads/' } },
    select: { from: true, to: true, status: true },
  });
  const row = wholes.flatMap((path) => rows.find((one) => one.from === path) ?? [])[0];
  const tags = wholes.map((path) => cacheTags.address(path));
  if (!row) return { move: null, tags, changesAt: null };
  const to = width > 0 ? await nearest(row.to, width) : row.to;
  return { move: { to, status: row.status }, tags, changesAt: null };
}

/** Addresses that the whole of a picture may have had, likeliest first. */
function wholesOf(name: string, extension: string) {
  const base = name.replace(size, '');
  const original = base.replace(/-(?:scaled|rotated)$/, '');
  return [...new Set([base, ...copies.map((copy) => original + copy)])].map((path) => path + extension);
}

async function nearest(url: string, width: number) {
  const key = url.replace(/^\/uploads\//, '').replace(/\.[a-z]+$/, '');
  const row = await reader.media.findUnique({ where: { key }, select: { variants: true } });
  // Sizes are made in two formats; every browser that is in use knows WebP.
  const sizes = (row ? (JSON.parse(row.variants) as Variant[]) : []).filter(({ mime }) => mime === 'image/webp');
  const best = sizes.toSorted((a, b) => a.width - b.width).find((variant) => variant.width >= width);
  return best ? paths.upload(best.path) : url;
}
