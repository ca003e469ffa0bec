import { expect, test } from 'vitest';
import { dayAfter, firstDayOfWeek, monthAfter, monthText, readMonth, weekdayNames, weeksOf } from './calendar-month';

test.each([
  ['2026-11', { year: 2026, month: 11 }],
  ['2026-13', null],
  ['2026-00', null],
  ['0026-01', null],
  ['November', null],
  ['', null],
])('“%s” is the month %j', (text, month) => {
  expect(readMonth(text)).toEqual(month);
});

test('months go on over the end of a year', () => {
  expect(monthText(monthAfter({ year: 2026, month: 12 }, 1))).toBe('2027-01');
  expect(monthText(monthAfter({ year: 2026, month: 1 }, -1))).toBe('2025-12');
});

test('weeks begin as people of the language begin them', () => {
  expect([firstDayOfWeek('en'), firstDayOfWeek('de')]).toEqual([7, 1]);
  expect(weekdayNames('en', 7)[0]).toBe('Sun');
  expect(weekdayNames('de', 1)[0]).toBe('Mo');
});

test('a month fills whole weeks', () => {
  const weeks = weeksOf({ year: 2026, month: 11 }, 1);
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks[5]![0]).toBe('2026-11-30');
  expect(weeksOf({ year: 2026, month: 2 }, 7)).toHaveLength(4);
  expect(weeksOf({ year: 2028, month: 2 }, 1).flat().filter(Boolean)).toHaveLength(29);
});

test('a day so many days later, over the end of months and years', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
  expect(dayAfter('2026-11-28', 7)).toBe('2026-12-05');
});
