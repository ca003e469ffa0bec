import 'server-only';
import { folded } from './folding';

type Stemmer = { stem: (word: string) => string };

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

const scripts: [language: string, script: RegExp][] = [
  ['ar', /\p{Script=Arabic}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ta', /\p{Script=Tamil}/u],
];
const latin = /\p{Script=Latin}/u;

const made = new Map<string, Stemmer>();

/** Loads the stemmers (6 MB) on first use. */
export async function loadStems() {
  if (made.size > 0) return;
  const { newStemmer } = await import('snowball-stemmers');
  for (const algorithm of new Set(Object.values(algorithms))) {
    made.set(algorithm, newStemmer(algorithm));
  }
}

/** The language of a word: by script, else the text's locale (BCP 47). */
export function languageOfWord(word: string, locale: string) {
  const said = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  const [byScript] = scripts.find(([, script]) => script.test(word)) ?? [];
  if (byScript) return byScript;
  if (!latin.test(word)) return 'und';
  return scripts.some(([language]) => language === said) || !said ? 'en' : said;
}

/** The languages in which a word may occur. */
export function languagesFor(word: string) {
  const inScript = Object.keys(algorithms).filter((language) => languageOfWord(word, language) === language);
  return inScript.length > 0 ? inScript : ['und'];
}

/** The folded stem of a lower-case word as written. */
export function stemOf(written: string, language: string) {
  const stemmer = made.get(algorithms[language] ?? '');
  return folded(stemmer ? stemmer.stem(language === 'de' ? withUmlauts(written) : written) : written);
}

function withUmlauts(word: string) {
  return word
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(?<![aeiouqäö])ue/g, 'ü');
}
