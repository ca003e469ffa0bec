import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { addRows } from '@/lib/database/bulk-insert';
import { transaction, type Tx } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { listVisitFiles, readVisitFile, removeVisitFile, type Hit, type VisitFile } from './visits';

const INTERVAL_MS = 2_000;
const MAX_BACKOFF_MS = 60_000;
const MAX_MISSING_ADDRESSES = 1_000;

/** What processes counted is added to the tables until the returned function is called. */
export function startCountingVisits() {
  const stopping = new AbortController();
  const running = (async () => {
    let wait = INTERVAL_MS;
    while (!stopping.signal.aborted) {
      wait = await countVisits().then(
        () => INTERVAL_MS,
        (error: unknown) => {
          log.warn({ event: 'redirects_not_counted', error }, 'redirects are counted later');
          return Math.min(MAX_BACKOFF_MS, wait * 2);
        },
      );
      await pause(wait, null, { signal: stopping.signal, ref: false }).catch(() => null);
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** Adds up what waits. A process that is killed between writing and removing a file counts it twice: no harm here. */
export async function countVisits() {
  for (const path of await listVisitFiles()) {
    const visits = await readVisitFile(path);
    await transaction((tx) => apply(tx, visits));
    await removeVisitFile(path);
  }
}

async function apply(tx: Tx, { hits, misses }: VisitFile) {
  // In one order, so that two machines that count the same rules never wait in a ring.
  for (const [id, hit] of hits.toSorted(([a], [b]) => (a < b ? -1 : 1))) await addHits(tx, id, hit);
  if (misses.length === 0) return;
  const rows = misses.map(([address, { count, lastAt, referrer }]) => {
    const at = new Date(lastAt);
    return { address, count, firstAt: at, lastAt: at, referrer };
  });
  await addRows(tx, 'MissingAddress', rows, { keys: ['address'], add: ['count'], raise: ['lastAt'] });
  for (const { address, referrer } of rows) {
    if (referrer) await tx.missingAddress.updateMany({ where: { address }, data: { referrer } });
  }
  await dropExcess(tx);
}

async function addHits(tx: Tx, id: string, { count, lastAt }: Hit) {
  const at = new Date(lastAt);
  await tx.redirect.updateMany({ where: { id }, data: { hitCount: { increment: count } } });
  await tx.redirect.updateMany({
    where: { id, OR: [{ lastHitAt: null }, { lastHitAt: { lt: at } }] },
    data: { lastHitAt: at },
  });
}

/** Of too many addresses, those go that were asked for least, and of these the oldest. */
async function dropExcess(tx: Tx) {
  const excess = await tx.missingAddress.findMany({
    orderBy: [{ count: 'desc' }, { lastAt: 'desc' }],
    skip: MAX_MISSING_ADDRESSES,
    select: { address: true },
  });
  if (excess.length === 0) return;
  await tx.missingAddress.deleteMany({ where: { address: { in: excess.map(({ address }) => address) } } });
}
