import type { Size } from '@/lib/slots/placements';
import { isSize, recognised, type Network, type PastedCode } from './network';

const NAME = 'Google Publisher Tag';
const LOADER = 'https://securepubads.g.doubleclick.net/tag/js/gpt.js';
const definition =
  /\.defineSlot\s{0,9}\(\s{0,9}["'](\/[^"']{1,200})["']\s{0,9},\s{0,9}(\[[\d\s,[\]'"a-z]{1,400}\])\s{0,9},\s{0,9}["']([^"']{1,120})["']/g;
const displayCall = /\.display\s{0,9}\(\s{0,9}["']([^"']{1,120})["']\s{0,9}\)/g;

const definedTwice = {
  sentence: 'It defines the same place (div id) twice, and Google’s tag fills only the first.',
};

const bySize =
  'It chooses its size by the width of the window (addSize): give the slot the sizes that it names for desktop and for mobile.';

type Unit = { path: string; sizes: string; div: string };

/** Google Ad Manager’s tag: the part for the head and the part for the body belong into one paste. */
export const googlePublisherTag: Network = {
  name: NAME,
  recognise(code) {
    if (!/\bgoogletag\b|\/gpt\.js/.test(code.text)) return null;
    const units = unitsIn(code);
    const [unit] = units;
    const divs = units.map(({ div }) => div);
    return recognised({
      network: NAME,
      kind: units.length > 1 ? `${units.length} units` : 'unit',
      isolation: 'in-page',
      reason: 'Google’s tag chooses ads by the page that it stands on, and is supported in a page alone.',
      size: unit ? largestOf(unit.sizes) : null,
      adapts: mapsSizes(code),
      canonical: unit && units.length === 1 && isPlain(unit) && !mapsSizes(code) ? canonical(unit) : null,
      notes: notesOn(code, units),
      refusals: new Set(divs).size < divs.length ? [definedTwice] : [],
      keys: divs.map((div) => `gpt:${div}`),
      once: code.scripts.filter((src) => /\/gpt\.js/.test(src)),
      evaluates: true,
    });
  },
};

function unitsIn({ text }: PastedCode): Unit[] {
  return [...text.matchAll(definition)].map(([, path = '', sizes = '', div = '']) => ({ path, sizes, div }));
}

function notesOn(code: PastedCode, units: Unit[]) {
  const displayed = new Set([...code.text.matchAll(displayCall)].map(([, div]) => div));
  const placed = new Set(code.tags.flatMap(({ attributes }) => attributes.id ?? []));
  const isMissing = ({ div }: Unit) => !displayed.has(div) || !placed.has(div);
  if (units.length === 0)
    return ['The part for the page’s head (defineSlot) is missing. Paste both parts here, one after the other.'];
  if (units.some(isMissing))
    return ['The part for the page’s body (the <div> with its display call) is missing. Paste both parts here.'];
  return [
    ...(code.scripts.some((src) => /\/gpt\.js/.test(src)) ? [] : ['The script that loads it (gpt.js) is missing.']),
    ...(mapsSizes(code) ? [bySize] : []),
  ];
}

function mapsSizes({ text }: PastedCode) {
  return /\.addSize\s{0,9}\(/.test(text);
}

// Nothing that would mean something else in the script below.
function isPlain({ path, div }: Unit) {
  return [path, div].every((text) => /^[\w/.,:@ -]+$/.test(text));
}

// A list of sizes: of those with numbers, the one that takes the most room.
function largestOf(sizes: string): Size | null {
  const all = [...sizes.matchAll(/\[\s{0,9}(\d{2,4})\s{0,9},\s{0,9}(\d{2,4})\s{0,9}\]/g)]
    .map(([, width, height]) => ({ width: Number(width), height: Number(height) }))
    .filter(isSize);
  return all.toSorted((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
}

function canonical({ path, sizes, div }: Unit) {
  return [
    `<script async src="${LOADER}" crossorigin="anonymous"></script>`,
    `<div id="${div}"></div>`,
    '<script>',
    '  window.googletag = window.googletag || { cmd: [] };',
    '  googletag.cmd.push(() => {',
    `    googletag.defineSlot('${path}', ${sizes}, '${div}').addService(googletag.pubads());`,
    '    googletag.enableServices();',
    `    googletag.display('${div}');`,
    '  });',
    '</script>',
  ].join('\n');
}
