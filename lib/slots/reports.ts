import 'server-only';
import { z } from 'zod';
import { readDb } from '@/lib/database/db';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { noteBehaviour } from './behaviour';
import { shortHash } from './creative';
import { reportReasons, type ReportReason } from './report-reasons';
import { readerReportForm, reportSlot } from './reader-reports';

/** Of reports by browsers and by readers. */
export const reportLimit = { name: 'slot-report', limit: 10, seconds: 60 };

const report = z.object({
  /** The version's id and the beginning of its hash. */
  frame: z.string().regex(/^[0-9a-f-]{36}-[0-9a-f]{16}$/),
  reason: z.enum(reportReasons),
});

/** Counts code removed by browsers, and notes what readers report (server/rendering/slot-guard.ts). Returns whether the report was valid. */
export async function countReport(body: string, client: string): Promise<boolean> {
  const sent = parseJson(body);
  const byReader = readerReportForm.safeParse(sent);
  if (byReader.success) return receiveReaderReport(byReader.data, client);
  const parsed = report.safeParse(sent);
  if (!parsed.success) return false;
  await countAttempt(reportLimit, client);
  const { frame, reason } = parsed.data;
  const creative = await readDb.creative.findUnique({
    where: { id: frame.slice(0, 36), kind: 'code' },
    select: { id: true, hash: true },
  });
  if (!creative || shortHash(creative.hash) !== frame.slice(37)) return false;
  await noteBehaviour({ creativeId: creative.id, reason, client });
  return true;
}

export type Report = { reason: ReportReason; count: number; lastAt: Date };

export async function listReports(creativeId: string): Promise<Report[]> {
  const rows = await readDb.creativeReport.findMany({
    where: { creativeId },
    orderBy: { lastAt: 'desc' },
    select: { reason: true, count: true, lastAt: true },
  });
  return rows.map((row) => ({ ...row, reason: row.reason as ReportReason }));
}

/** The slot whose current code browsers removed last within a week. */
export async function findReportedSlot(now = new Date()) {
  const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000);
  const row = await readDb.creativeReport.findFirst({
    where: { reason: { in: ['focus', 'history'] }, lastAt: { gt: weekAgo }, creative: { liveOn: { isNot: null } } },
    orderBy: { lastAt: 'desc' },
    select: { creative: { select: { slot: { select: { id: true, name: true } } } } },
  });
  return row?.creative.slot ?? null;
}

async function receiveReaderReport(report: Parameters<typeof reportSlot>[0], client: string) {
  await countAttempt(reportLimit, client);
  await reportSlot(report, client);
  return true;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
