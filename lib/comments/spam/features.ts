/** A power of two; an index fits into 16 bits. */
export const WEIGHTS = 2 ** 15;

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const GRAMS = { shortest: 3, longest: 5 };
/** The beginning and the end of a text, where links stand: so much of it is read, in UTF-16 units. */
const READ = { begin: 600, end: 200 };
const MAX_HOSTS = 10;

/** Indexes of facts; those of character n-grams and hosts follow. */
const BIAS = 0;
const LINKS = 1;
const AGES = 5;
const FACTS = 16;
const MOST_LINKS = 3;

const ages = [
  { below: HOUR_MS, words: 'an account less than an hour old' },
  { below: DAY_MS, words: 'an account less than a day old' },
  { below: 7 * DAY_MS, words: 'an account less than a week old' },
  { below: 30 * DAY_MS, words: 'an account less than a month old' },
  { below: Infinity, words: 'an account more than a month old' },
];

/** What is known of a comment when it is sent. */
export type Judged = {
  /** The visible text, and the address of each link. */
  text: string;
  links: number;
  hosts: string[];
  /** In ms; null without an account. */
  accountAge: number | null;
};

/** A comment as the model sees it: which of its weights count. Those of n-grams come first and share one length. */
export type Sample = { indexes: Uint16Array; grams: number };

/** What a comment is judged by, at most about 2,400 weights. */
export function sampleOf(judged: Judged): Sample {
  const seen = new Uint8Array(WEIGHTS);
  const indexes: number[] = [];
  eachGram(readable(judged.text), (index) => {
    if (seen[index]) return;
    seen[index] = 1;
    indexes.push(index);
  });
  const grams = indexes.length;
  for (const { index } of factsOf(judged)) indexes.push(index);
  return { indexes: new Uint16Array(indexes), grams };
}

/** How far one n-gram counts, so that long texts count no more than short ones. */
export function gramValue(grams: number) {
  return grams === 0 ? 0 : 1 / Math.sqrt(grams);
}

/** Links, hosts and the age of the account; those without words are no reasons. */
export function factsOf({ links, hosts, accountAge }: Judged) {
  return [
    { index: BIAS, words: '' },
    { index: LINKS + Math.min(links, MOST_LINKS), words: linkWords(links) },
    ageOf(accountAge),
    ...[...new Set(hosts)].slice(0, MAX_HOSTS).map((host) => ({ index: hashOf(host), words: `a link to ${host}` })),
  ];
}

/** A text as n-grams are taken of it: lower case, words with one space before, between and after them. */
export function readable(text: string) {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (words.length <= READ.begin + READ.end) return ` ${words} `;
  return ` ${words.slice(0, READ.begin)} ${words.slice(-READ.end)} `;
}

/** Tells the weight and the place of each n-gram of three to five characters. */
export function eachGram(text: string, tell: (index: number, at: number) => void) {
  for (let at = 0; at + GRAMS.shortest <= text.length; at += 1) {
    let hash = FNV_BASIS;
    for (let length = 1; length <= GRAMS.longest && at + length <= text.length; length += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at + length - 1), FNV_PRIME);
      if (length >= GRAMS.shortest) tell(indexOf(hash), at);
    }
  }
}

// FNV-1a, 32 bits: fast, and spread well enough over 32,768 weights.
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashOf(host: string) {
  let hash = FNV_BASIS;
  for (const character of `host:${host}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  return indexOf(hash);
}

function indexOf(hash: number) {
  return FACTS + (((hash ^ (hash >>> 15)) >>> 0) % (WEIGHTS - FACTS));
}

function linkWords(links: number) {
  if (links === 0) return 'no links';
  return links === 1 ? '1 link' : `${links} links`;
}

function ageOf(accountAge: number | null) {
  if (accountAge === null) return { index: AGES + ages.length, words: 'no account' };
  const at = ages.findIndex(({ below }) => accountAge < below);
  return { index: AGES + at, words: ages[at]?.words ?? '' };
}
