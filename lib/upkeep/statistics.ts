import 'server-only';
import { addRows } from '@/lib/database/bulk-insert';
import { db, readDb, transaction, type Tx } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { getSettings } from '@/lib/settings/queries';
import { filteredSums, readerSums, slotSums } from '@/lib/statistics/counting';
import { deleteOldHealth } from '@/lib/statistics/slot-health';
import { estimate } from '@/lib/statistics/reader-sketch';
import { hourOf, type FilteredRow, type ReaderRow, type SlotRow } from '@/lib/statistics/tally';
import { dayLabel } from '@/lib/time/dates';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const KEEP_HOURS_MS = 35 * DAY_MS;
const KEEP_DAYS_MS = 396 * DAY_MS;
/** Journals wait for a database that is away no longer than this. */
const KEEP_BATCHES_MS = 30 * DAY_MS;
/** What was measured longer ago than this many times counts less and less. */
const REMEMBERED_HEIGHTS = 1_000;

/** Makes days of old hours, months of old days and numbers of readers of sketches, every hour, until told to stop. */
export function startRollUp() {
  const work = () =>
    rollUp().catch((error: unknown) =>
      log.warn({ event: 'statistics_not_rolled_up', error }, 'tried again in an hour'),
    );
  let running = work();
  const timer = setInterval(() => (running = work()), HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

/** May be interrupted, repeated, and done by several machines at once: a row is taken away and added in one transaction. */
export async function rollUp(now = new Date()) {
  const { timeZone } = await getSettings();
  const dayOf = (at: number) => dayLabel(new Date(at), timeZone);
  await closeDays(dayOf(now.getTime() - HOUR_MS));
  const oldHours = hourOf(now.getTime() - KEEP_HOURS_MS);
  await roll({ period: 'hour', before: oldHours, into: 'day' }, (hour) => dayOf(Date.parse(`${hour}:00Z`)));
  await roll({ period: 'day', before: dayOf(now.getTime() - KEEP_DAYS_MS), into: 'month' }, (day) => day.slice(0, 7));
  await deleteOldHealth(now);
  await fadeHeights();
  await db.statisticBatch.deleteMany({ where: { appliedAt: { lt: new Date(now.getTime() - KEEP_BATCHES_MS) } } });
}

/** The heights of content that was measured often count half, so that what it is now decides its box. */
async function fadeHeights() {
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE "SlotHeight" SET "count" = "count" / 2 WHERE ("creativeId", "device") IN (
        SELECT "creativeId", "device" FROM "SlotHeight"
        GROUP BY "creativeId", "device" HAVING SUM("count") > ${REMEMBERED_HEIGHTS})`;
    await tx.slotHeight.deleteMany({ where: { count: 0 } });
  });
}

/** The readers of days that are over become a number, and what it was made of goes. */
async function closeDays(today: string) {
  const days = await readDb.readerSketch.groupBy({ by: ['day'], where: { day: { lt: today } } });
  for (const { day } of days) {
    await transaction(async (tx) => {
      const marks = await tx.$queryRaw<{ register: number | bigint; rank: number | bigint }[]>`
        DELETE FROM "ReaderSketch" WHERE "day" = ${day} RETURNING "register", "rank"`;
      if (marks.length === 0) return;
      const count = estimate(new Map(marks.map(({ register, rank }) => [Number(register), Number(rank)])));
      const row = { period: 'day', dimension: 'readers', bucket: day, value: '', count };
      await addRows(tx, 'ReaderStatistic', [row], { keys: readerSums.keys, raise: ['count'] });
    });
  }
}

type Rolling = { period: string; before: string; into: string };

async function roll(rolling: Rolling, bucketOf: (bucket: string) => string) {
  for (const bucket of await oldBuckets(rolling)) {
    await transaction(async (tx) => {
      const target = { period: rolling.into, bucket: bucketOf(bucket) };
      await moveReaders(tx, { period: rolling.period, bucket }, target);
      await moveSlots(tx, { period: rolling.period, bucket }, target);
      await moveFiltered(tx, { period: rolling.period, bucket }, target);
    });
  }
}

async function oldBuckets({ period, before }: Rolling) {
  const where = { period, bucket: { lt: before } };
  const found = await Promise.all([
    readDb.readerStatistic.groupBy({ by: ['bucket'], where }),
    readDb.slotStatistic.groupBy({ by: ['bucket'], where }),
    readDb.filteredStatistic.groupBy({ by: ['bucket'], where }),
  ]);
  return [...new Set(found.flat().map(({ bucket }) => bucket))].toSorted();
}

type Bucket = { period: string; bucket: string };
type Stored<Row> = { [Column in keyof Row]: Row[Column] extends number ? number | bigint : Row[Column] };

async function moveReaders(tx: Tx, from: Bucket, to: Bucket) {
  const rows = await tx.$queryRaw<Stored<ReaderRow>[]>`
    DELETE FROM "ReaderStatistic" WHERE "period" = ${from.period} AND "bucket" = ${from.bucket}
    RETURNING "dimension", "value", "count"`;
  const moved = rows.map(({ dimension, value, count }) => ({ ...to, dimension, value, count: Number(count) }));
  await addRows(tx, 'ReaderStatistic', moved, readerSums);
}

async function moveSlots(tx: Tx, from: Bucket, to: Bucket) {
  const rows = await tx.$queryRaw<Stored<SlotRow>[]>`
    DELETE FROM "SlotStatistic" WHERE "period" = ${from.period} AND "bucket" = ${from.bucket}
    RETURNING "slotId", "creativeId", "device", "eligible", "served", "viewable", "clicks"`;
  const moved = rows.map(({ slotId, creativeId, device, ...counts }) => ({
    ...to,
    slotId,
    creativeId,
    device,
    eligible: Number(counts.eligible),
    served: Number(counts.served),
    viewable: Number(counts.viewable),
    clicks: Number(counts.clicks),
  }));
  await addRows(tx, 'SlotStatistic', moved, slotSums);
}

async function moveFiltered(tx: Tx, from: Bucket, to: Bucket) {
  const rows = await tx.$queryRaw<Stored<FilteredRow>[]>`
    DELETE FROM "FilteredStatistic" WHERE "period" = ${from.period} AND "bucket" = ${from.bucket}
    RETURNING "reason", "event", "slotId", "count"`;
  const moved = rows.map(({ reason, event, slotId, count }) => ({
    ...to,
    reason,
    event,
    slotId,
    count: Number(count),
  }));
  await addRows(tx, 'FilteredStatistic', moved, filteredSums);
}
