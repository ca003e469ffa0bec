import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { listHead } from '@/lib/seo/head';
import { Missing, missingHead } from '../../missing';
import { readSite } from '../../reads';
import { readSeries, readSeriesPage } from '../../series-reads';
import { SubjectListing } from '../../subject-listing';

/** The parts of a series in their order. */
export async function SeriesList({ slug, page }: { slug: string; page: number }) {
  const [site, series] = await Promise.all([readSite(), readSeries(slug)]);
  const list = series && (await readSeriesPage(series.id, page));
  if (!list) return <Missing />;
  const t = translatorOf(site.settings.language);
  return (
    <SubjectListing
      site={site}
      slots={{ type: 'archive' }}
      title={series.title}
      kicker={t('series.kicker')}
      intro={series.description && <p dir="auto">{series.description}</p>}
      list={list}
      href={(each) => paths.series(series.slug, each)}
      empty={null}
      series={series}
    />
  );
}

export async function seriesHead(slug: string, page: number) {
  const [site, series] = await Promise.all([readSite(), readSeries(slug)]);
  const list = series && (await readSeriesPage(series.id, page));
  if (!list) return missingHead();
  return listHead(site, {
    title: series.title,
    description: series.description,
    path: paths.series(series.slug, page),
    feedsOf: paths.series(series.slug),
    page,
    posts: list.posts,
  });
}
