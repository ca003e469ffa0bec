import { ScrollingTable } from '@/components/ui/scrolling-table';
import { rateText, type Counts } from '@/lib/campaigns/counts';
import type { ReportedItem } from '@/lib/campaigns/figures';
import { shortDay } from '@/lib/time/site-time';

/** A page of more would be slow to read and to load. */
const MAX_ROWS = 1_000;
const columns = ['Impressions', 'Viewable', 'Viewable rate', 'Clicks', 'Click rate'];

type Props = { items: readonly ReportedItem[]; download: string };

/** The figures by day and line item, newest first, and the same as CSV. */
export function ReportTable({ items, download }: Props) {
  const rows = items
    .flatMap(({ item, days }) => days.map((counts) => ({ ...counts, item })))
    .toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="report-days">
      <h2 id="report-days">By day and line item</h2>
      <p>
        <a href={download} download>
          All rows as CSV
        </a>
      </p>
      <ScrollingTable label="Figures by day and line item">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Line item</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="report__number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map(({ day, item, ...counts }) => (
            <tr key={`${day} ${item.id}`}>
              <th scope="row">
                <time dateTime={day}>{shortDay(new Date(day), 'UTC')}</time>
              </th>
              <td dir="auto">{item.name}</td>
              {cellsOf(counts).map((cell, index) => (
                <td key={columns[index]} className="report__number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      {rows.length > MAX_ROWS && (
        <p>{`These are the newest ${MAX_ROWS.toLocaleString('en')} rows; the CSV has all.`}</p>
      )}
    </section>
  );
}

function cellsOf({ served, viewable, clicks }: Counts) {
  const written = (count: number) => count.toLocaleString('en');
  return [
    written(served),
    written(viewable),
    rateText(viewable, served, 1),
    written(clicks),
    rateText(clicks, served, 2),
  ];
}
