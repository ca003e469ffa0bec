import type { Size } from '@/lib/slots/placements';
import {
  attributesOf,
  isSize,
  recognised,
  sizeOfTag,
  type Network,
  type PastedCode,
  type PastedTag,
  type Recognition,
} from './network';

const NAME = 'Google AdSense';
const LOADER = 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js';
const unitAttributes = [
  'data-ad-client',
  'data-ad-slot',
  'data-ad-layout',
  'data-ad-layout-key',
  'data-ad-format',
  'data-full-width-responsive',
  'data-adtest',
];
const inFrames = 'AdSense does not allow its code inside a frame: let it run in the page.';
const reason = 'AdSense does not allow its code inside a frame, and chooses ads by the page that it stands on.';

/** Units, automatic ads and the older code of AdSense. */
export const adsense: Network = {
  name: NAME,
  recognise(code) {
    const client = /\bca-(?:[a-z]{2,8}-)?pub-\d{6,20}\b/i.exec(code.text)?.[0] ?? null;
    if (/google_ad_client\s{0,9}=|\/show_ads\.js/.test(code.text)) return ofLegacyCode(code, client);
    if (!/adsbygoogle/.test(code.text)) return null;
    const units = code.tags.filter(
      ({ name, attributes }) => name === 'ins' && /\badsbygoogle\b/.test(attributes.class ?? ''),
    );
    return units.length === 0 ? ofAutomaticAds(code, client) : ofUnits(code, units, client);
  },
};

function ofUnits(code: PastedCode, units: PastedTag[], client: string | null): Recognition {
  const [unit] = units;
  const isFluid = units.some(({ attributes }) => attributes['data-ad-format'] === 'fluid');
  const pushes = code.text.match(/adsbygoogle[\s\S]{0,60}?\.push\s{0,9}\(/g)?.length ?? 0;
  return recognised({
    ...shared(code),
    kind: kindOf(units),
    size: (unit && sizeOfTag(unit)) ?? null,
    canonical: unit && units.length === 1 && client ? canonicalUnit(unit, client) : null,
    notes: [
      ...(code.scripts.some((src) => /\/adsbygoogle\.js/.test(src)) ? [] : [noLoader]),
      ...(isFluid ? ['Its height is not known before it is filled: reserve as much as it usually takes.'] : []),
      ...(pushes === units.length
        ? []
        : [`It has ${count(units.length, 'unit')} and fills ${pushes}: each needs one push.`]),
      ...(units.some(({ attributes }) => attributes['data-adtest'] === 'on')
        ? ['It shows test ads (data-adtest), which earn nothing.']
        : []),
      ...(client ? [] : ['It does not say whose it is: the publisher’s number (ca-pub-…) is missing.']),
    ],
    refusals: [...forbiddenInFrames, ...(code.tags.some(isHidden) ? [{ sentence: hidden }] : [])],
  });
}

const noLoader = 'The script that loads it (adsbygoogle.js) is missing.';
const hidden =
  'This code hides its unit (display:none), which AdSense forbids. Remove that; to leave out a device, set its size to 0 × 0 below.';
const forbiddenInFrames = [
  { isolation: 'sandboxed' as const, sentence: inFrames },
  { isolation: 'isolated-origin' as const, sentence: inFrames },
];

function ofAutomaticAds(code: PastedCode, client: string | null): Recognition {
  return recognised({
    ...shared(code),
    kind: 'automatic ads',
    isPageWide: true,
    keys: ['adsense:auto'],
    canonical: client ? loaderFor(client) : null,
    notes: [
      'It puts ads anywhere on the page, also between the paragraphs. It begins when this slot comes near the window, so the header is the best place for it.',
    ],
    refusals: [...forbiddenInFrames],
  });
}

function ofLegacyCode(code: PastedCode, client: string | null): Recognition {
  const slot = /google_ad_slot\s{0,9}=\s{0,9}["']([\w-]{1,40})["']/.exec(code.text)?.[1];
  const size = {
    width: Number(/google_ad_width\s{0,9}=\s{0,9}["']?(\d{2,4})/.exec(code.text)?.[1] ?? 0),
    height: Number(/google_ad_height\s{0,9}=\s{0,9}["']?(\d{2,4})/.exec(code.text)?.[1] ?? 0),
  };
  const publisher = client ?? /google_ad_client\s{0,9}=\s{0,9}["'](pub-\d{6,20})["']/.exec(code.text)?.[1];
  const owner = publisher && (publisher.startsWith('pub-') ? `ca-${publisher}` : publisher);
  const unit = { name: 'ins', attributes: { 'data-ad-slot': slot ?? '', ...styleOf(size) } };
  return recognised({
    ...shared(code),
    kind: 'older code',
    size: isSize(size) ? size : null,
    canonical: owner && slot ? canonicalUnit(unit, owner) : null,
    notes: ['This is AdSense’s older code, which writes itself into the page while it loads (document.write).'],
    refusals: [
      ...forbiddenInFrames,
      {
        isolation: 'in-page',
        sentence: 'AdSense’s older code can only run while a page loads. Use its present form, which stands below.',
      },
    ],
  });
}

function shared({ scripts }: PastedCode) {
  return {
    network: NAME,
    isolation: 'in-page' as const,
    reason,
    evaluates: true,
    once: scripts.filter((src) => /\/adsbygoogle\.js/.test(src)),
  };
}

function kindOf(units: PastedTag[]) {
  const is = (name: string, value: string) => units.some(({ attributes }) => attributes[name] === value);
  if (is('data-ad-layout', 'in-article')) return 'in-article unit';
  if (units.some(({ attributes }) => attributes['data-ad-layout-key'])) return 'in-feed unit';
  if (is('data-ad-format', 'autorelaxed')) return 'multiplex unit';
  return units.length > 1 ? `${units.length} display units` : 'display unit';
}

function canonicalUnit(unit: PastedTag, client: string) {
  const size = sizeOfTag(unit);
  const style = size ? `display:inline-block;width:${size.width}px;height:${size.height}px` : 'display:block';
  const own = { ...unit, attributes: { ...unit.attributes, 'data-ad-client': client } };
  return [
    loaderFor(client),
    `<ins class="adsbygoogle" style="${style}"${attributesOf(own, unitAttributes)}></ins>`,
    '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>',
  ].join('\n');
}

function loaderFor(client: string) {
  return `<script async src="${LOADER}?client=${client}" crossorigin="anonymous"></script>`;
}

/** The unit, or something that it may stand in. */
function isHidden({ name, attributes }: PastedTag) {
  if (!/^(?:ins|div|span|section|aside|p|center)$/.test(name)) return false;
  return (
    'hidden' in attributes || /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(attributes.style ?? '')
  );
}

function styleOf(size: Size): Record<string, string> {
  return isSize(size) ? { style: `width:${size.width}px;height:${size.height}px` } : {};
}

function count(number: number, noun: string) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
