import { expect, test } from 'vitest';
import { seriesFrom } from './series';

const from = (start: string, every: number, unit: 'hours' | 'days' | 'weeks', count = 3) =>
  seriesFrom({ start, every, unit }, count, 'Europe/Vienna')?.map((moment) => moment.toISOString().slice(0, 16));

test('days later it is the same time of day, though the clocks change', () => {
  expect(from('2026-10-24T09:00', 1, 'days')).toEqual(['2026-10-24T07:00', '2026-10-25T08:00', '2026-10-26T08:00']);
  expect(from('2026-03-28T09:00', 1, 'weeks', 2)).toEqual(['2026-03-28T08:00', '2026-04-04T07:00']);
});

test('hours are hours', () => {
  expect(from('2026-10-25T01:00', 2, 'hours')).toEqual(['2026-10-24T23:00', '2026-10-25T01:00', '2026-10-25T03:00']);
  expect(from('2026-11-01T09:00', 0, 'days', 2)).toEqual(['2026-11-01T08:00', '2026-11-01T08:00']);
});

test('what is no time begins no series', () => {
  expect(from('tomorrow', 1, 'days')).toBeUndefined();
});
