import { expect, test } from 'vitest';
import { settingChoices } from '@/lib/settings/choices';
import { settingsRules } from '@/lib/settings/settings';
import { isTimeZone, listTimeZones, presentZoneName } from './zone-names';

const formerNames = Object.entries({
  'Europe/Kiev': 'Europe/Kyiv',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'America/Godthab': 'America/Nuuk',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
});

test.each(formerNames)('%s is offered as %s, and read under its former name', (former, present) => {
  const offered = settingChoices.timeZones('UTC').map(({ value }) => value);
  expect(offered).toContain(present);
  expect(offered).not.toContain(former);
  expect(settingsRules.timeZone.parse(former)).toBe(present);
  expect(settingsRules.timeZone.parse(present)).toBe(present);
});

test('every time zone that is offered can be read, is offered once, and has no newer name', () => {
  const zones = listTimeZones();
  expect(zones.filter((zone) => !isTimeZone(zone) || presentZoneName(zone) !== zone)).toEqual([]);
  expect(new Set(zones).size).toBe(zones.length);
});

test('refuses unknown time zones', () => {
  expect(settingsRules.timeZone.safeParse('Atlantis/Harbour').success).toBe(false);
});
