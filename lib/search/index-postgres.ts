import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Entry, Tier } from './entry';
import { comesAfter, isNoneOf, isPublicPost, type ListTier, type SortedEntry } from './tiers';
import { spellingsOf, type Spelling, type Term, type TextWords } from './words';

/** The highest position in a tsvector, and how many it stores per word. */
const LAST_POSITION = 16_383;
const MAX_POSITIONS = 255;
/** A tsvector holds 1,048,575 bytes of words and positions; each list of positions may begin one byte later. */
const MAX_VECTOR_BYTES = 1_000_000;
/** Between two parts of a post, so that no phrase spans both. */
const POSITION_GAP = 10;
/** How many of the newest posts are checked for common terms, and how many matches among them make a term common. */
const COUNT_SAMPLE_SIZE = 300;
const FREQUENT_DIVISOR = 3;
/** Scan limit for common terms; ten times the expected need. */
const MAX_WALKED = 20_000;

/** Puts these posts' words in place of what the index held of them. Joins the caller's transaction. */
export async function replaceEntries(tx: Tx, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => Prisma.sql`(${entry.postId}, ${entry.place}, ${vectorOf(entry)}::tsvector)`);
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" ("postId", "place", "words") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("postId") DO UPDATE SET "place" = EXCLUDED."place", "words" = EXCLUDED."words"`;
}

/**
 * Lists the answers of a tier. The index of words gives them in no order, so what is frequent is looked for among the
 * newest posts and what is rare in the index. Which of the two it is the newest say: the planner takes words for
 * independent of each other, and walked through all posts for two that never stand in one. What answers to other terms may
 * be left out.
 */
export function tiersOf(terms: readonly Term[], without?: readonly Term[]): ListTier {
  let counting: ReturnType<typeof countAmongNewest> | null = null;
  return async ({ tier, from, take, known }) => {
    counting ??= countAmongNewest(terms);
    const isFrequent = (await counting)[tier] >= FREQUENT_DIVISOR;
    const matches = known ? Prisma.sql`${isIn(terms, tier)} AND ${isNoneOf(known)}` : isOfTier(terms, tier, without);
    return listMatches({ isFrequent, matches, from, take, shown: isPublicPost() });
  };
}

/** The newest posts in whatever state in which all of it occurs. */
export async function listAnywhere(terms: readonly Term[], take: number): Promise<string[]> {
  const rows = await listNewest(terms, take, Prisma.sql`p."id" = e."postId"`);
  return rows.map(({ id }) => id);
}

/** Whether a public post contains all of it. */
export async function isPublic(terms: readonly Term[]) {
  return (await listNewest(terms, 1, isPublicPost())).length > 0;
}

/** Those of these words that stand in no post. */
export async function listUnused(tx: Tx, words: readonly string[]): Promise<string[]> {
  // For a word that is absent the planner would read every post: it expects to meet it soon.
  await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
  const rows = await tx.$queryRaw<{ word: string }[]>`
    SELECT "word" FROM json_array_elements_text(${JSON.stringify(words)}::json) AS "word" WHERE NOT EXISTS (
      SELECT 1 FROM "SearchEntry" e WHERE e."words" @@ ('''${Prisma.raw(letters[3])}' || "word" || '''')::tsquery)`;
  return rows.map(({ word }) => word);
}

async function listNewest(terms: readonly Term[], take: number, shown: Prisma.Sql) {
  const counts = await countAmongNewest(terms);
  const isFrequent = counts[1] + counts[2] + counts[3] >= FREQUENT_DIVISOR;
  return listMatches({ isFrequent, matches: isIn(terms, 3), from: null, take, shown });
}

/** How many of the newest posts belong to each tier. */
async function countAmongNewest(terms: readonly Term[]): Promise<Record<Tier, number>> {
  const [row] = await readDb.$queryRaw<{ first: number | bigint; second: number | bigint; all: number | bigint }[]>`
    SELECT count(*) FILTER (WHERE ${isIn(terms, 1)}) AS "first",
      count(*) FILTER (WHERE ${isIn(terms, 2)}) AS "second", count(*) AS "all"
    FROM (SELECT e."words" FROM "SearchEntry" e ORDER BY e."place" DESC, e."postId" DESC LIMIT ${COUNT_SAMPLE_SIZE}) e
    WHERE ${isIn(terms, 3)}`;
  const [first, second, all] = [Number(row?.first ?? 0), Number(row?.second ?? 0), Number(row?.all ?? 0)];
  return { 1: first, 2: second - first, 3: all - second };
}

type Wanted = { isFrequent: boolean; matches: Prisma.Sql; from: SortedEntry | null; take: number; shown: Prisma.Sql };

