import 'server-only';
import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { databaseProblemIn } from '@/lib/database/problems';
import { AppError } from '@/lib/platform/errors';
import { secrets } from '@/lib/secrets/secrets';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type RateLimitRule = { name: string; limit: number; seconds: number };

const unwritten = new LRUCache<string, { count: number; resetAt: Date }>({ max: 10_000 });

/** Counts an attempt under each rule; throws above a limit. Shared by all instances; keys are stored as hashes. */
export async function countAttempt(rules: RateLimitRule | readonly RateLimitRule[], key: string) {
  const retryAfter = await waitAfterAttempt(rules, key);
  if (retryAfter === 0) return;
  throw new AppError('rate_limited', `Too many attempts. Please try again in ${inWords(retryAfter)}.`, {
    retryAfter,
  });
}

/** Counts an attempt and returns the seconds to wait; 0 below the limits. */
export async function waitAfterAttempt(rules: RateLimitRule | readonly RateLimitRule[], key: string) {
  if (!env().rateLimits) return 0;
  const now = new Date();
  const counted = [rules].flat().map((rule) => ({ ...rule, id: idOf(rule, key) }));
  const rows = await count(counted, now).catch((error: unknown) => {
    if (databaseProblemIn(error) !== 'full') throw error;
    return countHere(counted, now);
  });
  const [broken] = rows.filter((row) => counted.some(({ id, limit }) => id === row.key && Number(row.count) > limit));
  return broken ? Math.max(1, Math.ceil((new Date(broken.resetAt).getTime() - now.getTime()) / 1000)) : 0;
}

/** Takes back an attempt that was counted before it was known to be a good one. */
export async function takeBackAttempt(rule: RateLimitRule, key: string) {
  const id = idOf(rule, key);
  const here = unwritten.get(id);
  if (here) here.count -= 1;
  await db.$executeRaw`UPDATE "RateLimit" SET "count" = "count" - 1 WHERE "key" = ${id} AND "count" > 0`;
}

function idOf({ name }: RateLimitRule, key: string) {
  return `${name}:${createHmac('sha256', secrets().signing).update(key).digest('base64url').slice(0, 22)}`;
}

type Counter = { key: string; count: number | bigint; resetAt: Date };

// One statement, because each is a commit; in a fixed order to avoid deadlocks.
function count(rules: readonly (RateLimitRule & { id: string })[], now: Date) {
  const values = rules.map(({ id, seconds }) => Prisma.sql`(${id}, 1, ${new Date(now.getTime() + seconds * 1000)})`);
  return db.$queryRaw<Counter[]>`
    INSERT INTO "RateLimit" ("key", "count", "resetAt") VALUES ${Prisma.join(values)}
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."resetAt" <= ${now} THEN 1 ELSE "RateLimit"."count" + 1 END,
      "resetAt" = CASE WHEN "RateLimit"."resetAt" <= ${now} THEN EXCLUDED."resetAt" ELSE "RateLimit"."resetAt" END
    RETURNING "key", "count", "resetAt"`;
}

// On a full disk sign-in must still work, and guessing must stay limited.
function countHere(rules: readonly (RateLimitRule & { id: string })[], now: Date): Counter[] {
  return rules.map(({ id, seconds }) => {
    const known = unwritten.get(id);
    const isOver = !known || known.resetAt <= now;
    const resetAt = isOver ? new Date(now.getTime() + seconds * 1000) : known.resetAt;
    const counter = { key: id, count: isOver ? 1 : known.count + 1, resetAt };
    unwritten.set(id, counter);
    return counter;
  });
}

export function inWords(seconds: number) {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
