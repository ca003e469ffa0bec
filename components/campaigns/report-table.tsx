import { ScrollingTable } from '@/components/ui/scrolling-table';
import { rateText, type Counts } from '@/lib/campaigns/counts';
import type { ReportedItem } from '@/lib/campaigns/figures';
import { translatorOf } from '@/lib/i18n/translator';
import { shortDay } from '@/lib/time/site-time';

/** A page of more would be slow to read and to load. */
const MAX_ROWS = 1_000;
const columns = [
  'campaign.impressions',
  'campaign.viewable',
  'campaign.viewableRate',
  'campaign.clicks',
  'campaign.clickRate',
] as const;

type Props = { items: readonly ReportedItem[]; download: string; language: string };

/** The figures by day and line item, newest first, and the same as CSV. */
export function ReportTable({ items, download, language }: Props) {
  const t = translatorOf(language);
  const rows = items
    .flatMap(({ item, days }) => days.map((counts) => ({ ...counts, item })))
    .toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="report-days">
      <h2 id="report-days">{t('campaign.table')}</h2>
      <p>
        <a href={download} download>
          {t('campaign.csv')}
        </a>
      </p>
      <ScrollingTable label={t('campaign.tableLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('campaign.day')}</th>
            <th scope="col">{t('campaign.item')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="report__number">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map(({ day, item, ...counts }) => (
            <tr key={`${day} ${item.id}`}>
              <th scope="row">
                <time dateTime={day}>{shortDay(new Date(day), 'UTC', language)}</time>
              </th>
              <td dir="auto">{item.name}</td>
              {cellsOf(counts, language).map((cell, index) => (
                <td key={columns[index]} className="report__number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      {rows.length > MAX_ROWS && <p>{t('campaign.newest', { count: MAX_ROWS })}</p>}
    </section>
  );
}

function cellsOf({ served, viewable, clicks }: Counts, language: string) {
  const written = (count: number) => count.toLocaleString(language);
  return [
    written(served),
    written(viewable),
    rateText(viewable, served, 1, language),
    written(clicks),
    rateText(clicks, served, 2, language),
  ];
}
