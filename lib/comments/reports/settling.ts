import 'server-only';
import type { Tx } from '@/lib/database/db';
import type { CommentStatus } from '../comment';
import type { Outcome } from './report';
import { reportPoints } from './weights';

const sumsSelect = { reports: true, points: true, accountPoints: true, keptAt: true } as const;

export type Settlement = { from: Outcome; to: Outcome };

/** What a comment's new status means for the open reports on it; null where it decides nothing. */
export function outcomeOf(status: CommentStatus): Exclude<Outcome, 'open'> | null {
  if (status === 'pending') return null;
  return status === 'approved' ? 'kept' : 'removed';
}

/** Those of these comments that have open reports. */
export async function findReported(tx: Tx, commentIds: string[]) {
  const rows = await tx.reportedComment.findMany({
    where: { commentId: { in: commentIds }, points: { gt: 0 } },
    select: { commentId: true },
  });
  return new Set(rows.map(({ commentId }) => commentId));
}

type Settling = { commentId: string; settlement: Settlement; batch: string; undone: string | null; now: Date };

/** Decides the open reports on a comment, or opens again those that the undone moderation decided. */
export async function settleReports(tx: Tx, { commentId, settlement: { from, to }, batch, undone, now }: Settling) {
  if (to === 'open') {
    const open = { status: 'open', batch: null, decidedAt: null };
    await tx.commentReport.updateMany({ where: { commentId, batch: undone }, data: open });
  } else {
    const decided = { status: to, batch, decidedAt: now };
    await tx.commentReport.updateMany({ where: { commentId, status: 'open' }, data: decided });
  }
  if (to === 'kept') await setKept(tx, commentId, now);
  if (from === 'kept') await setKept(tx, commentId, null);
  return sumReports(tx, commentId);
}

/** Adds up the open reports on a comment anew. */
export async function sumReports(tx: Tx, commentId: string) {
  const open = { commentId, status: 'open', points: { gt: 0 } };
  const all = await tx.commentReport.aggregate({ where: open, _count: true, _sum: { points: true } });
  const known = { ...open, points: { gt: reportPoints.anonymous } };
  const ofAccounts = await tx.commentReport.aggregate({ where: known, _sum: { points: true } });
  const sums = { reports: all._count, points: all._sum.points ?? 0, accountPoints: ofAccounts._sum.points ?? 0 };
  return tx.reportedComment.update({ where: { commentId }, data: sums, select: sumsSelect });
}

async function setKept(tx: Tx, commentId: string, keptAt: Date | null) {
  await tx.reportedComment.update({ where: { commentId }, data: { keptAt }, select: { commentId: true } });
}
