import { settingsRules, type Settings } from '@/lib/settings/settings';
import { zoneOf } from './time-zones';

/** The old site's settings in the export; "" if unknown. */
export type SourceSettings = {
  siteName: string;
  tagline: string;
  timeZone: string;
  /** The clock's offset from UTC in minutes, at ISO 8601 times. */
  clock: { moment: string; minutes: number }[];
};

const names = { siteName: 'Site title', tagline: 'Tagline', timeZone: 'Time zone' } as const;
type Name = keyof typeof names;

export type SettingChange = { name: Name; label: string; was: string; is: string };

/** What adopting the old settings would change. A zone with the same clock is no change. */
export function changesFrom(old: SourceSettings, present: Settings): SettingChange[] {
  const order: Name[] = ['siteName', 'tagline', 'timeZone'];
  return order.flatMap((name) => {
    const is = settingsRules[name].safeParse(old[name]);
    const isNew = is.success && is.data !== '' && is.data !== present[name];
    if (!isNew || (name === 'timeZone' && isSameClock(old, present.timeZone))) return [];
    return [{ name, label: names[name], was: present[name], is: is.data }];
  });
}

function isSameClock({ clock }: SourceSettings, timeZone: string) {
  const samples = clock.map(({ moment, minutes }) => ({ moment: new Date(moment), minutes }));
  return zoneOf(samples, [timeZone]) !== null;
}
