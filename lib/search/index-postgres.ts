import 'server-only';
import type { Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Entry, Tier } from './entry';
import type { Term } from './words';

/** The highest position that a tsvector knows, and how many it keeps of one word. */
const LAST_POSITION = 16_383;
const POSITIONS = 255;
/** Between two parts of a post, so that no phrase reaches from one into the next. */
const GAP = 10;

/** Puts these posts' words in place of what the index held of them. Joins the caller's transaction. */
export async function replaceEntries(tx: Tx, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => Prisma.sql`(${entry.postId}, ${entry.place}, ${vectorOf(entry)}::tsvector)`);
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" ("postId", "place", "words") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("postId") DO UPDATE SET "place" = EXCLUDED."place", "words" = EXCLUDED."words"`;
}

/** The FROM and the conditions that find the posts of one tier, or of all of them: newest first by `place`, which has an index. */
export function matching(terms: readonly Term[], tier: Tier | 'any') {
  return {
    from: Prisma.sql`"SearchEntry" e`,
    where: Prisma.sql`e."words" @@ ${queryOf(terms, tier)}::tsquery`,
    place: Prisma.sql`e."place"`,
  };
}

/**
 * Words with their weights ("" is the least) as the text of a tsvector. Written as text and cast, not parsed by
 * to_tsvector: what a word is does not depend on the server's locale.
 */
export function vectorText(parts: readonly (readonly [words: readonly string[], weight: string])[]) {
  const positions = new Map<string, string[]>();
  let at = 0;
  for (const [words, weight] of parts) {
    for (const word of words) {
      at += 1;
      const known = positions.get(word);
      if (!known) positions.set(word, [`${Math.min(at, LAST_POSITION)}${weight}`]);
      else if (known.length < POSITIONS && at < LAST_POSITION) known.push(`${at}${weight}`);
    }
    at += GAP;
  }
  return [...positions].map(([word, places]) => `'${word}':${places.join(',')}`).join(' ');
}

/** All of the terms, as a tsquery reads it. Words are letters and digits (words.ts) and stand in quotes: nothing is syntax. */
export function queryText(terms: readonly Term[], weight = '') {
  return `(${terms.map((term) => `(${phraseOf(term, weight)})`).join(' & ')})`;
}

function vectorOf({ title, subtitle, names, body }: Entry) {
  return vectorText([
    [title, 'A'],
    [subtitle, 'B'],
    [names, 'C'],
    [body, ''],
  ]);
}

const weights: Record<Tier, string> = { 1: 'A', 2: 'ABC', 3: '' };

function queryOf(terms: readonly Term[], tier: Tier | 'any') {
  const inTier = (each: Tier) => queryText(terms, weights[each]);
  if (tier === 'any') return inTier(3);
  return tier === 1 ? inTier(1) : `${inTier(tier)} & !${inTier(tier === 2 ? 1 : 2)}`;
}

function phraseOf({ words, isPrefix }: Term, weight: string) {
  return words
    .map((word, at) => {
      const marks = (isPrefix && at === words.length - 1 ? '*' : '') + weight;
      return `'${word}'${marks && `:${marks}`}`;
    })
    .join(' <-> ');
}
