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
 * Words as the text of a tsvector; no phrase reaches from one part into the next. Written as text and cast, not parsed by
 * to_tsvector: what a word is does not depend on the server's locale.
 */
export function vectorText(parts: readonly (readonly string[])[]) {
  const positions = new Map<string, number[]>();
  let at = 0;
  for (const words of parts) {
    for (const word of words) {
      at += 1;
      const known = positions.get(word);
      if (!known) positions.set(word, [Math.min(at, LAST_POSITION)]);
      else if (known.length < POSITIONS && at < LAST_POSITION) known.push(at);
    }
    at += GAP;
  }
  return [...positions].map(([word, places]) => `'${word}':${places.join(',')}`).join(' ');
}

/**
 * All of the terms, as a tsquery reads it, each word with this letter before it. Words are letters and digits (words.ts)
 * and stand in quotes: nothing is syntax.
 */
export function queryText(terms: readonly Term[], letter = '') {
  return `(${terms.map((term) => `(${phraseOf(term, letter)})`).join(' & ')})`;
}

// A word is entered once for each tier it counts in, with the tier's letter. PostgreSQL's weights would say the same, but
// its index and its planner do not know them: a search for two words in titles would read every post that has both.
const letters: Record<Tier, string> = { 1: 't', 2: 'h', 3: 'w' };

function vectorOf({ title, subtitle, names, body }: Entry) {
  const marked = (tier: Tier, parts: string[][]) => parts.map((words) => words.map((word) => letters[tier] + word));
  return vectorText([
    ...marked(1, [title]),
    ...marked(2, [title, subtitle, names]),
    ...marked(3, [title, subtitle, names, body]),
  ]);
}

function queryOf(terms: readonly Term[], tier: Tier | 'any') {
  const inTier = (each: Tier) => queryText(terms, letters[each]);
  if (tier === 'any') return inTier(3);
  return tier === 1 ? inTier(1) : `${inTier(tier)} & !${inTier(tier === 2 ? 1 : 2)}`;
}

function phraseOf({ words, isPrefix }: Term, letter: string) {
  return words.map((word, at) => `'${letter}${word}'${isPrefix && at === words.length - 1 ? ':*' : ''}`).join(' <-> ');
}
