import { expect, test } from 'vitest';
import { groupByYear, monthsBetween, parseMonth, parseYear, spanOf } from './archive';

test('reads four digits as a year and two as a month, and refuses everything else', () => {
  expect([parseYear('2026'), parseYear('0999'), parseYear('20260'), parseYear('post')]).toEqual([
    2026,
    null,
    null,
    null,
  ]);
  expect([parseMonth('03'), parseMonth('3'), parseMonth('13'), parseMonth('00')]).toEqual([3, null, null, null]);
});

test('ends December at the start of January', () => {
  expect(spanOf(2026, 12, 'UTC')).toEqual({ from: new Date('2026-12-01'), to: new Date('2027-01-01') });
  expect(spanOf(2026, null, 'UTC')).toEqual({ from: new Date('2026-01-01'), to: new Date('2027-01-01') });
});

test('months are counted on the site’s calendar', () => {
  const months = monthsBetween(new Date('2026-10-31T23:30:00Z'), new Date('2027-01-31T23:30:00Z'), 'Europe/Vienna');

  expect(months.map(({ year, month }) => `${year}-${month}`)).toEqual(['2026-11', '2026-12', '2027-1', '2027-2']);
});

test('the archive shows the newest first and nothing that is empty', () => {
  const years = groupByYear([
    { year: 2025, month: 12, count: 2 },
    { year: 2026, month: 1, count: 0 },
    { year: 2026, month: 2, count: 1 },
    { year: 2026, month: 3, count: 4 },
  ]);

  expect(years).toEqual([
    {
      year: 2026,
      count: 5,
      months: [
        { month: 3, count: 4 },
        { month: 2, count: 1 },
      ],
    },
    { year: 2025, count: 2, months: [{ month: 12, count: 2 }] },
  ]);
});
