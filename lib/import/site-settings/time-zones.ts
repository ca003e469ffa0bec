import { listTimeZones } from '@/lib/time/zone-names';

/** A clock's offset from UTC at a time, in minutes. */
export type ClockSample = { moment: Date; minutes: number };

/** Populous zones first, since several match the same samples. */
const wellKnown =
  `UTC Europe/London Europe/Berlin Europe/Helsinki Europe/Istanbul Europe/Moscow America/New_York America/Chicago
  America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu America/Halifax America/St_Johns
  America/Sao_Paulo America/Argentina/Buenos_Aires America/Bogota America/Mexico_City America/Santiago Africa/Lagos
  Africa/Cairo Africa/Johannesburg Africa/Nairobi Asia/Jerusalem Asia/Dubai Asia/Tehran Asia/Karachi Asia/Kolkata
  Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Shanghai Asia/Tokyo Australia/Perth Australia/Adelaide Australia/Brisbane
  Australia/Sydney Pacific/Auckland`.split(/\s+/);

/** The first zone that matches all samples, well-known ones first; null if none or no samples. */
export function zoneOf(samples: readonly ClockSample[], among: readonly string[] = everyZone()): string | null {
  if (samples.length === 0) return null;
  const fits = (zone: string) => {
    const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    return samples.every(({ moment, minutes }) => minutesIn(clock, moment) === minutes);
  };
  return among.find(fits) ?? null;
}

/** The zone of this name, if there is one. */
export function namedZone(name = ''): string | null {
  return /^UTC$|^Etc\/UTC$/i.test(name) ? 'UTC' : (listTimeZones().find((zone) => zone === name) ?? null);
}

/** What the clocks of a zone show through a year, by which it is told from others. */
export function clockOf(zone: string, year: number): ClockSample[] {
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return Array.from({ length: 12 }, (_, month) => {
    const moment = new Date(Date.UTC(year, month, 15));
    return { moment, minutes: minutesIn(clock, moment) };
  });
}

/** "5 hours behind UTC", "5 hours and 30 minutes ahead of UTC", "the same as UTC". */
export function inWordsOffset(minutes: number) {
  if (minutes === 0) return 'the same as UTC';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const parts = [hours && `${hours} ${hours === 1 ? 'hour' : 'hours'}`, rest && `${rest} minutes`].filter(Boolean);
  return `${parts.join(' and ')} ${minutes < 0 ? 'behind' : 'ahead of'} UTC`;
}

function everyZone() {
  return [...wellKnown, ...listTimeZones()];
}

function minutesIn(clock: Intl.DateTimeFormat, moment: Date) {
  const name = clock.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
