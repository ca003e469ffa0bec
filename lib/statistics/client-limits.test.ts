import { expect, test } from 'vitest';
import { ClientLimits } from './client-limits';

const noon = Date.UTC(2026, 10, 27, 12);
const MINUTE_MS = 60_000;

function admitted(limits: ClientLimits, what: 'view' | 'click', moments: number[], client = 'a') {
  return moments.filter((moment) => limits.admits(what, client, moment)).length;
}

test('limits each client to thirty views a minute', () => {
  const limits = new ClientLimits();
  const now = Array.from({ length: 50 }, () => noon);
  expect(admitted(limits, 'view', now)).toBe(30);
  expect(admitted(limits, 'view', now, 'b')).toBe(30);
  expect(admitted(limits, 'view', [noon + MINUTE_MS])).toBe(1);
});

test('one click a minute counts, three in ten, ten in an hour, 25 in a day', () => {
  const every = (step: number, count: number) => Array.from({ length: count }, (_, i) => noon + i * step);
  expect(admitted(new ClientLimits(), 'click', every(1_000, 60))).toBe(1);
  expect(admitted(new ClientLimits(), 'click', every(MINUTE_MS, 10))).toBe(3);
  expect(admitted(new ClientLimits(), 'click', every(3 * MINUTE_MS, 20))).toBe(10);
  expect(admitted(new ClientLimits(), 'click', every(12 * MINUTE_MS, 60))).toBe(25);
});
