import 'server-only';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { nameOf } from '@/lib/text/visible-text';
import { paths } from '@/lib/web/paths';
import { numbered, slugify } from '../publishing/slugs';
import { tagKey } from '../tagging/tag-names';
import { MAX_SERIES_TITLE } from './series';

const named = { id: true, title: true, slug: true } as const;
export type NamedSeries = { id: string; title: string; slug: string };

/** Puts a post at the end of the series with this title, which is made if there is none; "" takes it out of its series. */
export async function joinSeries(tx: Tx, postId: string, title: string) {
  const wanted = title === '' ? null : (await findOrCreateSeries(tx, title)).id;
  const post = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: { seriesId: true } });
  if (post.seriesId === wanted) return;
  const seriesPosition = wanted ? await endOf(tx, wanted) : 0;
  await tx.post.update({ where: { id: postId }, data: { seriesId: wanted, seriesPosition }, select: { id: true } });
}

type Placing = { title: string; position: number | null; importBatchId: string };

/** Puts an imported post into a series, at its position there or at the end. */
export async function placeImported(tx: Tx, postId: string, { title: typed, position, importBatchId }: Placing) {
  const title = [...nameOf(typed)].slice(0, MAX_SERIES_TITLE).join('');
  if (title === '') return;
  const series = (await findSeriesMeant(tx, title)) ?? (await createSeriesNamed(tx, title, { importBatchId }));
  const data = { seriesId: series.id, seriesPosition: position ?? (await endOf(tx, series.id)) };
  await tx.post.update({ where: { id: postId }, data, select: { id: true } });
}

/** The series with this title, however it is written. */
export async function findSeriesNamed(tx: Tx, title: string): Promise<NamedSeries | null> {
  const rows = await tx.series.findMany({
    where: { titleKey: tagKey(title) },
    orderBy: { id: 'asc' },
    select: named,
  });
  return rows.find((row) => row.title === title) ?? rows[0] ?? null;
}

/** The same, or the one that had this title before. */
export async function findSeriesMeant(tx: Tx, title: string): Promise<NamedSeries | null> {
  const slug = slugify(title);
  // Letters and digits only: the slugs of other titles are ambiguous ("C" and "C++").
  const isPlain = slug !== '' && tagKey(slug) === tagKey(title);
  return (await findSeriesNamed(tx, title)) ?? (isPlain ? findMovedFrom(tx, slug) : null);
}

type NewSeries = { importBatchId?: string; slug?: string; description?: string };

export async function createSeriesNamed(tx: Tx, title: string, more: NewSeries = {}) {
  const data = {
    id: newId(),
    slug: more.slug ?? (await freeSeriesSlug(tx, title)),
    title,
    titleKey: tagKey(title),
    createdAt: new Date(),
    ...more,
  };
  return tx.series.create({ data, select: named });
}

/** A slug for this title that no other series has or had. */
export async function freeSeriesSlug(tx: Tx, title: string, ownSlug = ''): Promise<string> {
  const candidate = slugify(title) || 'parts';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? candidate : numbered(candidate, number);
    if (slug === ownSlug || (await isFree(tx, slug, ownSlug))) return slug;
  }
}

/** The position after the last part. */
async function endOf(tx: Tx, seriesId: string) {
  const last = await tx.post.aggregate({ where: { seriesId }, _max: { seriesPosition: true } });
  return (last._max.seriesPosition ?? -1) + 1;
}

async function findOrCreateSeries(tx: Tx, typed: string) {
  const title = nameOf(typed);
  return (await findSeriesMeant(tx, title)) ?? createSeriesNamed(tx, title);
}

// Redirects to a series name its path, and are changed with it.
async function findMovedFrom(tx: Tx, slug: string) {
  const redirect = await tx.redirect.findUnique({ where: { from: paths.series(slug) }, select: { to: true } });
  const [, now] = /^\/series\/([^/]+)$/.exec(redirect?.to ?? '') ?? [];
  return now === undefined ? null : tx.series.findUnique({ where: { slug: decodeURIComponent(now) }, select: named });
}

async function isFree(tx: Tx, slug: string, ownSlug: string) {
  if (await tx.series.findUnique({ where: { slug }, select: { id: true } })) return false;
  const moved = await findMovedFrom(tx, slug);
  return moved === null || moved.slug === ownSlug;
}
