import { expect, test } from 'vitest';
import { zoneChangeSentence } from './zone-change';

const zones = { before: 'Europe/Amsterdam', after: 'Asia/Seoul', now: new Date('2026-11-27T12:00:00Z') };
const post = { title: 'Regatta', publishAt: new Date('2026-12-01T19:00:00Z') };

test('names a scheduled post with its new and its old time', () => {
  expect(zoneChangeSentence(1, [post], zones)).toBe(
    '1 scheduled post keeps its moment, which in the new time zone is: “Regatta” 2 Dec 04:00 (was 1 Dec 20:00). Change the date of a post if it should appear at another hour.',
  );
});

test('names the first of many posts and counts the rest', () => {
  expect(zoneChangeSentence(12, [post, { ...post, title: 'Tides' }], zones)).toMatch(
    /^12 scheduled posts keep .* are: “Regatta” .*; “Tides” 2 Dec 04:00 \(was 1 Dec 20:00\); and 10 more\./,
  );
});

test('says nothing if no post is scheduled', () => {
  expect(zoneChangeSentence(0, [], zones)).toBe('');
});
