import 'server-only';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { defaultSettings, settingsSchema, type Settings } from '@/lib/settings/settings';
import type { SourceSite } from '../importer';
import type { SourceSettings } from './source-settings';
import { inWordsOffset, namedZone, zoneOf } from './time-zones';

type OldSite = Pick<SourceSite, 'title' | 'tagline' | 'offsetMinutes' | 'clock' | 'timeZone'>;

/** Adopts the old site's name and time zone on request, else reports each difference: dates depend on the clock. */
export async function adoptSiteSettings(site: OldSite, { take, write }: { take: boolean; write: boolean }) {
  const present = await getSettings();
  const timeZone = namedZone(site.timeZone) ?? zoneOf(site.clock);
  if (take) return takeSettings(site, { present, timeZone, write });
  const lines: string[] = [];
  if (site.clock.length > 0 && !zoneOf(site.clock, [present.timeZone])) {
    const like = timeZone === null ? ', but no time zone fits it' : timeZone === 'UTC' ? '' : `, as in ${timeZone}`;
    lines.push(
      `The old site’s clock was ${inWordsOffset(site.offsetMinutes)}${like}: set the time zone under Settings, or posts near midnight show another day.`,
    );
  }
  if (site.title && present.siteName === defaultSettings.siteName && site.title !== present.siteName)
    lines.push(
      `The old site is called “${site.title.slice(0, 120)}”: set the site title and the tagline under Settings.`,
    );
  return lines;
}

/** The old site's settings as stored in the report. */
export function settingsOfSource({ title, tagline, clock, timeZone }: OldSite): SourceSettings {
  return {
    siteName: title.slice(0, 120).trim(),
    tagline: tagline.slice(0, 240).trim(),
    timeZone: namedZone(timeZone) ?? zoneOf(clock) ?? '',
    clock: clock.map(({ moment, minutes }) => ({ moment: moment.toISOString(), minutes })),
  };
}

type AdoptOptions = { present: Settings; timeZone: string | null; write: boolean };

async function takeSettings(site: OldSite, { present, timeZone, write }: AdoptOptions) {
  const siteName = site.title.slice(0, 120).trim() || present.siteName;
  const tagline = site.tagline.slice(0, 240).trim();
  const wanted = settingsSchema.parse({ ...present, siteName, tagline, timeZone: timeZone ?? present.timeZone });
  if (write) await storeSettings({ siteName: wanted.siteName, tagline: wanted.tagline, timeZone: wanted.timeZone });
  const is = write ? 'is' : 'would be';
  const adopted = `The site title ${is} “${wanted.siteName}” now, and its time zone ${wanted.timeZone}. Undoing the import does not change them back.`;
  if (timeZone !== null || site.clock.length === 0) return [adopted];
  return [
    adopted,
    `The time zone was not changed, because none fits the old site’s clock, which was ${inWordsOffset(site.offsetMinutes)}: set it under Settings.`,
  ];
}
