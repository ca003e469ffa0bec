import 'server-only';
import { publicSql } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Tier } from './entry';

export type SortedEntry = { id: string; place: number | bigint };

/** A part of a tier. `known`: all earlier results, if just listed; excluding them is cheaper than querying again. */
export type TierPart = { tier: Tier; from: SortedEntry | null; take: number; known: readonly SortedEntry[] | null };

export type ListTier = (part: TierPart) => Promise<SortedEntry[]>;

/** SQL condition: entry `e` comes after another; true without one. */
export function comesAfter(from: SortedEntry | null, place = Prisma.sql`e."place"`) {
  if (!from) return Prisma.sql`TRUE`;
  return Prisma.sql`(${place} <= ${from.place} AND (${place} < ${from.place} OR e."postId" < ${from.id}))`;
}

export function isNoneOf(known: readonly SortedEntry[]) {
  if (known.length === 0) return Prisma.sql`TRUE`;
  return Prisma.sql`e."postId" NOT IN (${Prisma.join(known.map(({ id }) => id))})`;
}

export function isPublicPost() {
  return Prisma.sql`p."id" = e."postId" AND ${publicSql()}`;
}
