import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { addRows } from '@/lib/database/bulk-insert';
import { isPostgres, readDb, transaction, type Tx } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { publicWhere } from '@/lib/posts/visibility';
import { getSettings } from '@/lib/settings/queries';
import { partsOfBox } from './batch';
import type { Entry } from './entry';
import { listJournals, noteTimeZone, readJournal, removeJournal } from './journal-files';
import { SeenViews } from './page-views';
import { pauseOverBudget } from './slot-health';
import { ReferrerBound } from './referrer-bound';
import { inSlices } from './slices';
import { emptyTally, hourOf, tallyEntries, type Facts, type Tally } from './tally';

const INTERVAL_MS = 1_000;
const ZONE_INTERVAL_MS = 10_000;
const MAX_BACKOFF_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Of one file; a forger may make up as many as fit. */
const MAX_LOOKED_UP = 2_000;

/** What processes noted in their journals is added to the tables until the returned function is called. */
export function startCounting() {
  const stopping = new AbortController();
  const counter = new Counter();
  const running = (async () => {
    let wait = INTERVAL_MS;
    while (!stopping.signal.aborted) {
      wait = await counter.count().then(
        () => INTERVAL_MS,
        (error: unknown) => {
          log.warn({ event: 'statistics_not_counted', error }, 'views and slots are counted later');
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

/** Adds journals up, each exactly once. What it has seen of page views it remembers for half an hour. */
export class Counter {
  readonly #seen = new SeenViews();
  readonly #referrers = new ReferrerBound();
  #zoneNotedAt = -Infinity;
  /** Added up and not yet written, because the database was away: a second look would take it for repeated. */
  #waiting: { id: string; tally: Tally } | null = null;

  async count() {
    await this.#noteTimeZone();
    for (const id of await listJournals()) {
      if (this.#waiting?.id !== id) this.#waiting = { id, tally: await this.#tallyOf(await readJournal(id)) };
      await apply(id, await this.#referrers.bound(this.#waiting.tally));
      await pauseMeasured(this.#waiting.tally);
      this.#waiting = null;
      await removeJournal(id);
    }
  }

  async #noteTimeZone() {
    if (performance.now() - this.#zoneNotedAt < ZONE_INTERVAL_MS) return;
    await noteTimeZone((await getSettings()).timeZone);
    this.#zoneNotedAt = performance.now();
  }

  async #tallyOf(entries: Entry[]) {
    const context = { tally: emptyTally(), facts: await lookUp(entries), seen: this.#seen };
    await inSlices(entries, (slice) => tallyEntries(slice, context));
    return context.tally;
  }
}

/** Writes one journal's sums in one transaction, with one statement for each table; nothing if they are in it already. */
export function apply(id: string, { readers, slots, heights, health, filtered, sketches }: Tally): Promise<void> {
  return transaction(async (tx) => {
    const isNew = await tx.$executeRaw`
      INSERT INTO "StatisticBatch" ("id", "appliedAt") VALUES (${id}, ${new Date()}) ON CONFLICT DO NOTHING`;
    if (isNew === 0) return;
    await addRows(tx, 'ReaderStatistic', [...readers.values()], readerSums);
    await addRows(tx, 'SlotStatistic', [...slots.values()], slotSums);
    await addRows(tx, 'SlotHeight', [...heights.values()], heightSums);
    await addRows(tx, 'SlotHealth', [...health.values()], healthSums);
    await addRows(tx, 'FilteredStatistic', [...filtered.values()], filteredSums);
    await raiseSketches(tx, sketches);
  });
}

export const readerSums = { keys: ['period', 'dimension', 'bucket', 'value'], add: ['count'] };
export const slotSums = {
  keys: ['slotId', 'period', 'bucket', 'creativeId', 'device'],
  add: ['eligible', 'served', 'viewable', 'clicks'],
};
const heightSums = { keys: ['slotId', 'creativeId', 'device', 'height'], add: ['count'] };
const healthSums = { keys: ['slotId', 'bucket', 'creativeId', 'device', 'measure', 'step'], add: ['count'] };
export const filteredSums = { keys: ['slotId', 'period', 'bucket', 'reason', 'event'], add: ['count'] };

// What is counted stays counted, whatever becomes of this: the next measurement asks again.
async function pauseMeasured({ health }: Tally) {
  if (health.size === 0) return;
  await pauseOverBudget(distinct([...health.values()].map(({ creativeId }) => creativeId))).catch((error: unknown) =>
    log.warn({ event: 'slots_not_assessed', error }, 'slots over their budget are disabled later'),
  );
}

async function raiseSketches(tx: Tx, sketches: Tally['sketches']) {
  const rows = [...sketches].flatMap(([day, marks]) => [...marks].map(([register, rank]) => ({ day, register, rank })));
  await addRows(tx, 'ReaderSketch', rows, { keys: ['day', 'register'], raise: ['rank'] });
}

async function lookUp(entries: readonly Entry[]): Promise<Facts> {
  const batches = entries.flatMap(({ batch }) => batch ?? []);
  const [posts, staff, slots] = await Promise.all([
    readDb.post.findMany({
      where: { AND: [{ id: { in: distinct(batches.map(({ post }) => post)) } }, publicWhere()] },
      select: { id: true },
    }),
    readDb.user.findMany({
      where: { id: { in: distinct(entries.map(({ userId }) => userId)) }, role: { not: 'reader' } },
      select: { id: true },
    }),
    findSlots(distinct(batches.flatMap(({ events }) => events.map(([, box]) => box && partsOfBox(box).slotId)))),
  ]);
  return {
    posts: new Set(posts.map(({ id }) => id)),
    staff: new Set(staff.map(({ id }) => id)),
    slots: new Map(slots),
    mayBeElsewhere: isPostgres(),
  };
}

// A page that is open may show for a day what was replaced or switched off since: what was counted as shown.
async function findSlots(ids: string[]) {
  const [slots, counted] = await Promise.all([
    readDb.slot.findMany({
      where: { id: { in: ids } },
      select: { id: true, enabled: true, lineItems: { select: { enabled: true, creativeId: true } } },
    }),
    readDb.slotStatistic.findMany({
      where: { slotId: { in: ids }, period: 'hour', bucket: { gte: hourOf(Date.now() - DAY_MS) } },
      distinct: ['slotId', 'creativeId'],
      select: { slotId: true, creativeId: true },
    }),
  ]);
  return slots.map(({ id, enabled, lineItems }) => {
    const earlier = counted.filter(({ slotId }) => slotId === id).map((row) => row.creativeId);
    const live = lineItems.flatMap((item) => (enabled && item.enabled && item.creativeId ? [item.creativeId] : []));
    return [id, new Set([...live, ...earlier])] as const;
  });
}

function distinct(ids: readonly (string | null | undefined)[]) {
  return [...new Set(ids.filter((id) => typeof id === 'string'))].slice(0, MAX_LOOKED_UP);
}
