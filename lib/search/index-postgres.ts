import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Entry, Tier } from './entry';
import { comesAfter, isNoneOf, isPublicPost, type ListTier, type SortedEntry } from './tiers';
import { spellingsOf, type Spelling, type Term, type TextWords } from './words';

const LAST_POSITION = 16_383;
const MAX_POSITIONS = 255;
/** The limit is 1,048,575 bytes; each position list may need a byte of padding. */
const MAX_VECTOR_BYTES = 1_000_000;
const POSITION_GAP = 10;
const COUNT_SAMPLE_SIZE = 300;
const FREQUENT_DIVISOR = 3;
/** Scan limit for common terms; ten times the expected need. */
const MAX_WALKED = 20_000;

/** Replaces the entries of these posts. Joins the caller's transaction. */
export async function replaceEntries(tx: Tx, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => Prisma.sql`(${entry.postId}, ${entry.place}, ${vectorOf(entry)}::tsvector)`);
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" ("postId", "place", "words") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("postId") DO UPDATE SET "place" = EXCLUDED."place", "words" = EXCLUDED."words"`;
}

/** Lists a tier: common terms from the newest posts, rare ones from the index: the planner misjudges this. */
export function tiersOf(terms: readonly Term[], without?: readonly Term[]): ListTier {
  let counting: ReturnType<typeof countAmongNewest> | null = null;
  return async ({ tier, from, take, known }) => {
    counting ??= countAmongNewest(terms);
    const isFrequent = (await counting)[tier] >= FREQUENT_DIVISOR;
    const matches = known ? Prisma.sql`${isIn(terms, tier)} AND ${isNoneOf(known)}` : isOfTier(terms, tier, without);
    return listMatches({ isFrequent, matches, from, take, shown: isPublicPost() });
  };
}

/** The newest matching posts in any status. */
export async function listAnywhere(terms: readonly Term[], take: number): Promise<string[]> {
  const rows = await listNewest(terms, take, Prisma.sql`p."id" = e."postId"`);
  return rows.map(({ id }) => id);
}

/** Whether a public post contains all terms. */
export async function isPublic(terms: readonly Term[]) {
  return (await listNewest(terms, 1, isPublicPost())).length > 0;
}

/** The words that no post contains. */
export async function listUnused(tx: Tx, words: readonly string[]): Promise<string[]> {
  // For a word that is absent the planner would scan every post, expecting an early match.
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

function listFrom(entries: Prisma.Sql, { holds, take }: { holds: Prisma.Sql; take: number }) {
  return readDb.$queryRaw<SortedEntry[]>`
    SELECT e."postId" AS "id", e."place" FROM (${entries}) e CROSS JOIN "Post" p
    WHERE ${holds} ORDER BY e."place" DESC, e."postId" DESC LIMIT ${take}`;
}

/** Words as tsvector text: not to_tsvector, which depends on locale. If too long, drops positions, then words. */
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

/** All terms as a tsquery with this prefix. Words are letters and digits (words.ts), quoted: no injection. */
export function queryText(terms: readonly Term[], letter = '') {
  const anyOf = (term: Term) => spellingsOf(term).map((spelling) => `(${phraseOf(spelling, letter)})`);
  return `(${terms.map((term) => `(${anyOf(term).join(' | ')})`).join(' & ')})`;
}

// A word is indexed once per tier, with its letter: PostgreSQL's weights are unknown to its index and planner.
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

// Better tiers are excluded afterwards: in the index it would cost reading their lists too.
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
