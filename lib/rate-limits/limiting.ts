import 'server-only';
import { createHmac } from 'node:crypto';
import { writer } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { secrets } from '@/lib/secrets';

/** At most `limit` attempts in a window of `seconds`, counted under a name and a key (a person, an address, an e-mail). */
export type RateLimitRule = { name: string; limit: number; seconds: number };

/**
 * Counts one attempt and throws once there are too many. The counter is a row, so all workers and instances count
 * together; keys are hashed, so the table names nobody.
 */
export async function countAttempt(rule: RateLimitRule, key: string) {
  if (!env().rateLimits) return;
  const id = `${rule.name}:${createHmac('sha256', secrets().signing).update(key).digest('base64url').slice(0, 22)}`;
  const now = new Date();
  const resetAt = new Date(now.getTime() + rule.seconds * 1000);
  const rows = await writer.$queryRaw<{ count: number | bigint; resetAt: Date }[]>`
    INSERT INTO "RateLimit" ("key", "count", "resetAt") VALUES (${id}, 1, ${resetAt})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."resetAt" <= ${now} THEN 1 ELSE "RateLimit"."count" + 1 END,
      "resetAt" = CASE WHEN "RateLimit"."resetAt" <= ${now} THEN ${resetAt} ELSE "RateLimit"."resetAt" END
    RETURNING "count", "resetAt"`;
  const [row] = rows;
  if (!row || Number(row.count) <= rule.limit) return;
  const retryAfter = Math.max(1, Math.ceil((new Date(row.resetAt).getTime() - now.getTime()) / 1000));
  throw new AppError('rate_limited', `That was a little too often. Please try again in ${inWords(retryAfter)}.`, {
    retryAfter,
  });
}

function inWords(seconds: number) {
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
