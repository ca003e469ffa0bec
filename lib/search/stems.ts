import 'server-only';
import { folded } from './folding';

type Stemmer = { stem: (word: string) => string };

/** By the ISO 639 code of a language; those that are absent have no stems. */
const algorithms: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** The scripts of languages that are not written in Latin letters. */
const scripts: [language: string, script: RegExp][] = [
  ['ar', /\p{Script=Arabic}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ta', /\p{Script=Tamil}/u],
];
const latin = /\p{Script=Latin}/u;

const made = new Map<string, Stemmer>();

/** Loads the stemmers, which are 6 MB of memory, when the first text is indexed or the first question widened. */
export async function loadStems() {
  if (made.size > 0) return;
  const { newStemmer } = await import('snowball-stemmers');
  for (const algorithm of new Set(Object.values(algorithms))) {
    made.set(algorithm, newStemmer(algorithm));
  }
}

/** The language of a word in a text that is said to be in this one (BCP 47): a Russian word stays Russian in English. */
export function languageOfWord(word: string, locale: string) {
  const said = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  const [byScript] = scripts.find(([, script]) => script.test(word)) ?? [];
  if (byScript) return byScript;
  if (!latin.test(word)) return 'und';
  return scripts.some(([language]) => language === said) || !said ? 'en' : said;
}

/** The languages in whose texts a word may stand. */
export function languagesFor(word: string) {
  const inScript = Object.keys(algorithms).filter((language) => languageOfWord(word, language) === language);
  return inScript.length > 0 ? inScript : ['und'];
}

/** What the forms of a word have in common, folded as words are. Of a word as it is written, in lower case. */
export function stemOf(written: string, language: string) {
  const stemmer = made.get(algorithms[language] ?? '');
  return folded(stemmer ? stemmer.stem(language === 'de' ? withUmlauts(written) : written) : written);
}

/** ae, oe and ue as half of the web writes them, not in Steuer or Quelle. */
function withUmlauts(word: string) {
  return word
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(?<![aeiouqäö])ue/g, 'ü');
}
