import type { Consent } from '@/lib/slots/consent';
import type { CodeIsolation } from '@/lib/slots/creative';
import type { Size } from '@/lib/slots/placements';

export type Recognition = {
  network: string;
  /** What of the network it is, such as "display unit". */
  kind: string;
  /** Where it should run, and why. */
  isolation: CodeIsolation;
  reason: string;
  /** What a reader must allow first. */
  consent: Consent;
  size: Size | null;
  /** It draws another size on phones. */
  adapts: boolean;
  notes: string[];
  /** The network's own form of this code, where it can be built from what was pasted. */
  canonical: string | null;
  /** Why it cannot be saved: everywhere, or only where it would run like this. */
  refusals: { isolation?: CodeIsolation; sentence: string }[];
  /** Of each there may be one on a page. */
  keys: string[];
  /** Scripts that a page loads once, however many of its slots name them. */
  once: string[];
  /** It changes the page outside of its slot. */
  isPageWide: boolean;
  /** It runs text as code (eval), which a page's policy must allow. */
  evaluates: boolean;
};

export type Network = { name: string; recognise: (code: PastedCode) => Recognition | null };

export type PastedTag = { name: string; attributes: Record<string, string> };
export type PastedCode = { text: string; tags: PastedTag[]; scripts: string[] };

// Bounded repetitions: pasted code may be long and is looked at while it is typed.
const openingTag = /<([a-z][a-z0-9-]{0,30})((?:\s|\/)[^<>]{0,4000})?>/gi;
const attribute = /([a-z_:][\w:.-]{0,60})(?:\s{0,9}=\s{0,9}("[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>=]{1,2000}))?/gi;
const sizePattern = /(?:^|[^-\w])(width|height)\s{0,9}:\s{0,9}(\d{2,4})px/gi;

// Where code needs quotes; within a text they belong there.
const curlyQuotes = /[=(,]\s{0,9}[\u201C\u201D\u201E\u2018\u2019\u201A]/;

/** Code as a recogniser sees it: with straight quotes, so that code that went through a word processor is known too. */
export function parsePasted(pasted: string): PastedCode {
  const text = curlyQuotes.test(pasted) ? straightened(pasted) : pasted;
  const tags = [...text.matchAll(openingTag)].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: attributesIn(attributes),
  }));
  const scripts = tags.flatMap(({ name, attributes }) =>
    name === 'script' && attributes.src ? [attributes.src.replaceAll('&amp;', '&')] : [],
  );
  return { text, tags, scripts };
}

/** A recognition of code that may stand several times on a page, inside its slot. */
export function recognised(
  facts: Pick<Recognition, 'network' | 'kind' | 'isolation' | 'reason'> & Partial<Recognition>,
): Recognition {
  return {
    consent: 'advertising',
    size: null,
    adapts: false,
    notes: [],
    canonical: null,
    refusals: [],
    keys: [],
    once: [],
    isPageWide: false,
    evaluates: false,
    ...facts,
  };
}

export function sizeOfTag({ attributes }: PastedTag): Size | null {
  const inStyle = new Map(
    [...(attributes.style ?? '').matchAll(sizePattern)].map(([, side, px]) => [side, Number(px)]),
  );
  const width = Number.parseInt(attributes.width ?? '', 10) || (inStyle.get('width') ?? 0);
  const height = Number.parseInt(attributes.height ?? '', 10) || (inStyle.get('height') ?? 0);
  return isSize({ width, height }) && !attributes.width?.includes('%') ? { width, height } : null;
}

function straightened(text: string) {
  return text.replace(/[\u201C\u201D\u201E]/g, '"').replace(/[\u2018\u2019\u201A]/g, "'");
}

export function isSize({ width, height }: Size) {
  return width >= 50 && height >= 20 && width <= 2_000 && height <= 2_000;
}

/** The values of the attributes that exist, in the order of their names. */
export function attributesOf({ attributes }: PastedTag, names: readonly string[]) {
  return names
    .filter((name) => attributes[name] !== undefined)
    .map((name) => ` ${name}="${escapeValue(attributes[name] ?? '')}"`)
    .join('');
}

export function escapeValue(value: string) {
  return value.replaceAll('&amp;', '&').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function attributesIn(text: string) {
  const pairs = [...text.matchAll(attribute)].map(([, name = '', value = '']) => [
    name.toLowerCase(),
    value.replace(/^(["'])([\s\S]*)\1$/, '$2'),
  ]);
  return Object.fromEntries(pairs.toReversed()) as Record<string, string>;
}
