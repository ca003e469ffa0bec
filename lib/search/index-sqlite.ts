import 'server-only';
import { reader, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Entry, Tier } from './entry';
import { comesAfter, isPublicPost, type ListTier, type Placed } from './tiers';
import { spellingsOf, type Spelling, type Term, type TextWords } from './words';

/** Puts these posts' words in place of what the index held of them. Joins the caller's transaction. */
export async function replaceEntries(tx: Tx, entries: readonly Entry[]) {
  for (const entry of entries) {
    await tx.$executeRaw`DELETE FROM "SearchEntry" WHERE "postId" = ${entry.postId}`;
    const place = await freePlace(tx, entry);
    const text = [entry.title, entry.subtitle, entry.names, entry.body].map(textOf);
    await tx.$executeRaw`
      INSERT INTO "SearchWords" (rowid, "title", "subtitle", "names", "body") VALUES (${place}, ${Prisma.join(text)})`;
  }
}

/**
 * Lists the answers of a tier from the end of the index: no further than there are enough. What answers to other terms
 * may be left out.
 */
export function tiersOf(terms: readonly Term[], without?: readonly Term[]): ListTier {
  return ({ tier, from, take }) => reader.$queryRaw<Placed[]>`
    SELECT e."postId" AS "id", "SearchWords".rowid AS "place" FROM ${fromWords} CROSS JOIN "Post" p
    WHERE "SearchWords" MATCH ${matchExpression(terms, tier, without)}
      AND ${comesAfter(from, Prisma.sql`"SearchWords".rowid`)} AND ${isPublicPost()}
    ORDER BY "SearchWords".rowid DESC, e."postId" DESC LIMIT ${take}`;
}

/** The newest posts in whatever state in which all of it occurs. */
export async function listAnywhere(terms: readonly Term[], take: number): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT e."postId" AS "id" FROM ${fromWords} WHERE "SearchWords" MATCH ${expressionOf(terms)}
    ORDER BY "SearchWords".rowid DESC LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

const fromWords = Prisma.sql`"SearchWords" CROSS JOIN "SearchEntry" e ON e."place" = "SearchWords".rowid`;

// There is one writer: what is free now stays free until this transaction ends.
async function freePlace(tx: Tx, { postId, place }: Entry) {
  for (let free = place; ; free += 1n) {
    const added = await tx.$executeRaw`
      INSERT INTO "SearchEntry" ("place", "postId") VALUES (${free}, ${postId}) ON CONFLICT ("place") DO NOTHING`;
    if (added > 0) return free;
  }
}

const columns: Record<Tier, string> = { 1: '{title} : ', 2: '{title subtitle names} : ', 3: '' };

/** Stands between the words of a text and those beside them: no question holds it, so no phrase reaches across. */
const GAP = '\ue000';

/** Words as FTS5 cuts them apart again. */
export function textOf({ words, beside }: TextWords) {
  return beside.length > 0 ? [...words, GAP, ...beside].join(' ') : words.join(' ');
}

/** All of the terms, as FTS5 reads it. Words are letters and digits (words.ts) and stand in quotes: nothing is syntax. */
export function expressionOf(terms: readonly Term[]) {
  return `(${terms.map((term) => `(${spellingsOf(term).map(phraseOf).join(' OR ')})`).join(' AND ')})`;
}

function phraseOf({ words, isPrefix }: Spelling) {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

function matchExpression(terms: readonly Term[], tier: Tier, without?: readonly Term[]) {
  const all = expressionOf(terms);
  const inTier = (each: Tier) => `(${columns[each]}${all})`;
  const better = tier === 1 ? '' : ` NOT ${inTier(tier === 2 ? 1 : 2)}`;
  return `${inTier(tier)}${better}${without ? ` NOT ${expressionOf(without)}` : ''}`;
}
