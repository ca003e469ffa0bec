import { parseHtml } from '@/lib/html/parsing';
import { textOf } from '@/lib/html/tree';

/** Separates a title from the name of the site, in the titles of pages. */
const siteName = /\s+[|–—»«·:-]\s+(?!.*\s[|–—»«·:-]\s).*$/u;

/** A title in the forms in which it is compared, without punctuation: whole, and without the name of a site after it. */
export function comparableTitles(title: string): string[] {
  const text = plainText(title.slice(0, 1_000));
  const forms = [text, text.replace(siteName, '')].map(comparable);
  return [...new Set(forms)].filter(Boolean);
}

// Titles of exports may be escaped twice.
function plainText(title: string) {
  const once = textOf(parseHtml(title));
  return /&(?:#\w+|\w+);/.test(once) ? textOf(parseHtml(once)) : once;
}

function comparable(text: string) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