async function listMatches({ isFrequent, matches, from, take, shown }: Wanted) {
  if (isFrequent) {
    const newest = Prisma.sql`
      SELECT e."postId", e."place", e."words" FROM "SearchEntry" e WHERE ${comesAfter(from)}
      ORDER BY e."place" DESC, e."postId" DESC LIMIT ${MAX_WALKED}`;
    const rows = await listFrom(newest, { holds: Prisma.sql`${matches} AND ${shown}`, take });
    if (rows.length === take) return rows;
  }
  const all = Prisma.sql`
    SELECT * FROM (SELECT e."postId", e."place" FROM "SearchEntry" e WHERE ${matches} OFFSET 0) e
    WHERE ${comesAfter(from)} ORDER BY e."place" DESC, e."postId" DESC`;
  return listFrom(all, { holds: shown, take });
}

// The entries come in their order, so no more posts are looked at than are wanted.
function listFrom(entries: Prisma.Sql, { holds, take }: { holds: Prisma.Sql; take: number }) {
  return readDb.$queryRaw<SortedEntry[]>`
    SELECT e."postId" AS "id", e."place" FROM (${entries}) e CROSS JOIN "Post" p
    WHERE ${holds} ORDER BY e."place" DESC, e."postId" DESC LIMIT ${take}`;
}

/**
 * Words as the text of a tsvector; no phrase spans two parts. Written as text and cast, not parsed by to_tsvector: what
 * a word is does not depend on the server's locale. If it exceeds a tsvector, first the positions are omitted, so that
 * phrases are not found in it, and then the last words.
 */
export function vectorText(parts: readonly (readonly string[])[]) {
  const positions = positionsOf(parts);
  const sizes = [...positions].map(([word, places]) => Buffer.byteLength(word) + 3 + 2 * places.length);
  if (sumOf(sizes) <= MAX_VECTOR_BYTES) {
    return [...positions].map(([word, places]) => `'${word}':${places.join(',')}`).join(' ');
  }
  let bytes = 0;
  const fitting = [...positions.keys()].filter((word) => (bytes += Buffer.byteLength(word)) <= MAX_VECTOR_BYTES);
  return fitting.map((word) => `'${word}'`).join(' ');
}

function positionsOf(parts: readonly (readonly string[])[]) {
  const positions = new Map<string, number[]>();
  let at = 0;
  for (const words of parts) {
    for (const word of words) {
      at += 1;
      const known = positions.get(word);
      if (!known) positions.set(word, [Math.min(at, LAST_POSITION)]);
      else if (known.length < MAX_POSITIONS && at < LAST_POSITION) known.push(at);
    }
    at += POSITION_GAP;
  }
  return positions;
}

function sumOf(numbers: readonly number[]) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/**
 * All of the terms as a tsquery, each word with this letter before it. Words are letters and digits (words.ts) and are
 * quoted: nothing is syntax.
 */
export function queryText(terms: readonly Term[], letter = '') {
  const anyOf = (term: Term) => spellingsOf(term).map((spelling) => `(${phraseOf(spelling, letter)})`);
  return `(${terms.map((term) => `(${anyOf(term).join(' | ')})`).join(' & ')})`;
}

// A word is entered once for each tier it counts in, with the tier's letter. PostgreSQL's weights would express the
// same, but its index and its planner do not know them: a search for two words in titles would read every post that has
// both.
const letters: Record<Tier, string> = { 1: 't', 2: 'h', 3: 'w' };

function vectorOf({ title, subtitle, names, body }: Entry) {
  const marked = (tier: Tier, parts: TextWords[]) =>
    parts.flatMap(({ words, beside }) => [words, beside].map((part) => part.map((word) => letters[tier] + word)));
  return vectorText([
    ...marked(1, [title]),
    ...marked(2, [title, subtitle, names]),
    ...marked(3, [title, subtitle, names, body]),
  ]);
}

// What a better tier has is taken out afterwards: the index would read the lists of its words as well.
function isOfTier(terms: readonly Term[], tier: Tier, without?: readonly Term[]) {
  const isElsewhere = without ? Prisma.sql`AND NOT ${isIn(without, 3)}` : Prisma.empty;
  const isBetter = tier === 1 ? Prisma.empty : Prisma.sql`AND NOT ${isIn(terms, tier === 2 ? 1 : 2)}`;
  return Prisma.sql`${isIn(terms, tier)} ${isBetter} ${isElsewhere}`;
}

function isIn(terms: readonly Term[], tier: Tier) {
  return Prisma.sql`(e."words" @@ ${queryText(terms, letters[tier])}::tsquery)`;
}

function phraseOf({ words, isPrefix }: Spelling, letter: string) {
  return words.map((word, at) => `'${letter}${word}'${isPrefix && at === words.length - 1 ? ':*' : ''}`).join(' <-> ');
}
