import { expect, test } from 'vitest';
import { defaultSettings } from '@/lib/settings/settings';
import { changesFrom, type SourceSettings } from './source-settings';

const old: SourceSettings = {
  siteName: 'The Old Harbour',
  tagline: 'News of boats',
  timeZone: 'Europe/Berlin',
  clock: [
    { moment: '2014-01-06T08:30:00.000Z', minutes: 60 },
    { moment: '2014-07-06T08:30:00.000Z', minutes: 120 },
  ],
};
const named = (changes: ReturnType<typeof changesFrom>) => changes.map(({ name, is }) => `${name}=${is}`);

test('offers everything that differs, with its present value', () => {
  expect(changesFrom(old, { ...defaultSettings, tagline: 'Of cats' })).toEqual([
    { name: 'siteName', label: 'Site title', was: 'Masthead', is: 'The Old Harbour' },
    { name: 'tagline', label: 'Tagline', was: 'Of cats', is: 'News of boats' },
    { name: 'timeZone', label: 'Time zone', was: 'UTC', is: 'Europe/Berlin' },
  ]);
});

test('a time zone with the same clock stays, and so does what is equal or unknown', () => {
  expect(named(changesFrom(old, { ...defaultSettings, timeZone: 'Europe/Vienna' }))).toEqual([
    'siteName=The Old Harbour',
    'tagline=News of boats',
  ]);
  expect(named(changesFrom({ ...old, siteName: '', tagline: '', timeZone: '', clock: [] }, defaultSettings))).toEqual(
    [],
  );
  expect(named(changesFrom(old, { ...defaultSettings, siteName: 'The Old Harbour' }))).not.toContain(
    'siteName=The Old Harbour',
  );
});

test('does not offer invalid values', () => {
  const odd = { ...old, siteName: 'x'.repeat(200), tagline: '\u200b', timeZone: 'Mars/Base' };
  expect(named(changesFrom(odd, defaultSettings))).toEqual([]);
});
