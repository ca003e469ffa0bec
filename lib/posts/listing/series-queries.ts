import 'server-only';
import { readDb } from '@/lib/database/db';
import { MAX_PARTS } from '../series/series';
import { nextChangeOf, postStateOf, publicWhere } from '../visibility';

export type SeriesSubject = { id: string; slug: string; title: string; description: string };
export type SeriesPart = { id: string; slug: string; title: string; locale: string };
/** Its public parts in order, and when time alone changes them. */
export type SeriesParts = SeriesSubject & { parts: SeriesPart[]; until: number | null };

const subject = { id: true, slug: true, title: true, description: true } as const;

/** A series with at least one public part, or null. */
export async function findSeries(slug: string): Promise<SeriesSubject | null> {
  const series = await readDb.series.findUnique({ where: { slug }, select: subject });
  if (!series) return null;
  const part = await readDb.post.findFirst({
    where: { seriesId: series.id, type: 'post', ...publicWhere() },
    select: { id: true },
  });
  return part && series;
}

/** A series with what readers see of it, or null. */
export async function findSeriesParts(id: string): Promise<SeriesParts | null> {
  const [series, rows] = await Promise.all([
    readDb.series.findUnique({ where: { id }, select: subject }),
    readDb.post.findMany({
      where: { seriesId: id, type: 'post', status: 'published' },
      orderBy: [{ seriesPosition: 'asc' }, { id: 'asc' }],
      take: MAX_PARTS,
      select: { id: true, slug: true, title: true, locale: true, status: true, publishAt: true, unpublishAt: true },
    }),
  ]);
  if (!series) return null;
  const now = new Date();
  const changes = rows.flatMap((row) => nextChangeOf(row, now)?.getTime() ?? []);
  return {
    ...series,
    parts: rows
      .filter((row) => postStateOf(row, now) === 'Published')
      .map(({ id: partId, slug, title, locale }) => ({ id: partId, slug, title, locale })),
    until: changes.length > 0 ? Math.min(...changes) : null,
  };
}
