import { isSeen } from '@/lib/text/visible-text';
import { knownEmbed } from './embeds';
import { framedOf } from './framed';
import { spotReference } from './slot-spots';
import { safeUrl, uploadAddress } from './urls';
import type { HtmlElement } from './tree';

const inlineNames: Record<string, string> = Object.fromEntries([
  ...'a abbr bdi br cite code del dfn em img ins kbd mark q rp rt ruby s samp small strong sub sup time u var wbr'
    .split(' ')
    .map((name) => [name, name]),
  ['b', 'strong'],
  ['i', 'em'],
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
]);

const blocks = new Set(
  'audio blockquote details dl figure h1 h2 h3 h4 h5 h6 hr ol pre listing xmp table ul video'.split(' '),
);

/** Block elements: their content stays a separate paragraph when the element is removed. */
const boxes = new Set(
  `address article aside body caption center dd details dialog dir div dt fieldset figcaption footer form header hgroup
   legend li main menu nav noscript object option p search section select summary table tbody td tfoot th thead tr`.split(
    /\s+/,
  ),
);

export function inlineName(node: HtmlElement): string | null {
  if (node.name === 'span') return 'data-footnote' in node.attributes ? 'span' : null;
  return Object.hasOwn(inlineNames, node.name) ? (inlineNames[node.name] ?? null) : null;
}

export function isBlock(node: HtmlElement) {
  return (
    blocks.has(node.name) ||
    isRawBlock(node) ||
    isCard(node) ||
    isColumns(node) ||
    isGallery(node) ||
    framedOf(node) !== null ||
    spotReference(node) !== null ||
    embedOf(node) !== null
  );
}

export function embedOf(node: HtmlElement) {
  if (node.name !== 'iframe' && node.name !== 'embed') return null;
  const address = safeUrl(node.attributes.src, 'media');
  return address ? knownEmbed(address) : null;
}

export function isRawBlock(node: HtmlElement) {
  return node.name === 'div' && 'data-raw' in node.attributes;
}

/** An aside with a meaning: a callout or a bookmark. */
export function isCard(node: HtmlElement) {
  return node.name === 'aside' && ('data-callout' in node.attributes || 'data-bookmark' in node.attributes);
}

export function isColumns(node: HtmlElement) {
  return node.name === 'div' && 'data-columns' in node.attributes && !isRawBlock(node);
}

export function isColumn(node: HtmlElement) {
  return node.name === 'div' && 'data-column' in node.attributes && !isRawBlock(node);
}

export function isGallery(node: HtmlElement) {
  return node.name === 'div' && 'data-gallery' in node.attributes && !isRawBlock(node);
}

export function isBox(node: HtmlElement) {
  return boxes.has(node.name) || isBlock(node);
}

/** Prefix for ids: no collisions with the page, no DOM clobbering. */
export const ID_PREFIX = 'c-';

type Rule = (value: string) => string | null;

const number =
  (highest: number): Rule =>
  (value) =>
    /^\d{1,6}$/.test(value.trim()) && Number(value) <= highest ? String(Number(value)) : null;
// 1 is the default; 0 is left to the browser.
const span =
  (least: number): Rule =>
  (value) => {
    const count = number(1_000)(value);
    return count === '1' || Number(count) < least ? null : count;
  };
const oneOf =
  (...words: string[]): Rule =>
  (value) =>
    words.includes(value.toLowerCase()) ? value.toLowerCase() : null;
const short: Rule = (value) => cleanText(value).slice(0, 1_000).toWellFormed() || null;
const flag: Rule = () => '';
export const calloutTones = ['note', 'tip', 'warning', 'danger'] as const;
const tone: Rule = (value) => oneOf(...calloutTones)(value) ?? calloutTones[0];
const page: Rule = (value) => safeUrl(value, 'media');
const media: Rule = (value) => {
  const url = safeUrl(value, 'media');
  return url && !/^https?:/i.test(url) ? uploadAddress(url) : url;
};

const everywhere: Record<string, Rule> = {
  id: (value) => prefixedId(value),
  lang: (value) => (/^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i.test(value) ? value : null),
  dir: oneOf('ltr', 'rtl', 'auto'),
  title: short,
};

