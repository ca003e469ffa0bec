import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Entry, Tier } from './entry';
import { assignSortKeys } from './sort-keys-sqlite';
import { comesAfter, isNoneOf, isPublicPost, type ListTier, type SortedEntry } from './tiers';
import { spellingsOf, type Spelling, type Term, type TextWords } from './words';

const MAX_STATEMENT_BYTES = 1_000_000;

/** Replaces the entries of these posts. Joins the caller's transaction. */
export async function replaceEntries(tx: Tx, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  const ids = JSON.stringify(entries.map(({ postId }) => postId));
  await tx.$executeRaw`DELETE FROM "SearchEntry" WHERE "postId" IN (SELECT "value" FROM json_each(${ids}))`;
  const sorted = await assignSortKeys(tx, 'SearchEntry', entries);
  const rows = sorted.map(({ place, postId }) => [Number(place), postId]);
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" ("place", "postId")
    SELECT json_extract("value", '$[0]'), json_extract("value", '$[1]') FROM json_each(${JSON.stringify(rows)})`;
  for (const texts of textsOf(sorted)) {
    await tx.$executeRaw`
      INSERT INTO "SearchWords" (rowid, "title", "subtitle", "names", "body")
      SELECT json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]'),
        json_extract("value", '$[3]'), json_extract("value", '$[4]') FROM json_each(${texts})`;
  }
}

// Streamed: a batch of the longest posts would take 50 MB.
function* textsOf(entries: readonly Entry[]) {
  let texts: string[] = [];
  let size = 0;
  for (const { place, title, subtitle, names, body } of entries) {
    const text = JSON.stringify([Number(place), ...[title, subtitle, names, body].map(textOf)]);
    texts.push(text);
    size += text.length;
    if (size < MAX_STATEMENT_BYTES) continue;
    yield `[${texts.join(',')}]`;
    [texts, size] = [[], 0];
  }
  if (texts.length > 0) yield `[${texts.join(',')}]`;
}

/** Lists a tier from the end of the index until the page is full. Matches of `without` may be omitted. */
export function tiersOf(terms: readonly Term[], without?: readonly Term[]): ListTier {
  return ({ tier, from, take, known }) => readDb.$queryRaw<SortedEntry[]>`
    SELECT e."postId" AS "id", "SearchWords".rowid AS "place" FROM ${fromWords} CROSS JOIN "Post" p
    WHERE "SearchWords" MATCH ${known ? inTier(terms, tier) : matchExpression(terms, tier, without)}
      AND ${isNoneOf(known ?? [])}
      AND ${comesAfter(from, Prisma.sql`"SearchWords".rowid`)} AND ${isPublicPost()}
    ORDER BY "SearchWords".rowid DESC, e."postId" DESC LIMIT ${take}`;
}

/** The newest matching posts in any status. */
export async function listAnywhere(terms: readonly Term[], take: number): Promise<string[]> {
  const rows = await readDb.$queryRaw<{ id: string }[]>`
    SELECT e."postId" AS "id" FROM ${fromWords} WHERE "SearchWords" MATCH ${expressionOf(terms)}
    ORDER BY "SearchWords".rowid DESC LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** Whether a public post contains all terms. */
export async function isPublic(terms: readonly Term[]) {
  const rows = await readDb.$queryRaw<unknown[]>`
    SELECT 1 FROM ${fromWords} CROSS JOIN "Post" p
    WHERE "SearchWords" MATCH ${expressionOf(terms)} AND ${isPublicPost()} LIMIT 1`;
  return rows.length > 0;
}

/** The words that no post contains. */
export async function listUnused(tx: Tx, words: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ word: string }[]>`
    SELECT "value" AS "word" FROM json_each(${JSON.stringify(words)}) WHERE NOT EXISTS (
      SELECT 1 FROM "SearchWords" WHERE "SearchWords" MATCH '"' || "value" || '"')`;
  return rows.map(({ word }) => word);
}

const fromWords = Prisma.sql`"SearchWords" CROSS JOIN "SearchEntry" e ON e."place" = "SearchWords".rowid`;

const columns: Record<Tier, string> = { 1: '{title} : ', 2: '{title subtitle names} : ', 3: '' };

/** Separates words from their variants: no query contains it, so no phrase spans both. */
const FIELD_SEPARATOR = '\ue000';

/** Words as text that FTS5 splits into the same words. */
export function textOf({ words, beside }: TextWords) {
  return beside.length > 0 ? [...words, FIELD_SEPARATOR, ...beside].join(' ') : words.join(' ');
}

/** All terms as an FTS5 query. Words are letters and digits (words.ts), quoted: no injection. */
export function expressionOf(terms: readonly Term[]) {
  return `(${terms.map((term) => `(${spellingsOf(term).map(phraseOf).join(' OR ')})`).join(' AND ')})`;
}

function phraseOf({ words, isPrefix }: Spelling) {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

function matchExpression(terms: readonly Term[], tier: Tier, without?: readonly Term[]) {
  const better = tier === 1 ? '' : ` NOT ${inTier(terms, tier === 2 ? 1 : 2)}`;
  return `${inTier(terms, tier)}${better}${without ? ` NOT ${expressionOf(without)}` : ''}`;
}

function inTier(terms: readonly Term[], tier: Tier) {
  return `(${columns[tier]}${expressionOf(terms)})`;
}
