import { listTimeZones, presentZoneName } from '@/lib/time/zone-names';

export const settingChoices = {
  languages:
    'en en-GB en-US ar cs da de de-AT de-CH el es es-MX et fa fi fr fr-CA he hi hu id it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk vi zh-Hans zh-Hant'.split(
      ' ',
    ),

  /** All known zones, and the current one even if unknown. */
  timeZones(present: string) {
    const zones = new Set(['UTC', presentZoneName(present), ...listTimeZones()]);
    return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  },
};
