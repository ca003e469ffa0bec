import { can, type Role } from '@/lib/auth/actor';
import type { Settings } from '@/lib/settings/settings';
import type { Restriction } from '../restriction';

/** So many approved comments make a reader trusted. */
export const TRUSTED_AFTER = 10;

export const reportPoints = { anonymous: 1, account: 2, trusted: 3, staff: 6 } as const;

/** Null: without an account. */
type Reporter = {
  role: Role;
  isConfirmed: boolean;
  restriction: Restriction | null;
  approvedBefore: number;
} | null;

/** What a report counts for, by how far its reporter is trusted; nothing if they are shadowed. */
export function pointsOf(reporter: Reporter): number {
  if (reporter?.restriction === 'shadow') return 0;
  if (!hasStanding(reporter)) return reportPoints.anonymous;
  if (can(reporter, 'admin.enter')) return reportPoints.staff;
  return reporter.approvedBefore >= TRUSTED_AFTER ? reportPoints.trusted : reportPoints.account;
}

type Sum = { points: number; accountPoints: number; keptAt: Date | null };

/** Whether the open reports hold a comment until somebody looks. One that a moderator kept stays. */
export function mustHold(
  { points, accountPoints, keptAt }: Sum,
  rule: Pick<Settings, 'holdAtReportPoints' | 'anonymousReportsHold'>,
) {
  if (rule.holdAtReportPoints === 0 || keptAt !== null) return false;
  return (rule.anonymousReportsHold ? points : accountPoints) >= rule.holdAtReportPoints;
}

/** An account whose address is not confirmed is made in a moment. */
export function hasStanding<R extends { isConfirmed: boolean }>(reporter: R | null): reporter is R {
  return reporter?.isConfirmed ?? false;
}
