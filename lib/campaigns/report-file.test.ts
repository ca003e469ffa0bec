import { expect, test } from 'vitest';
import { rateNumber, rateText, sumOf } from './counts';
import { reportFile } from './report-file';

const counts = (served: number, viewable: number, clicks: number) => ({ eligible: served, served, viewable, clicks });

test('a report as CSV has a row for each day and line item, and no cell that a spreadsheet runs', () => {
  const report = {
    items: [
      {
        item: { name: '=HYPERLINK("https://evil.example")', slot: { name: 'Header, wide' } },
        days: [
          { day: '2026-11-01', ...counts(3, 1, 0) },
          { day: '2026-11-02', ...counts(0, 0, 1) },
        ],
      },
      { item: { name: 'Two\nlines', slot: { name: '@Footer' } }, days: [{ day: '2026-11-01', ...counts(8, 8, 2) }] },
    ],
  };
  expect(reportFile(report, 'en').split('\r\n')).toEqual([
    '"Day","Line item","Slot","Impressions","Viewable impressions","Viewable rate (%)","Clicks","Click rate (%)"',
    `"2026-11-01","'=HYPERLINK(""https://evil.example"")","Header, wide",3,1,33.33,0,0`,
    `"2026-11-01","Two\nlines","'@Footer",8,8,100,2,25`,
    `"2026-11-02","'=HYPERLINK(""https://evil.example"")","Header, wide",0,0,"",1,""`,
    '',
  ]);
  expect(reportFile({ items: [] }, 'de')).toMatch(/^"Tag","Werbebuchung","Werbefläche","Impressionen"/);
});

test('counts are added, and rates say when there is nothing to divide by', () => {
  expect(sumOf([counts(3, 2, 1), counts(4, 3, 0)])).toEqual(counts(7, 5, 1));
  expect(sumOf([])).toEqual(counts(0, 0, 0));
  expect([rateText(1, 3, 1), rateText(1, 300, 2), rateText(1, 0, 1)]).toEqual(['33.3\u00a0%', '0.33\u00a0%', '–']);
  expect([rateNumber(1, 3), rateNumber(0, 0)]).toEqual([33.33, '']);
});
