import 'server-only';
import { createHmac } from 'node:crypto';
import { db } from '@/lib/database/db';
import { secrets } from '@/lib/secrets/secrets';
import { commentStatuses } from './comment';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long comments can be linked to an address, in days. */
const RETENTION_DAYS = 30;
const LOOKBACK_DAYS = 120;

/** A keyed hash of a comment's address, stable for a month; the address itself is never stored. */
export function addressHash(address: string, now: Date) {
  const month = now.toISOString().slice(0, 7);
  return createHmac('sha256', secrets().signing)
    .update(`comment-address:${month}:${address}`)
    .digest('hex')
    .slice(0, 32);
}

/** Removes address hashes older than a month. */
export async function deleteOldAddressHashes(now = new Date()) {
  const from = new Date(now.getTime() - LOOKBACK_DAYS * DAY_MS);
  const to = new Date(now.getTime() - RETENTION_DAYS * DAY_MS);
  // One query per status, because the index begins with it. Raw SQL, so that no comment counts as edited.
  for (const status of commentStatuses) {
    await db.$executeRaw`
      UPDATE "Comment" SET "ipHash" = '' WHERE "status" = ${status} AND "createdAt" >= ${from} AND "createdAt" < ${to}
        AND "ipHash" <> ''`;
  }
}
