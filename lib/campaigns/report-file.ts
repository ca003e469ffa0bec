import { writeCsv } from '@/lib/statistics/csv';
import { rateNumber, type Counts } from './counts';

type Reported = {
  items: readonly { item: { name: string; slot: { name: string } }; days: readonly (Counts & { day: string })[] }[];
};

const columns = [
  'Day',
  'Line item',
  'Slot',
  'Impressions',
  'Viewable impressions',
  'Viewable rate (%)',
  'Clicks',
  'Click rate (%)',
];

/** The report of a campaign for spreadsheets: a row for each line item and day on which anything was counted. */
export function reportFile({ items }: Reported) {
  const rows = items.flatMap(({ item, days }) => days.map((day) => ({ item, ...day })));
  return writeCsv(
    columns,
    rows
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .map(({ day, item, served, viewable, clicks }) => [
        day,
        item.name,
        item.slot.name,
        served,
        viewable,
        rateNumber(viewable, served),
        clicks,
        rateNumber(clicks, served),
      ]),
  );
}
