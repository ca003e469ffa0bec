import 'server-only';
import { isPostgres } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { editsBetween, editsFor, piecesOf } from './edit-distance';
import { loadStems } from './stems';
import { listForms, listWords, wordsIn } from './vocabulary';
import { foldedWords, isUnspaced, isWord, writtenRuns, type Spelling, type Term } from './words';

export type Expansion = {
  terms: Term[];
  corrected: string;
};

export const expansionModes = ['compounds', 'mistakes', 'segments'] as const;
export type ExpansionMode = (typeof expansionModes)[number];

export type HasMatches = (terms: readonly Term[]) => Promise<boolean>;

const MAX_CORRECTIONS = 3;
const MAX_NEAREST = 12;
const MAX_COMPARED = 5_000;

/** Adds the other forms of each word's stem; null if there are none. */
export async function withForms(terms: readonly Term[], question: string): Promise<Expansion | null> {
  const single = terms.filter(isWidenable);
  if (single.length === 0) return null;
  await loadStems();
  const written = new Map([...writtenRuns(question)].filter(isWord).map((word) => [foldedWords(word).join(' '), word]));
  const forms = await listForms(single.flatMap((term) => written.get(term.words[0]!) ?? []));
  return expansion(terms, (term) => {
    const word = term.words[0]!;
    const others = forms.get(written.get(word) ?? '') ?? [];
    const plain = word
      .replace(/ae/g, 'a')
      .replace(/oe/g, 'o')
      .replace(/(?<![aeiouq])ue/g, 'u');
    return [...whole(others), ...(plain === word ? [] : [{ words: [plain], isPrefix: term.isPrefix }])];
  });
}

export async function* expansions(terms: readonly Term[], hasMatches: HasMatches, only?: ExpansionMode) {
  const asked: Record<ExpansionMode, () => Promise<(Expansion | null)[]>> = {
    compounds: async () => [await withCompounds(terms)],
    mistakes: () => withoutMistakes(terms, hasMatches),
    segments: async () => [inSegments(terms)],
  };
  for (const mode of only ? [only] : expansionModes) {
    for (const expansion of await asked[mode]()) if (expansion) yield { mode, ...expansion };
  }
}

/** Adds words that contain each word: Weltmeisterschaft finds Fußballweltmeisterschaft. */
async function withCompounds(terms: readonly Term[]): Promise<Expansion | null> {
  const containing = new Map<string, string[]>();
  for (const { words } of terms.filter(isWidenable)) {
    const [word = ''] = words;
    const least = /^[a-z]/.test(word) ? 4 : 3;
    if ([...word].length >= least) containing.set(word, wordsIn(await listWords(contains(word), 100)));
  }
  return expansion(terms, ({ words }) => whole(containing.get(words[0] ?? '') ?? []));
}

async function withoutMistakes(terms: readonly Term[], hasMatches: HasMatches): Promise<Expansion[]> {
  const nearest = new Map<Term, string[]>();
  for (const term of terms.filter(isWidenable)) {
    const near = await listNearest(term, hasMatches);
    if (near.length > 0) nearest.set(term, near);
  }
  if (nearest.size === 0) return [];
  const most = Math.max(...[...nearest.values()].map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => {
    const corrected = terms.map((term): Term => {
      const near = nearest.get(term);
      return near ? { words: [near[Math.min(at, near.length - 1)]!], isPrefix: false } : term;
    });
    return {
      terms: corrected,
      corrected: corrected.map(({ words }) => words.join(isUnspaced(words[0]!) ? '' : ' ')).join(' '),
    };
  });
}

function inSegments(terms: readonly Term[]): Expansion | null {
  const segments = terms.map((term) =>
    isUnspaced(term.words[0]!) && term.words.length > 1 ? segmentsOf(term) : [term],
  );
  if (segments.every(({ length }) => length === 1)) return null;
  return { terms: segments.flat(), corrected: '' };
}

function segmentsOf(term: Term): Term[] {
  const text = term.words.join('');
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  // Single characters alone would match anywhere, in any order.
  if (segments.every((segment) => [...segment].length === 1)) return [term];
  // Single hiragana are mostly particles, too common to be useful.
  const telling = segments.filter((segment) => !/^\p{Script=Hiragana}$/u.test(segment));
  return telling.map((segment) => ({ words: foldedWords(segment), isPrefix: false }));
}

async function listNearest(term: Term, hasMatches: HasMatches) {
  const [word = ''] = term.words;
  const edits = editsFor(word);
  if (edits === 0 || /\p{N}/u.test(word)) return [];
  if (await hasMatches([term])) return [];
  const distances = (await listWords(isNear(word, edits), MAX_COMPARED))
    .map((known) => ({ ...known, distance: editsBetween(word, known.word) }))
    .filter(({ distance }) => distance <= edits)
    .toSorted((a, b) => a.distance - b.distance);
  const near: string[] = [];
  for (const known of wordsIn(distances).slice(0, MAX_NEAREST)) {
    // The word may only occur in drafts or deleted posts.
    if (near.length < MAX_CORRECTIONS && (await hasMatches([{ words: [known], isPrefix: false }]))) near.push(known);
  }
  return near;
}

function contains(word: string) {
  return isPostgres() ? Prisma.sql`strpos("word", ${word}) > 0` : Prisma.sql`instr("word", ${word}) > 0`;
}

function isNear(word: string, edits: number) {
  const { pieces, exchanged } = piecesOf(word, edits);
  const { length } = [...word];
  return Prisma.sql`
    length("word") BETWEEN ${length - edits} AND ${length + edits}
    AND (${Prisma.join(pieces.map(contains), ' OR ')} OR "word" IN (${Prisma.join(exchanged)}))`;
}

function expansion(terms: readonly Term[], othersOf: (term: Term) => Spelling[]): Expansion | null {
  let isWider = false;
  const all = terms.map((term): Term => {
    const others = isWidenable(term) ? othersOf(term).filter((other) => !isCovered(term, other)) : [];
    if (others.length === 0) return term;
    isWider = true;
    return { ...term, others: [...(term.others ?? []), ...others] };
  });
  return isWider ? { terms: all, corrected: '' } : null;
}

function isCovered({ words: [word = ''], isPrefix }: Term, { words: [other = ''] }: Spelling) {
  return isPrefix ? other.startsWith(word) : other === word;
}

function whole(words: readonly string[]): Spelling[] {
  return words.map((word) => ({ words: [word], isPrefix: false }));
}

/** Quoted words are literal, and phrases are not expanded. */
function isWidenable({ words, isQuoted }: Term) {
  return words.length === 1 && !isQuoted && !isUnspaced(words[0]!);
}
