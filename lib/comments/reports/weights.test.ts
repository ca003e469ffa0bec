import { expect, test } from 'vitest';
import { roles, type Role } from '@/lib/auth/actor';
import { mustHold, pointsOf } from './weights';

const reader = (approvedBefore: number, isConfirmed = true) => ({
  role: 'reader' as const,
  isConfirmed,
  restriction: null,
  approvedBefore,
});

test.each([
  ['nobody known', null, 1],
  ['an address that is not confirmed', reader(50, false), 1],
  ['a confirmed reader', reader(9), 2],
  ['a trusted reader', reader(10), 3],
])('a report by %s counts', (_, reporter, points) => {
  expect(pointsOf(reporter)).toBe(points);
});

test('a report by somebody who is shadowed counts nothing, and one by somebody whose comments are held as any other', () => {
  expect(pointsOf({ ...reader(50), restriction: 'shadow' })).toBe(0);
  expect(pointsOf({ ...reader(50), restriction: 'hold' })).toBe(3);
});

test.each(roles.filter((role) => role !== 'reader'))('a report by %s counts most', (role: Role) => {
  expect(pointsOf({ role, isConfirmed: true, restriction: null, approvedBefore: 0 })).toBe(6);
});

const rule = { holdAtReportPoints: 6, anonymousReportsHold: false };
const sum = { points: 6, accountPoints: 6, keptAt: null };

test('enough points hold a comment, one less does not', () => {
  expect(mustHold(sum, rule)).toBe(true);
  expect(mustHold({ ...sum, accountPoints: 5 }, rule)).toBe(false);
});

test('reports without an account hold nothing unless the site wants them to', () => {
  const anonymous = { points: 900, accountPoints: 0, keptAt: null };
  expect(mustHold(anonymous, rule)).toBe(false);
  expect(mustHold(anonymous, { ...rule, anonymousReportsHold: true })).toBe(true);
});

test('reports hold neither what a moderator kept nor anything where no number is set', () => {
  expect(mustHold({ ...sum, keptAt: new Date() }, rule)).toBe(false);
  expect(mustHold(sum, { ...rule, holdAtReportPoints: 0 })).toBe(false);
});
