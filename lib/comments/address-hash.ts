import 'server-only';
import { createHmac } from 'node:crypto';
import { writer } from '@/lib/db';
import { secrets } from '@/lib/secrets';
import { commentStatuses } from './comment';

const DAY = 24 * 60 * 60 * 1000;
/** How long it may be told that two comments came from one address, and how far back a sweep looks, in days. */
const KEEP = 30;
const LOOK_BACK = 120;

/** What is kept of the address that a comment came from: the same for a month, and never the address itself. */
export function addressHash(address: string, now: Date) {
  const month = now.toISOString().slice(0, 7);
  return createHmac('sha256', secrets().signing)
    .update(`comment-address:${month}:${address}`)
    .digest('hex')
    .slice(0, 32);
}

/** Forgets where comments came from once they are a month old. */
export async function forgetAddresses(now = new Date()) {
  const from = new Date(now.getTime() - LOOK_BACK * DAY);
  const to = new Date(now.getTime() - KEEP * DAY);
  // State by state, because the index begins with it. Raw, so that no comment looks changed.
  for (const status of commentStatuses) {
    await writer.$executeRaw`
      UPDATE "Comment" SET "ipHash" = '' WHERE "status" = ${status} AND "createdAt" >= ${from} AND "createdAt" < ${to}
        AND "ipHash" <> ''`;
  }
}
