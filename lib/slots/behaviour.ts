import 'server-only';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { lockSlot } from './locking';
import { isDisabled, pauseVersion } from './pausing';
import { readerOfDay } from './reader-of-day';
import type { ReportReason } from './report-reasons';
import { hasShown, parseTestResult } from './testing/test-result';

/**
 * How many readers' browsers must report on one day (UTC) what the version's test did not show before it is disabled: a
 * report can be forged, addresses less easily.
 */
export const PAUSE_AT_READERS = 3;

type Noted = { creativeId: string; reason: ReportReason; client: string };

/** Counts a report, and disables what shows this version if enough readers' browsers saw it do something new. */
export async function noteBehaviour(noted: Noted, now = new Date()) {
  const { creativeId, reason } = noted;
  const readers = await transaction((tx) => addReport(tx, noted, now));
  if (readers < PAUSE_AT_READERS) return;
  const creative = await readDb.creative.findUnique({
    where: { id: creativeId },
    select: { slotId: true, version: true, testResult: true },
  });
  const test = creative && parseTestResult(creative.testResult);
  if (!test || hasShown(test, reason)) return;
  const { slotId, version } = creative;
  await transaction(async (tx) => {
    const key = { creativeId_reason: { creativeId, reason } };
    // First, or what somebody enables at this moment would be disabled again.
    await lockSlot(tx, slotId);
    const report = await tx.creativeReport.findUnique({ where: key, select: { acceptedAt: true } });
    if (!report || report.acceptedAt) return;
    const isPaused = await pauseVersion(tx, { slotId, creativeId, details: { version, reason, readers } });
    if (isPaused) await tx.creativeReport.update({ where: key, data: { pausedAt: now }, select: { reason: true } });
  });
}

/** Somebody enables a slot, or a line item, knowing what was reported: it is not disabled for that again. */
export async function acceptBehaviour(tx: Tx, of: { slotId: string } | { lineItemId: string }) {
  const liveOn = 'slotId' in of ? { slotId: of.slotId, enabled: true } : { id: of.lineItemId };
  await tx.creativeReport.updateMany({
    where: { pausedAt: { not: null }, acceptedAt: null, creative: { is: { liveOn: { is: liveOn } } } },
    data: { acceptedAt: new Date() },
  });
}

export type Pause = Awaited<ReturnType<typeof listPauses>>[number];

/** What was disabled by itself and not enabled since, newest first: in one slot or in all. */
export async function listPauses(slotId: string | null = null) {
  const rows = await readDb.creativeReport.findMany({
    where: {
      pausedAt: { not: null },
      acceptedAt: null,
      creative: { is: { ...(slotId === null ? {} : { slotId }), ...isDisabled } },
    },
    orderBy: [{ pausedAt: 'desc' }, { creativeId: 'asc' }],
    take: 20,
    select: {
      reason: true,
      pausedAt: true,
      creative: {
        select: {
          id: true,
          version: true,
          slot: { select: { id: true, name: true, enabled: true } },
          liveOn: { select: { id: true, name: true } },
        },
      },
    },
  });
  return rows.flatMap(({ reason, pausedAt, creative: { id, version, slot, liveOn } }) => {
    if (!pausedAt || !liveOn) return [];
    const lineItem = slot.enabled ? liveOn : null;
    return [{ creativeId: id, version, slot, lineItem, reason: reason as ReportReason, at: pausedAt }];
  });
}

/** Returns how many readers reported this on this day, at most as many as matter. */
async function addReport(tx: Tx, { creativeId, reason, client }: Noted, now: Date) {
  const day = now.toISOString().slice(0, 10);
  const key = { creativeId_reason: { creativeId, reason } };
  const stored = await tx.creativeReport.upsert({
    where: key,
    create: { creativeId, reason, count: 1, firstAt: now, lastAt: now },
    update: { count: { increment: 1 }, lastAt: now },
    select: { readersDay: true, readers: true },
  });
  const known = stored.readersDay === day ? stored.readers.split(' ').filter(Boolean) : [];
  const reader = readerOfDay(client, day);
  if (known.length >= PAUSE_AT_READERS || known.includes(reader)) return known.length;
  const readers = [...known, reader];
  const data = { readersDay: day, readers: readers.join(' ') };
  await tx.creativeReport.update({ where: key, data, select: { reason: true } });
  return readers.length;
}
