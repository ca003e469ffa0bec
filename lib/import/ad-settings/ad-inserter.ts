import { unserialize } from 'php-serialize';
import type { Placement } from '@/lib/slots/placements';
import type { PageType } from '@/lib/slots/placements';
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

const ROTATED = '|rotate|';
const MAX_BLOCKS = 96;

/** By their numbers, and by the words that versions before 2.1 stored. */
const insertions: Record<string, Placement | null> = {
  1: 'below-title',
  2: 'post-end',
  3: 'below-title',
  4: 'post-end',
  5: 'in-article',
  6: 'in-article',
  7: 'list',
  8: 'list',
  9: 'list',
  10: 'post-end',
  11: 'comments',
  12: 'footer',
  13: 'footer',
  14: 'header',
  'Before Post': 'below-title',
  'After Post': 'post-end',
  'Before Content': 'below-title',
  'After Content': 'post-end',
  'Before Paragraph': 'in-article',
  'After Paragraph': 'in-article',
  'Before Excerpt': 'list',
  'After Excerpt': 'list',
  'Between Posts': 'list',
};

const pageSwitches: [string, PageType][] = [
  ['display_on_homepage', 'home'],
  ['display_on_posts', 'post'],
  ['display_on_pages', 'page'],
  ['display_on_category_pages', 'tag'],
  ['display_on_archive_pages', 'archive'],
];

const lists: [string, string][] = [
  ['category_list', 'a list of categories'],
  ['tag_list', 'a list of tags'],
  ['id_list', 'a list of posts'],
  ['url_list', 'a list of addresses'],
  ['url_parameter_list', 'a list of address parameters'],
  ['domain_list', 'a list of referring sites'],
];

/** The export of Ad Inserter: PHP’s own notation in base64, of all blocks or of one. */
export const adInserter: AdFormat = {
  system: 'Ad Inserter',
  read(text) {
    const stored = storedIn(text);
    if (!stored) return null;
    const blocks = Object.hasOwn(stored, 'code') ? [['1', stored] as const] : blocksIn(stored);
    if (blocks.length === 0) return null;
    const found = blocks.map(([number, block]) => adsOf(number, block));
    return { ads: found.flatMap(({ ads }) => ads), left: found.flatMap(({ left }) => left) };
  },
};

function storedIn(text: string): Plain | null {
  const encoded = text.trim().replace(/^:AI:/, '').replace(/\s+/g, '');
  if (encoded.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  const serialised = Buffer.from(encoded, 'base64');
  // An array, and nothing that names a class.
  if (!/^a:\d{1,6}:\{/.test(serialised.toString('latin1', 0, 12))) return null;
  try {
    const value: unknown = unserialize(serialised, {}, { strict: true });
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

function blocksIn(stored: Plain) {
  return Object.entries(stored).flatMap(([key, block]) => {
    const isBlock = /^\d{1,2}$/.test(key) && Number(key) <= MAX_BLOCKS;
    return (isBlock || key === 'h' || key === 'f') && isPlain(block) ? [[key, block] as const] : [];
  });
}

function adsOf(number: string, block: Plain): { ads: FoundAd[]; left: string[] } {
  const whole = textOf(block.code);
  const name = textOf(block.name).trim() || nameOf(number);
  if (whole.trim() === '') return { ads: [], left: [] };
  if (isTicked(block.process_php) || hasServerCode(whole)) {
    return { ads: [], left: [`“${name}” is PHP, which does not run here.`] };
  }
  const parts = whole.split(ROTATED).filter((part) => part.trim() !== '');
  const shared = placementOf(number, block);
  return {
    ads: parts.map((code, index) => ({
      ...shared,
      name: parts.length > 1 ? `${name} (${index + 1})` : name,
      code,
      notes: [...(parts.length > 1 ? ['It rotated with others of its block.'] : []), ...shared.notes],
    })),
    left: [],
  };
}

function nameOf(number: string) {
  if (number === 'h') return 'Code for the head of the page';
  return number === 'f' ? 'Code for the end of the page' : `Block ${number}`;
}

function placementOf(number: string, block: Plain): Omit<FoundAd, 'name' | 'code'> {
  if (number === 'h') return { placement: 'header', notes: ['It was in the head of every page.'] };
  if (number === 'f') return { placement: 'footer', notes: ['It was at the end of every page.'] };
  const type = textOf(block.display_type);
  const placement = insertions[type] ?? null;
  const where = placement === 'in-article' ? positionOf(block, /^(?:5|Before Paragraph)$/.test(type)) : { notes: [] };
  const minimumWords = wholeIn(block.min_words, { from: 1, to: 100_000 });
  const pages = pageSwitches.flatMap(([name, page]) => (isTicked(block[name]) ? [page] : []));
  return {
    placement,
    ...where,
    ...deviceOf(block),
    rules: { ...(minimumWords ? { minimumWords } : {}), ...(pages.length > 0 ? { pages } : {}) },
    notes: [...where.notes, ...listNotes(block), ...(isTicked(block.disabled) ? ['It was switched off.'] : [])],
  };
}

function positionOf(block: Plain, isBefore: boolean): Pick<FoundAd, 'position' | 'notes'> {
  const typed = textOf(block.paragraph_number).trim();
  const every = /^%\s*(\d{1,2})$/.exec(typed)?.[1];
  if (every) return { position: { after: [], every: Number(every) }, notes: [] };
  if (/^0?\.\d+$/.test(typed)) return { position: { after: [], fractions: [Number(typed)] }, notes: [] };
  const isFromEnd = /bottom/i.test(textOf(block.direction_type));
  // Ours are after a block, and before one that is counted from the end.
  const shift = isBefore === isFromEnd ? 0 : 1;
  const numbers = typed
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((number) => Number(number) - shift);
  const isKnown = numbers.length > 0 && numbers.every((number) => Number.isInteger(number) && number >= 1);
  if (!isKnown) return { notes: [`Its paragraph (“${typed}”) is unknown.`] };
  const blocks = numbers.filter((number) => number <= 500).slice(0, 20);
  return { position: isFromEnd ? { after: [], fromEnd: blocks } : { after: blocks }, notes: [] };
}

function deviceOf(block: Plain): Pick<FoundAd, 'devices'> {
  const devices = textOf(block.display_for_devices);
  if (devices === 'desktop' || devices === 'desktop and tablet') return { devices: 'desktop' };
  return devices === 'mobile' || devices === 'phone' ? { devices: 'mobile' } : {};
}

function listNotes(block: Plain) {
  const kept = lists.filter(([name]) => textOf(block[name]).trim() !== '').map(([, words]) => words);
  return kept.length > 0 ? [`It was limited by ${kept.join(' and ')}, which was not imported.`] : [];
}
