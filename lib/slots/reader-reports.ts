import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db, readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { shortHash } from './creative';
import { readerReasons, type ReaderReason } from './reader-report';
import { isAmongOthers, pauseVersion, shownBy, type Showing } from './pausing';
import { switchLineItem } from './line-items';
import { readerOfDay } from './reader-of-day';
import { switchSlot } from './saving';

const DAY_MS = 24 * 60 * 60 * 1000;
const RETENTION_DAYS = 90;
/** What is listed and counted of one version. */
const MAX_LISTED = 1_000;

export const readerReportForm = z.object({
  /** The version’s id and the beginning of its hash. */
  frame: z.string().regex(/^[0-9a-f-]{36}-[0-9a-f]{16}$/),
  reason: z.enum(readerReasons, 'Choose what is wrong with it.'),
  /** The path of the page on which it stood. */
  page: z
    .string()
    .regex(/^\/(?![/\\])[^\s?#\\]{0,300}$/)
    .catch('/'),
});

/** The slot of pasted code as a reader may name it; null if there is no such version. */
export async function findReportable(frame: string) {
  const row = await readDb.creative.findUnique({
    where: { id: frame.slice(0, 36), kind: 'code' },
    select: { id: true, hash: true, slot: { select: { id: true, label: true } } },
  });
  return row && shortHash(row.hash) === frame.slice(37) ? row : null;
}

/** Notes what a reader finds wrong: once a day for each version. Enough of them pause the slot, if the settings say so. */
export async function reportSlot(report: z.output<typeof readerReportForm>, client: string, now = new Date()) {
  const creative = await findReportable(report.frame);
  if (!creative) throw new AppError('not_found', 'This ad is no longer shown here. Thank you for telling us.');
  const day = now.toISOString().slice(0, 10);
  const key = { creativeId: creative.id, day, reader: readerOfDay(client, day) };
  const { reason, page } = report;
  await transaction(async (tx) => {
    await tx.readerReport.upsert({
      where: { creativeId_day_reader: key },
      create: { ...key, reason, page, createdAt: now },
      update: {},
    });
    await pauseIfTooMany(tx, { slotId: creative.slot.id, creativeId: creative.id });
  });
}

export type ReportedSlot = {
  creativeId: string;
  version: number;
  slot: { id: string; name: string; enabled: boolean; isLive: boolean };
  /** The name of the line item that shows it, where others take turns with it. */
  lineItem: string | null;
  count: number;
  reasons: { reason: ReaderReason; count: number }[];
  pages: string[];
  lastAt: Date;
};

/** The versions that readers reported and nobody has looked at, most reports first. */
export async function listReported(actor: Actor): Promise<ReportedSlot[]> {
  requireCapability(actor, 'slots.edit');
  const rows = await readDb.readerReport.findMany({
    where: { handledAt: null },
    orderBy: { createdAt: 'desc' },
    take: MAX_LISTED,
    select: {
      creativeId: true,
      reason: true,
      page: true,
      createdAt: true,
      creative: {
        select: {
          version: true,
          liveOn: shownBy,
          slot: { select: { id: true, name: true, enabled: true } },
        },
      },
    },
  });
  const groups = Map.groupBy(rows, ({ creativeId }) => creativeId);
  return [...groups]
    .flatMap(([creativeId, [latest, ...others]]) => (latest ? [summaryOf(creativeId, [latest, ...others])] : []))
    .toSorted((one, other) => other.count - one.count);
}

/** How many reports wait. */
export async function countReported(): Promise<number> {
  const waiting = await readDb.readerReport.findMany({
    where: { handledAt: null },
    take: MAX_LISTED,
    select: { day: true },
  });
  return waiting.length;
}

/** Ends the reports on a version: what shows it is disabled with them, or stays as it is. */
export async function handleReports(actor: Actor, { creativeId, pauses }: { creativeId: string; pauses: boolean }) {
  const editor = requireCapability(actor, 'slots.edit');
  const creative = await readDb.creative.findUnique({
    where: { id: creativeId },
    select: { liveOn: shownBy, slot: { select: { id: true, name: true } } },
  });
  if (!creative) throw new AppError('not_found', 'This version no longer exists.');
  const { slot, liveOn } = creative;
  const item = liveOn && isAmongOthers(liveOn) ? liveOn : null;
  if (pauses && !liveOn) {
    const sentence = 'This version is no longer shown, so nothing was disabled. Dismiss the reports on it.';
    throw new AppError('conflict', sentence);
  }
  if (pauses && item) await switchLineItem(editor, { slotId: slot.id, lineItemId: item.id, enabled: false });
  else if (pauses) await switchSlot(editor, { slotId: slot.id, enabled: false });
  await db.readerReport.updateMany({ where: { creativeId, handledAt: null }, data: { handledAt: new Date() } });
  return { name: item ? `${slot.name}: ${item.name}` : slot.name };
}

/** Removes reports after three months. */
export async function deleteOldReaderReports(now = new Date()) {
  const before = new Date(now.getTime() - RETENTION_DAYS * DAY_MS);
  await db.readerReport.deleteMany({ where: { createdAt: { lt: before } } });
}

async function pauseIfTooMany(tx: Tx, { slotId, creativeId }: { slotId: string; creativeId: string }) {
  const { pauseAtReports } = await getSettings(tx);
  if (pauseAtReports === 0) return;
  const reports = await tx.readerReport.count({ where: { creativeId, handledAt: null } });
  if (reports < pauseAtReports) return;
  await pauseVersion(tx, { slotId, creativeId, details: { reports } });
}

type Row = { reason: string; page: string; createdAt: Date } & {
  creative: {
    version: number;
    liveOn: Showing | null;
    slot: { id: string; name: string; enabled: boolean };
  };
};

function summaryOf(creativeId: string, rows: [Row, ...Row[]]): ReportedSlot {
  const [{ creative, createdAt }] = rows;
  const { liveOn } = creative;
  const count = (reason: ReaderReason) => rows.filter((row) => row.reason === reason).length;
  return {
    creativeId,
    version: creative.version,
    slot: { ...creative.slot, isLive: liveOn?.enabled ?? false },
    lineItem: liveOn && isAmongOthers(liveOn) ? liveOn.name : null,
    count: rows.length,
    reasons: readerReasons.map((reason) => ({ reason, count: count(reason) })).filter((each) => each.count > 0),
    pages: [...new Set(rows.map(({ page }) => page))].slice(0, 3),
    lastAt: createdAt,
  };
}
