import { expect, test } from 'vitest';
import { inWordsOffset, zoneOf } from './time-zones';

const at = (moment: string, minutes: number) => ({ moment: new Date(moment), minutes });
const [january, july] = ['2024-01-15T12:00:00Z', '2024-07-15T12:00:00Z'];

test.each([
  [[at(january, -300), at(july, -240)], 'America/New_York'],
  [[at(january, 60), at(july, 120)], 'Europe/Berlin'],
  [[at(january, 330), at(july, 330)], 'Asia/Kolkata'],
  [[at(january, 0), at(july, 0)], 'UTC'],
  [[at(january, 0), at(july, 60)], 'Europe/London'],
  [[at(january, 17)], null],
  [[], null],
])('%j is the clock of %s', (samples, zone) => expect(zoneOf(samples)).toBe(zone));

test.each([
  [-300, '5 hours behind UTC'],
  [330, '5 hours and 30 minutes ahead of UTC'],
  [60, '1 hour ahead of UTC'],
  [0, 'the same as UTC'],
])('%i minutes are %s', (minutes, words) => expect(inWordsOffset(minutes)).toBe(words));
