/** What forms offer for settings that have many right answers. */
export const settingChoices = {
  /** A few to pick from; any other language tag can be typed. */
  languages:
    'en en-GB en-US ar cs da de de-AT de-CH el es es-MX et fa fi fr fr-CA he hi hu id it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk vi zh-Hans zh-Hant'.split(
      ' ',
    ),

  /** Every zone this machine knows, and the present one even if it does not. */
  timeZones(present: string) {
    const zones = new Set(['UTC', present, ...Intl.supportedValuesOf('timeZone')]);
    return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  },
};
