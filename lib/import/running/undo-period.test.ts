import { expect, test } from 'vitest';
import { undoPeriodOf } from './undo-period';

const createdAt = new Date('2026-11-28T12:00:00Z');
const finishedAt = new Date('2026-11-30T23:30:00Z');
const at = (now: string, timeZone = 'UTC') =>
  undoPeriodOf({ createdAt, finishedAt, undoForgottenAt: null }, { timeZone, now: new Date(now) }).isOver;

test('an import can be undone for thirty days from its end, and on all of the last day', () => {
  const { until } = undoPeriodOf({ createdAt, finishedAt, undoForgottenAt: null }, { timeZone: 'UTC', now: createdAt });
  expect(until).toEqual(new Date('2026-12-30T23:30:00Z'));
  expect(at('2026-12-30T23:59:59Z')).toBe(false);
  expect(at('2026-12-31T00:00:00Z')).toBe(true);
});

test('the last day is one of the time zone of the site', () => {
  expect(at('2026-12-31T22:59:59Z', 'Europe/Vienna')).toBe(false);
  expect(at('2026-12-31T23:00:00Z', 'Europe/Vienna')).toBe(true);
});

test('one that did not end counts from its beginning', () => {
  const unfinished = { createdAt, finishedAt: null, undoForgottenAt: null };
  expect(undoPeriodOf(unfinished, { timeZone: 'UTC', now: createdAt }).until).toEqual(new Date('2026-12-28T12:00:00Z'));
});

test('one whose earlier states are deleted cannot be undone, whatever the clock says', () => {
  const forgotten = { createdAt, finishedAt, undoForgottenAt: finishedAt };
  expect(undoPeriodOf(forgotten, { timeZone: 'UTC', now: createdAt }).isOver).toBe(true);
});
