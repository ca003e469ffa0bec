import 'server-only';
import { publicSql } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Tier } from './entry';

/** An answer's place among the answers of one tier, newest first. */
export type SortedEntry = { id: string; place: number | bigint };

/**
 * Which part of a tier: this many after `from`. `known` are all results before it, if they have just been listed:
 * excluding them costs less than querying the index for them again.
 */
export type TierPart = { tier: Tier; from: SortedEntry | null; take: number; known: readonly SortedEntry[] | null };

/** Lists the public posts of one tier that answer a question, newest first. */
export type ListTier = (part: TierPart) => Promise<SortedEntry[]>;

/** What holds of `e`, an entry of the index, where it comes after another; true of all without one. */
export function comesAfter(from: SortedEntry | null, place = Prisma.sql`e."place"`) {
  if (!from) return Prisma.sql`TRUE`;
  return Prisma.sql`(${place} <= ${from.place} AND (${place} < ${from.place} OR e."postId" < ${from.id}))`;
}

/** The condition on `e`, an entry of the index, to be none of these. */
export function isNoneOf(known: readonly SortedEntry[]) {
  if (known.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`e."postId" NOT IN (${Prisma.join(known.map(({ id }) => id))})`;
}

/** The condition on `p`, the post of the entry `e`, to be public now. */
export function isPublicPost() {
  return Prisma.sql`p."id" = e."postId" AND ${publicSql()}`;
}
