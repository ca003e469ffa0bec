import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctMoments, fromWallClock, shortMoment, toWallClock, zoneAt, zoneIn } from './site-time';

const iso = (text: string, zone: string) => fromWallClock(text, zone).moment?.toISOString();

describe('reading a wall clock', () => {
  test('follows winter and summer time', () => {
    expect(iso('2026-11-24T09:00', 'Europe/Vienna')).toBe('2026-11-24T08:00:00.000Z');
    expect(iso('2026-07-24T09:00', 'Europe/Vienna')).toBe('2026-07-24T07:00:00.000Z');
    expect(iso('2026-07-24T09:00:30', 'Asia/Kathmandu')).toBe('2026-07-24T03:15:00.000Z');
  });

  test('moves a time in the hour that spring skips past the change, and says so', () => {
    expect(fromWallClock('2026-03-29T02:30', 'Europe/Vienna')).toEqual({
      moment: new Date('2026-03-29T01:30:00.000Z'),
      note: 'skipped',
    });
    expect(fromWallClock('2026-03-08T02:30', 'America/New_York')).toEqual({
      moment: new Date('2026-03-08T07:30:00.000Z'),
      note: 'skipped',
    });
  });

  test('takes the first of the two in the hour that autumn repeats, and says so', () => {
    expect(fromWallClock('2026-10-25T02:30', 'Europe/Vienna')).toEqual({
      moment: new Date('2026-10-25T00:30:00.000Z'),
      note: 'repeated',
    });
  });

  test.each(['', 'tomorrow', '2026-02-31T10:00', '2026-13-01T10:00', '2026-01-01T25:00', '2026-01-01'])(
    'refuses “%s”',
    (text) => {
      expect(fromWallClock(text, 'Europe/Vienna')).toEqual({ moment: null, note: 'unreadable' });
    },
  );

  test.each(['Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
    'reads back in %s what it shows, except in the repeated hour',
    (zone) => {
      fc.assert(
        fc.property(
          fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
          (at) => {
            const minute = Math.floor(at.getTime() / 60_000) * 60_000;
            const { moment, note } = fromWallClock(toWallClock(new Date(minute), zone), zone);
            expect(note === 'repeated' || moment?.getTime() === minute).toBe(true);
          },
        ),
      );
    },
  );
});

describe('showing a moment', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  test.each([
    ['2026-11-23T08:41:00Z', '09:41'],
    ['2026-11-24T08:00:00Z', '24 Nov 09:00'],
    ['2027-01-02T08:00:00Z', '2 Jan 2027 09:00'],
    ['2026-11-23T23:30:00Z', '24 Nov 00:30'],
  ])('%s is %s in Vienna', (moment, shown) => {
    expect(shortMoment(new Date(moment), { timeZone: 'Europe/Vienna', now })).toBe(shown);
  });

  test.each([
    ['Europe/Vienna', 'Europe/Vienna, UTC+01:00'],
    ['America/St_Johns', 'America/St_Johns, UTC−03:30'],
    ['UTC', 'UTC'],
    ['Africa/Accra', 'Africa/Accra, UTC+00:00'],
  ])('names the zone %s', (zone, name) => {
    expect(zoneAt(now, zone)).toBe(name);
  });

  test.each([
    ['Europe/Lisbon', 'Europe/Lisbon (UTC+00:00/+01:00)'],
    ['America/St_Johns', 'America/St_Johns (UTC−03:30/−02:30)'],
    ['UTC', 'UTC'],
    ['Africa/Accra', 'Africa/Accra (UTC+00:00)'],
  ])('names the zone %s for a whole year', (zone, name) => {
    expect(zoneIn(now, zone)).toBe(name);
  });
});

test('moments of a list that would read alike have their seconds', () => {
  const moments = ['2026-11-24T13:29:50Z', '2026-11-24T13:29:05Z', '2026-11-24T13:28:00Z', '2026-11-23T13:29:05Z'];
  const options = { timeZone: 'Europe/Vienna', now: new Date('2026-11-24T20:00:00Z') };
  expect(
    distinctMoments(
      moments.map((moment) => new Date(moment)),
      options,
    ),
  ).toEqual(['14:29:50', '14:29:05', '14:28', '23 Nov 14:29']);
});
