import { expect, test } from 'vitest';
import { daysOf, reportRange } from './report-range';

const at = { timeZone: 'Europe/Vienna', now: new Date('2026-11-28T23:30Z') };

test.each([
  ['', '', '2026-10-31', '2026-11-29'],
  ['2026-11-01', '', '2026-11-01', '2026-11-29'],
  ['', '2026-10-30', '2026-10-01', '2026-10-30'],
  ['2026-11-05', '2026-11-05', '2026-11-05', '2026-11-05'],
  ['2026-11-05', '2030-01-01', '2026-11-05', '2026-11-29'],
])('from “%s” until “%s” is %s to %s', (from, until, first, last) => {
  expect(reportRange({ from, until }, at)).toEqual({ from: first, until: last, problem: null });
});

test.each([
  ['yesterday', '', /such as 2026-11-28/],
  ['2026-02-30', '', /such as 2026-11-28/],
  ['2026-11-5', '2026-11-09', /such as 2026-11-28/],
  ['0000-00-00', '', /such as 2026-11-28/],
  ['2026-11-09', '2026-11-05', /first day is after the last/],
  ['2026-12-24', '', /first day is after the last/],
  ['2020-01-01', '2020-02-01', /go back to 2025-10-30/],
])('from “%s” until “%s” says what is wrong and shows 30 days', (from, until, problem) => {
  const range = reportRange({ from, until }, at);
  expect(range).toMatchObject({ from: '2026-10-31', until: '2026-11-29' });
  expect(range.problem).toMatch(problem);
});

test('a range begins with the first day that is kept', () => {
  const range = reportRange({ from: '2020-01-01', until: '2025-11-01' }, at);
  expect(range).toEqual({ from: '2025-10-30', until: '2025-11-01', problem: 'Figures by day go back to 2025-10-30.' });
  expect(daysOf(range)).toEqual(['2025-10-30', '2025-10-31', '2025-11-01']);
});

test('a day is in a range once where the clocks are set', () => {
  expect(daysOf({ from: '2026-10-24', until: '2026-10-27' })).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2026-10-27',
  ]);
});
