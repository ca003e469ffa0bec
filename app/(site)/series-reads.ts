import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import type { PostPage } from '@/lib/posts/listing/listing-queries';
import { listTeasersOf, type PostTeaser } from '@/lib/posts/listing/queries';
import { findSeries, findSeriesParts, type SeriesParts, type SeriesSubject } from '@/lib/posts/listing/series-queries';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { countsIn, readList } from './list-reads';

/** A series with at least one public part; null without. */
export function readSeries(slug: string) {
  return readList<SeriesSubject | null>(
    `series:${slug}`,
    () => findSeries(slug),
    null,
    (series) => [cacheTags.address(paths.series(slug)), ...(series ? [cacheTags.series(series.id)] : [])],
  );
}

/** A series with its public parts in order; null without. Each change of a part makes it stale, that of other posts does not. */
export async function readSeriesParts(id: string) {
  return cachedRead<SeriesParts | null>({
    key: `series-parts:${id}`,
    tags: [cacheTags.series(id), cacheTags.site],
    load: () => findSeriesParts(id),
    expiresAt: (series) => series?.until ?? null,
    atBuild: null,
  });
}

/** A page of the parts of a series in order; null past the end. */
export async function readSeriesPage(id: string, page: number): Promise<PostPage | null> {
  const [{ postsPerPage }, series] = await Promise.all([readSettings(), readSeriesParts(id)]);
  const parts = series?.parts ?? [];
  const pages = Math.max(1, Math.ceil(parts.length / postsPerPage));
  if (page < 1 || page > pages) return null;
  const ids = parts.slice((page - 1) * postsPerPage, page * postsPerPage).map((part) => part.id);
  const posts = await readList<PostTeaser[]>(`parts:${ids.join()}`, () => listTeasersOf(ids), [], countsIn);
  return { posts, page, pages };
}
