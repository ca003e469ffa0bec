import { expect, test } from 'vitest';
import { isBanned } from './bans';

const now = new Date('2026-11-27T12:00:00Z');
const before = new Date('2026-11-27T11:59:59Z');
const after = new Date('2026-11-27T12:00:01Z');

test.each([
  ['nobody suspended', { bannedAt: null, bannedUntil: null }, false],
  ['for good', { bannedAt: before, bannedUntil: null }, true],
  ['until later', { bannedAt: before, bannedUntil: after }, true],
  ['until now', { bannedAt: before, bannedUntil: now }, false],
  ['until earlier', { bannedAt: before, bannedUntil: before }, false],
  ['an end without a beginning', { bannedAt: null, bannedUntil: after }, false],
])('suspended %s', (_, user, expected) => {
  expect(isBanned(user, now)).toBe(expected);
});
