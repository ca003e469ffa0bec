import { catalogues } from '@/lib/i18n/languages';
import { listTimeZones, presentZoneName } from '@/lib/time/zone-names';

// Their dates and numbers differ from those of the language alone.
const regional = ['en-GB', 'en-US', 'de-AT', 'de-CH', 'es-MX', 'fr-CA'];

export const settingChoices = {
  /** Languages with a catalogue, some of them by country, and the current one even if it has none. */
  languages(present: string, language = 'en') {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    const tags = new Set([...Object.keys(catalogues), ...regional, present]);
    return [...tags]
      .map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))
      .sort((one, other) => one.label.localeCompare(other.label, language));
  },

  /** All known zones, and the current one even if unknown. */
  timeZones(present: string) {
    const zones = new Set(['UTC', presentZoneName(present), ...listTimeZones()]);
    return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  },
};
