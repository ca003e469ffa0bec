import 'server-only';
import { publicSql } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Tier } from './entry';

/** An answer's place among the answers of one tier, newest first. */
export type SortedEntry = { id: string; place: number | bigint };

/**
 * Which part of a tier: what comes after `from`, so many. `known` are all answers that stand before it, where they have
 * just been listed: leaving them out costs less than asking the index once more which they are.
 */
export type TierPart = { tier: Tier; from: SortedEntry | null; take: number; known: readonly SortedEntry[] | null };

/** Lists the public posts of one tier that answer a question, newest first. */
export type ListTier = (part: TierPart) => Promise<SortedEntry[]>;

/** What holds of `e`, an entry of the index, where it comes after another; true of all without one. */
export function comesAfter(from: SortedEntry | null, place = Prisma.sql`e."place"`) {
  if (!from) return Prisma.sql`TRUE`;
  return Prisma.sql`(${place} <= ${from.place} AND (${place} < ${from.place} OR e."postId" < ${from.id}))`;
}

/** What holds of `e`, an entry of the index, where it is none of these. */
export function isNoneOf(known: readonly SortedEntry[]) {
  if (known.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`e."postId" NOT IN (${Prisma.join(known.map(({ id }) => id))})`;
}

/** What holds of `p`, the post of the entry `e`, where everybody may read it now. */
export function isPublicPost() {
  return Prisma.sql`p."id" = e."postId" AND ${publicSql()}`;
}
