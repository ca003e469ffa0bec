import { translatorOf } from '@/lib/i18n/translator';
import { formatMonthName } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { ArchiveYear } from '@/lib/posts/listing/archive';

type Props = { years: ArchiveYear[]; language: string };

/** All years and months with their post counts. */
export function Archive({ years, language }: Props) {
  const t = translatorOf(language);
  const posts = (count: number) => t('archive.posts', { count });
  const total = years.reduce((sum, year) => sum + year.count, 0);
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <h1 className="list-header__title">{t('layout.archive')}</h1>
        <p className="list-header__page">{total === 0 ? t('archive.empty') : posts(total)}</p>
      </header>
      {years.map((year) => (
        <section key={year.year} className="archive-year" aria-labelledby={`year-${year.year}`}>
          <h2 id={`year-${year.year}`}>
            <a href={paths.year(year.year)}>{year.year}</a>
            <span className="count">{posts(year.count)}</span>
          </h2>
          <ul className="archive-year__months">
            {year.months.map(({ month, count }) => (
              <li key={month}>
                <a href={paths.month(year.year, month)}>{formatMonthName(month, language)}</a>
                <span className="count" aria-label={posts(count)}>
                  {count.toLocaleString(language)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
