import { formatMonthName } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { ArchiveYear } from '@/lib/posts/listing/archive';

type Props = { years: ArchiveYear[]; language: string };

/** All years and months with their post counts. */
export function Archive({ years, language }: Props) {
  const total = years.reduce((sum, year) => sum + year.count, 0);
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <h1 className="list-header__title">Archive</h1>
        <p className="list-header__page">{total === 0 ? 'Nothing has been published yet.' : posts(total, language)}</p>
      </header>
      {years.map((year) => (
        <section key={year.year} className="archive-year" aria-labelledby={`year-${year.year}`}>
          <h2 id={`year-${year.year}`}>
            <a href={paths.year(year.year)}>{year.year}</a>
            <span className="count">{posts(year.count, language)}</span>
          </h2>
          <ul className="archive-year__months">
            {year.months.map(({ month, count }) => (
              <li key={month}>
                <a href={paths.month(year.year, month)}>{formatMonthName(month, language)}</a>
                <span className="count" aria-label={posts(count, language)}>
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

function posts(count: number, language: string) {
  return `${count.toLocaleString(language)} ${count === 1 ? 'post' : 'posts'}`;
}
