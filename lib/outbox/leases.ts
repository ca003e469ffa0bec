import 'server-only';
import { db } from '@/lib/database/db';
import { log } from '@/lib/platform/log';

/** In ms: so long the job of a worker that died waits for another. */
export const LEASE_MS = 30_000;
/** In ms: two renewals may fail, or come late because of much work, before the lease is over. */
export const RENEWAL_MS = 8_000;

/** Takes a due job for a worker; false if another has it. */
export async function takeLease(id: string, worker: string) {
  const now = new Date();
  // One statement picks the worker and counts the attempt: a job that kills its worker is not retried for ever.
  const { count } = await db.outbox.updateMany({
    where: { id, doneAt: null, availableAt: { lte: now } },
    data: { leaseOwner: worker, ...leaseFrom(now), attempts: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Renews the lease of a job until the returned function is called, or until it belongs to another worker: then the outcome
 * here changes nothing.
 */
export function keepLease(id: string, worker: string) {
  const renew = async () => {
    try {
      if (!(await renewLease(id, worker))) clearInterval(renewal);
    } catch (error) {
      // The next renewal tries again.
      log.warn({ event: 'outbox_lease_not_renewed', id, error }, 'outbox lease not renewed');
    }
  };
  const renewal = setInterval(renew, RENEWAL_MS);
  renewal.unref();
  return () => clearInterval(renewal);
}

// One that ended and that nobody took is taken again: the work goes on.
async function renewLease(id: string, worker: string) {
  const { count } = await db.outbox.updateMany({
    where: { id, leaseOwner: worker, doneAt: null },
    data: leaseFrom(new Date()),
  });
  return count === 1;
}

function leaseFrom(now: Date) {
  const end = new Date(now.getTime() + LEASE_MS);
  return { leasedUntil: end, availableAt: end };
}
