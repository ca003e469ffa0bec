import type { Placement } from '@/lib/slots/placements';
import { adsenseUnit } from './adsense-unit';
import {
  hasServerCode,
  isPlain,
  isTicked,
  textOf,
  wholeIn,
  type AdFormat,
  type FoundAd,
  type Plain,
} from './found-ads';

type Place = { placement: Placement | null; position?: NonNullable<FoundAd['position']>; notes?: string[] };

/** Of the settings until version 2: which box ticks a place, and which names its ad. */
const classic: { key: string; ticks: string; ad: string; place: (settings: Plain) => Place }[] = [
  { key: 'pos1', ticks: 'BegnAds', ad: 'BegnRnd', place: () => ({ placement: 'below-title' }) },
  {
    key: 'pos2',
    ticks: 'MiddAds',
    ad: 'MiddRnd',
    place: () => ({ placement: 'in-article', position: { after: [], middle: true } }),
  },
  { key: 'pos3', ticks: 'EndiAds', ad: 'EndiRnd', place: () => ({ placement: 'post-end' }) },
  { key: 'pos4', ticks: 'MoreAds', ad: 'MoreRnd', place: () => ({ placement: 'in-article' }) },
  {
    key: 'pos5',
    ticks: 'LapaAds',
    ad: 'LapaRnd',
    place: () => ({ placement: 'in-article', position: { after: [], end: true } }),
  },
  ...[1, 2, 3].map((number) => ({
    key: `pos${number + 5}`,
    ticks: `Par${number}Ads`,
    ad: `Par${number}Rnd`,
    place: (settings: Plain) => afterParagraph(settings[`Par${number}Nup`]),
  })),
];

/** Of its later ads, which know their place themselves. */
const positions: Record<string, (ad: Plain) => Place> = {
  beginning_of_post: () => ({ placement: 'below-title' }),
  middle_of_post: () => ({ placement: 'in-article', position: { after: [], middle: true } }),
  end_of_post: () => ({ placement: 'post-end' }),
  before_last_paragraph: () => ({ placement: 'in-article', position: { after: [], end: true } }),
  after_paragraph: ({ paragraph_number: number, repeat_paragraph: repeats }) =>
    isTicked(repeats) ? everyParagraph(number) : afterParagraph(number),
  after_the_percentage: ({ after_the_percentage_value: value }) => {
    const percent = wholeIn(value, { from: 1, to: 100 }) ?? 50;
    return { placement: 'in-article', position: { after: [], fractions: [percent / 100] } };
  },
  ad_sticky_ad: () => ({ placement: 'sticky-footer' }),
};

/** The JSON export of WP QUADS (Quick AdSense Reloaded). */
export const quads: AdFormat = {
  system: 'WP QUADS',
  read(text) {
    const settings = parse(text);
    const ads = isPlain(settings) ? (settings.ads ?? settings.quads_ads) : null;
    if (!isPlain(settings) || !ads || typeof ads !== 'object') return null;
    const listed = Object.entries(ads).filter((entry): entry is [string, Plain] => isPlain(entry[1]));
    const found = listed.map(([key, ad]) => adOf(key, ad, settings));
    return {
      ads: found.flatMap(({ ad }) => (ad ? [ad] : [])),
      left: found.flatMap(({ left }) => (left ? [left] : [])),
    };
  },
};

function adOf(key: string, ad: Plain, settings: Plain): { ad?: FoundAd; left?: string } {
  const name = textOf(ad.label).trim() || textOf(ad.quads_ad_old_id).trim() || nameOf(key);
  const code = codeOf(ad);
  if (code.trim() === '')
    return Object.keys(ad).length > 0 && ad.code !== undefined ? {} : { left: `“${name}” has no code.` };
  if (hasServerCode(code)) return { left: `“${name}” is PHP, which does not run here.` };
  const [place, ...others] = placesOf(key, ad, settings);
  const notes = [
    ...(place?.notes ?? []),
    ...(others.length > 0
      ? [`It was also in ${others.length === 1 ? 'another place' : `${others.length} other places`}.`]
      : []),
    ...(isPlain(ad.visibility_include) || Array.isArray(ad.visibility_include)
      ? ['Its display conditions were not imported.']
      : []),
  ];
  return {
    ad: {
      name,
      code,
      placement: place?.placement ?? null,
      ...(place?.position ? { position: place.position } : {}),
      notes,
    },
  };
}

function nameOf(key: string) {
  const number = /\d+/.exec(key)?.[0] ?? '';
  return key.includes('widget') ? `Widget ad ${number}`.trim() : `Ad ${number}`.trim();
}

function codeOf(ad: Plain) {
  const unit = adsenseUnit({ client: textOf(ad.g_data_ad_client), slot: textOf(ad.g_data_ad_slot) });
  return textOf(ad.ad_type) === 'adsense' && unit ? unit : textOf(ad.code);
}

function placesOf(key: string, ad: Plain, settings: Plain): Place[] {
  const own = positions[textOf(ad.position)]?.(ad);
  if (own) return [own];
  if (key.includes('widget')) return [{ placement: 'sidebar' }];
  const number = /^ad(\d{1,3})$/.exec(key)?.[1];
  return classic.flatMap(({ key: at, ticks, ad: named, place }) => {
    const stored = settings[at];
    if (!isPlain(stored) || !isTicked(stored[ticks]) || textOf(stored[named]) !== number) return [];
    return [place(stored)];
  });
}

function afterParagraph(value: unknown): Place {
  const number = wholeIn(value, { from: 1, to: 500 });
  return { placement: 'in-article', ...(number ? { position: { after: [number] } } : {}) };
}

function everyParagraph(value: unknown): Place {
  const number = wholeIn(value, { from: 1, to: 100 });
  return { placement: 'in-article', ...(number ? { position: { after: [], every: number } } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
