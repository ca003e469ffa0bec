import 'server-only';
import type { Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Entry, Tier } from './entry';
import type { Term } from './words';

/** Puts these posts' words in place of what the index held of them. Joins the caller's transaction. */
export async function replaceEntries(tx: Tx, entries: readonly Entry[]) {
  for (const entry of entries) {
    await tx.$executeRaw`DELETE FROM "SearchEntry" WHERE "postId" = ${entry.postId}`;
    const place = await freePlace(tx, entry);
    const text = [entry.title, entry.subtitle, entry.names, entry.body].map((words) => words.join(' '));
    await tx.$executeRaw`
      INSERT INTO "SearchWords" (rowid, "title", "subtitle", "names", "body") VALUES (${place}, ${Prisma.join(text)})`;
  }
}

/** The FROM and the conditions that find the posts of one tier, or of all of them: newest first by `place`, which comes from the index. */
export function matching(terms: readonly Term[], tier: Tier | 'any') {
  return {
    from: Prisma.sql`"SearchWords" CROSS JOIN "SearchEntry" e ON e."place" = "SearchWords".rowid`,
    where: Prisma.sql`"SearchWords" MATCH ${matchExpression(terms, tier)}`,
    place: Prisma.sql`"SearchWords".rowid`,
  };
}

// There is one writer: what is free now stays free until this transaction ends.
async function freePlace(tx: Tx, { postId, place }: Entry) {
  for (let free = place; ; free += 1n) {
    const added = await tx.$executeRaw`
      INSERT INTO "SearchEntry" ("place", "postId") VALUES (${free}, ${postId}) ON CONFLICT ("place") DO NOTHING`;
    if (added > 0) return free;
  }
}

const columns: Record<Tier, string> = { 1: '{title} : ', 2: '{title subtitle names} : ', 3: '' };

/** All of the terms, as FTS5 reads it. Words are letters and digits (words.ts) and stand in quotes: nothing is syntax. */
export function expressionOf(terms: readonly Term[]) {
  return `(${terms.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`).join(' AND ')})`;
}

function matchExpression(terms: readonly Term[], tier: Tier | 'any') {
  const all = expressionOf(terms);
  const inTier = (each: Tier) => `(${columns[each]}${all})`;
  if (tier === 'any') return inTier(3);
  return tier === 1 ? inTier(1) : `${inTier(tier)} NOT ${inTier(tier === 2 ? 1 : 2)}`;
}