const byName: Record<string, Record<string, Rule>> = {
  a: { href: linkTarget, rel: relOf, hreflang: (value) => (/^[a-z-]{2,20}$/i.test(value) ? value : null) },
  img: {
    src: media,
    alt: (value) => cleanText(value).slice(0, 2_000).toWellFormed(),
    width: number(30_000),
    height: number(30_000),
  },
  ol: { start: number(100_000), reversed: flag, type: (value) => (/^[1aAiI]$/.test(value) ? value : null) },
  li: { value: number(100_000), 'data-checked': oneOf('true', 'false') },
  ul: { 'data-type': (value) => (value === 'taskList' ? value : null) },
  td: { colspan: span(1), rowspan: span(0) },
  th: { colspan: span(1), rowspan: span(0), scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
  blockquote: { cite: page },
  q: { cite: page },
  del: { cite: page, datetime: short },
  ins: { cite: page, datetime: short },
  time: { datetime: short },
  details: { open: flag },
  figure: { 'data-layout': oneOf('wide', 'full') },
  audio: { src: media, loop: flag },
  video: { src: media, poster: media, loop: flag, muted: flag, width: number(10_000), height: number(10_000) },
  source: { src: media, type: (value) => (/^(audio|video)\/[\w.+-]{1,40}$/.test(value) ? value : null) },
  span: { 'data-footnote': flag },
  div: { 'data-raw': flag },
  aside: { 'data-callout': tone, 'data-bookmark': flag },
  // A link as a button, and the link to a file with what it is.
  p: { 'data-button': flag, 'data-file': flag },
};

/** The allowed attributes of an element under its new name, in a fixed order. */
export function allowedAttributes(node: HtmlElement, name = node.name) {
  const allowed: Record<string, string> = {};
  if (hasNone(node.attributes)) return allowed;
  for (const [attribute, rule] of rulesFor(name)) {
    const missing = name === 'img' && attribute === 'alt' ? '' : undefined;
    const given = Object.hasOwn(node.attributes, attribute) ? node.attributes[attribute] : missing;
    const value = given === undefined ? null : rule(given);
    if (value !== null) allowed[attribute] = value;
  }
  return allowed;
}

const rulesByName = new Map<string, [string, Rule][]>();

function rulesFor(name: string) {
  const known = rulesByName.get(name);
  if (known) return known;
  const rules = Object.entries({ ...(Object.hasOwn(byName, name) ? byName[name] : {}), ...everywhere });
  rulesByName.set(name, rules);
  return rules;
}

function hasNone(attributes: Record<string, string>) {
  for (const _ in attributes) return false;
  return true;
}

export function prefixedId(value: string) {
  const bare = value.startsWith(ID_PREFIX) ? value.slice(ID_PREFIX.length) : value;
  return /^[\p{L}\p{N}][\p{L}\p{N}_:.-]{0,79}$/u.test(bare) && !bare.startsWith(ID_PREFIX) ? ID_PREFIX + bare : null;
}

/** The canonical programming language of a code element. */
export function languageOf(node: HtmlElement) {
  const classes = node.attributes.class ?? '';
  const name = /(?:^|\s)(?:language-|lang-|brush:\s*)([\w+#.-]{1,30})/i.exec(classes)?.[1];
  return name ? name.toLowerCase() : null;
}

function linkTarget(value: string) {
  const url = safeUrl(value, 'link');
  if (!url?.startsWith('#')) return url;
  const id = prefixedId(decodeFragment(url.slice(1)));
  return id ? `#${id}` : null;
}

function decodeFragment(fragment: string) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function relOf(value: string) {
  const words = value.toLowerCase().split(/\s+/);
  return ['nofollow', 'sponsored', 'ugc'].filter((word) => words.includes(word)).join(' ') || null;
}

// Attribute values are one line, without characters that cannot be stored.
function cleanText(value: string) {
  if (!isSeen(value)) return '';
  return value
    .replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ')
    .trim()
    .toWellFormed();
}
