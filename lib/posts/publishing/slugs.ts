import { ownSegments } from '@/lib/web/own-routes';
import { withoutIgnorable } from '@/lib/text/visible-text';

export const MAX_SLUG_LENGTH = 80;

/** Routes of the site, and words that would mislead or may be needed. */
const reserved = new Set([
  ...Object.keys(ownSegments).map((segment) => segment.replace(/^\./, '').replaceAll('.', '-')),
  ...`about-blank ads assets authors category feed home index login logout manifest media new news-sitemap-xml post posts
   robots rss signout sitemap static tags undefined null wp-admin wp-content wp-includes wp-json wp-login`.split(/\s+/),
]);

/** What stands below any post. */
const reservedBelow = new Set('by card comments feed follow history page reactions rss'.split(' '));

export function isReservedBelow(slug: string) {
  return reservedBelow.has(slug);
}

/** How many pages may stand one below the other, and how long their address may be. */
export const MAX_DEPTH = 4;
const MAX_PATH_LENGTH = 250;

/** Letters transliterated with two in plain Latin; other diacritics are removed. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/** Makes a slug: lower case, hyphens, Latin without diacritics, other scripts unchanged. May be empty. */
export function slugify(title: string): string {
  const seen = withoutIgnorable(title.slice(0, 1_000)).normalize('NFC').toLowerCase();
  const plain = [...seen].map(plainLetter).join('');
  const words = plain
    .replace(/([a-z])\p{M}+/gu, '$1')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  return shorten(words.normalize('NFC'), MAX_SLUG_LENGTH);
}

/** Why a slug is unusable at the root of the site, as a sentence, or null. */
export function slugProblem(slug: string): string | null {
  const problem = formProblem(slug);
  if (problem) return problem;
  return isReserved(slug) ? `"${slug}" is reserved. Please choose another URL slug.` : null;
}

/** Why something is no slug, wherever it stands, as a sentence, or null. */
export function formProblem(slug: string): string | null {
  if (slug === '') return 'The URL slug needs at least one letter or digit.';
  if (isTooLongForSlug(slug)) return `A URL slug can have at most ${MAX_SLUG_LENGTH} characters.`;
  if (slug !== slugify(slug)) {
    return `A URL slug can contain only lower-case letters, digits and hyphens. Try "${slugify(slug) || 'a-few-words'}".`;
  }
  return null;
}

/** Why a page below another cannot have a slug, as a sentence, or null. `parent` is the slug of the page above. */
export function slugProblemBelow(parent: string, slug: string): string | null {
  const problem = formProblem(slug);
  if (problem) return problem;
  if (reservedBelow.has(slug)) return `"${slug}" is reserved below a page. Please choose another URL slug.`;
  const isLong = parent.length + slug.length >= MAX_PATH_LENGTH;
  return isLong ? 'With those of its parents, this URL slug is too long. Please shorten one of them.' : null;
}

export function depthOf(slug: string) {
  return slug.split('/').length;
}

/** The part of a page's slug that is its own; the rest is that of its parent. */
export function ownSlugOf(slug: string) {
  return slug.slice(slug.lastIndexOf('/') + 1);
}

/** What a slug stands below; "" for nothing. */
export function folderOf(slug: string) {
  return slug.slice(0, Math.max(0, slug.lastIndexOf('/')));
}

/** Whether it has more characters than a slug may have. */
export function isTooLongForSlug(slug: string) {
  return slug.length > 2 * MAX_SLUG_LENGTH || [...slug].length > MAX_SLUG_LENGTH;
}

/** Whether the slug is reserved: routes of the site, and years. */
export function isReserved(slug: string) {
  return reserved.has(slug) || /^\d{4}$/.test(slug);
}

/** The slug, or the slug with the lowest number from 2 that is neither taken nor reserved. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean, from = 1) {
  const base = wanted === '' ? 'untitled' : wanted;
  for (let number = from; ; number += 1) {
    const slug = number === 1 ? base : numbered(base, number);
    if (!isReserved(slug) && !isTaken(slug)) return slug;
  }
}

/** The same for a page below another, whose slug it does not include. */
export function freeSlugBelow(wanted: string, isTaken: (slug: string) => boolean) {
  const base = wanted === '' ? 'untitled' : wanted;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : numbered(base, number);
    if (!reservedBelow.has(slug) && !isTaken(slug)) return slug;
  }
}

export function numbered(base: string, number: number) {
  return `${shorten(base, MAX_SLUG_LENGTH - String(number).length - 1)}-${number}`;
}

/** A letter without case and diacritics, for comparing slugs and names. */
export function plainLetter(letter: string) {
  const known = spelled[letter];
  if (known) return known;
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[a-z]$/.test(bare) ? bare : letter;
}

// Cuts between words where that leaves enough, never inside a character.
function shorten(slug: string, longest: number) {
  const characters = [...slug];
  if (characters.length <= longest) return slug;
  const cut = characters.slice(0, longest).join('');
  const atWord = cut.replace(/-[^-]*$/, '');
  return (atWord.length > longest / 2 ? atWord : cut).replace(/-+$/, '');
}
