import { translatorOf } from '@/lib/i18n/translator';
import { formatMonth } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { parseMonth, parseYear, spanOf } from '@/lib/posts/listing/archive';
import { listHead } from '@/lib/seo/head';
import { Missing, missingHead } from './missing';
import { readListing, readSite } from './reads';
import { SubjectListing } from './subject-listing';

/** A year or month, as in the URL. */
export type Span = { year: string; month?: string; page: number };

/** The posts of a year or month; 404 without posts. */
export async function TimeList(span: Span) {
  const site = await readSite();
  const found = describe(span, site.settings.language);
  const { timeZone } = site.settings;
  const scope = found && { kind: 'time' as const, ...spanOf(found.year, found.month, timeZone) };
  const list = scope && (await readListing(scope, span.page));
  if (!list || list.posts.length === 0) return <Missing />;
  const t = translatorOf(site.settings.language);
  return (
    <SubjectListing
      site={site}
      slots={{ type: 'archive' }}
      title={found.title}
      kicker={t('layout.archive')}
      list={list}
      href={found.path}
      intro={
        <p>
          <a href={found.month ? paths.year(found.year) : paths.archive()}>
            {found.month ? t('archive.allOf', { year: found.year }) : t('archive.allYears')}
          </a>
        </p>
      }
      empty={null}
    />
  );
}

export async function timeHead(span: Span) {
  const site = await readSite();
  const found = describe(span, site.settings.language);
  if (!found) return missingHead();
  return listHead(site, { title: found.title, path: found.path(span.page), feedsOf: found.path(1), page: span.page });
}

function describe(span: Span, language: string) {
  const year = parseYear(span.year);
  const month = span.month === undefined ? null : parseMonth(span.month);
  if (!year || (span.month !== undefined && !month)) return null;
  return {
    year,
    month,
    title: month ? formatMonth({ year, month }, language) : String(year),
    path: (page: number) => (month ? paths.month(year, month, page) : paths.year(year, page)),
  };
}
