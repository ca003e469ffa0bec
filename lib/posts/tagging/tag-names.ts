import { nameOf, withoutIgnorable } from '@/lib/text/visible-text';
import { MAX_SLUG_LENGTH, plainLetter, slugify } from '../publishing/slugs';

const spellings: [RegExp, string][] = [
  [/\+\+/g, 'pp'],
  [/(?<=\p{L})#(?![\p{L}\p{N}])/gu, 'sharp'],
  [/(?<![\p{L}\p{N}])\.(?=\p{L})/gu, 'dot'],
];

/** A tag's lookup key: no case, diacritics, hyphens, apostrophes or emoji beside words; C, C++ and C# stay distinct. */
export function tagKey(name: string): string {
  const seen = withoutIgnorable(nameOf(name)).toLowerCase();
  const plain = [...seen]
    .map(plainLetter)
    .join('')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .replace(/['’]/g, '');
  const words = spaced(plain.replace(/\p{Emoji_Presentation}|\p{ExtPict}|\p{EMod}/gu, ''))
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(words) ? words : spaced(plain);
}

function spaced(text: string) {
  return text.replace(/(?<=[\p{L}\p{N}\p{M}])[\s\p{Pd}_]+(?=[\p{L}\p{N}])/gu, ' ').normalize('NFC');
}

/** The possible slugs of a tag with this name, best first; at least one. */
export function tagSlugs(name: string): string[] {
  const spelled = spellings.reduce((text, [sign, word]) => text.replace(sign, word), name);
  const candidates = [slugify(spelled), slugify(name)].filter(Boolean);
  return candidates.length > 0 ? [...new Set(candidates)] : [`tag-${codesOf(name)}`.slice(0, MAX_SLUG_LENGTH)];
}

// A name of symbols alone is spelled by code points: "🎉" becomes tag-1f389.
function codesOf(name: string) {
  return [...withoutIgnorable(name)]
    .slice(0, 6)
    .map((sign) => sign.codePointAt(0)!.toString(16))
    .join('-');
}
