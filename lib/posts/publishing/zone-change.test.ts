import { expect, test } from 'vitest';
import { adminTextOf } from '@/lib/i18n/admin/texts';
import { zoneChangeSentence } from './zone-change';

const zones = { before: 'Europe/Amsterdam', after: 'Asia/Seoul', now: new Date('2026-11-27T12:00:00Z') };
const t = adminTextOf('en');
const post = { title: 'Regatta', publishAt: new Date('2026-12-01T19:00:00Z') };

test('names a scheduled post with its new and its old time', () => {
  expect(zoneChangeSentence({ count: 1, first: [post] }, zones, t)).toBe(
    '1 scheduled post keeps its moment, which in the new time zone is: “Regatta” 2 Dec 04:00 (was 1 Dec 20:00). Change the date of a post if it should appear at another hour.',
  );
});

test('names the first of many posts and counts the rest', () => {
  expect(zoneChangeSentence({ count: 12, first: [post, { ...post, title: 'Tides' }] }, zones, t)).toMatch(
    /^12 scheduled posts keep .* are: “Regatta” .*; “Tides” 2 Dec 04:00 \(was 1 Dec 20:00\); and 10 more\./,
  );
});

test('says nothing if no post is scheduled', () => {
  expect(zoneChangeSentence({ count: 0, first: [] }, zones, t)).toBe('');
});

test('is in German for who reads the dashboard in German', () => {
  expect(zoneChangeSentence({ count: 2, first: [post] }, zones, adminTextOf('de'))).toBe(
    '2 geplante Beiträge behalten ihre Zeitpunkte. In der neuen Zeitzone sind das: „Regatta“ 2. Dez. 04:00 (bisher 1. Dez. 20:00); und 1 weiterer. Ändern Sie das Datum eines Beitrags, wenn er zu einer anderen Stunde erscheinen soll.',
  );
});
