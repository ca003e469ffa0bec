import { expect, test } from 'vitest';
import { dayIn, formatDay, formatMonth, isoWithOffset, startOfMonth } from './dates';

const vienna = { language: 'en-GB', timeZone: 'Europe/Vienna' };

test('a day is written in the site’s language and zone', () => {
  const lateEvening = new Date('2026-11-22T23:30:00Z');

  expect(formatDay(lateEvening, vienna)).toBe('23 November 2026');
  expect(formatDay(lateEvening, { language: 'de-AT', timeZone: 'UTC' })).toBe('22. November 2026');
});

test('a month is a name that no zone moves', () => {
  expect(formatMonth({ year: 2026, month: 1 }, 'en')).toBe('January 2026');
});

test.each([
  ['2026-11-23T08:41:00Z', 'Europe/Vienna', '2026-11-23T09:41:00+01:00'],
  ['2026-07-01T08:41:00Z', 'Europe/Vienna', '2026-07-01T10:41:00+02:00'],
  ['2026-07-01T08:41:00Z', 'America/St_Johns', '2026-07-01T06:11:00-02:30'],
  ['2026-07-01T08:41:00Z', 'UTC', '2026-07-01T08:41:00+00:00'],
])('%s in %s is %s', (moment, zone, written) => {
  expect(isoWithOffset(new Date(moment), zone)).toBe(written);
});

test('a month begins at its first midnight in the zone, across a change of the clocks', () => {
  expect(startOfMonth(2026, 4, 'Europe/Vienna').toISOString()).toBe('2026-03-31T22:00:00.000Z');
  expect(startOfMonth(2026, 11, 'Europe/Vienna').toISOString()).toBe('2026-10-31T23:00:00.000Z');
  expect(startOfMonth(2026, 13, 'Pacific/Auckland').toISOString()).toBe('2026-12-31T11:00:00.000Z');
});

test('a moment near midnight belongs to the day of the zone', () => {
  expect(dayIn(new Date('2026-12-31T23:30:00Z'), 'Europe/Vienna')).toEqual({ year: 2027, month: 1, day: 1 });
});
