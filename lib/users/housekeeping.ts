import 'server-only';
import { deleteExpiredSessions } from '@/lib/auth/session-records';
import { deleteOldProofs } from '@/lib/auth/session-proof';
import { deleteExpiredTokens } from '@/lib/auth/tokens';
import { deleteOldInvalidations } from '@/lib/caching/invalidation-polling';
import { deleteOldAddressHashes } from '@/lib/comments/address-hash';
import { deleteOldChecks } from '@/lib/comments/services/checks';
import { deleteOldMailed } from '@/lib/comments/mailed';
import { deleteOldNotifications } from '@/lib/notifications/reading';
import { deleteOldCommentReports } from '@/lib/comments/reports/retention';
import { deleteOldReaderReports } from '@/lib/slots/reader-reports';
import { deleteOldMissingAddresses, forgetWorkingAddresses } from '@/lib/redirects/forgetting';
import { deleteOldCodeTests } from '@/lib/slots/testing/code-tests';
import { sweepUndo } from '@/lib/database/undo';
import { db } from '@/lib/database/db';
import { log } from '@/lib/platform/log';
import { deleteDueAccounts } from '@/lib/users/delete-account';
import { removeStrayCards } from '@/lib/identity/drawing';
import { removeAbandonedFiles } from '@/lib/media/abandoned-files';
import { deleteFinishedJobs } from '@/lib/outbox/worker';

const HOUR_MS = 60 * 60 * 1000;

/** Deletes expired data hourly until the returned function is called; leftovers of killed processes and due accounts at once too. */
export function startHousekeeping({ leftovers }: { leftovers: () => Promise<void> }) {
  const removeLeftovers = async () => {
    await removeAbandonedFiles();
    await leftovers();
    // A site that restarts each hour must keep its promise to delete an account after a day.
    await deleteDueAccounts();
  };
  removeLeftovers().catch((error: unknown) =>
    log.warn({ event: 'housekeeping_failed', error }, 'leftovers not removed'),
  );
  const timer = setInterval(() => {
    Promise.all([cleanUp(), leftovers()]).catch((error: unknown) =>
      log.warn({ event: 'housekeeping_failed', error }, 'housekeeping failed'),
    );
  }, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function cleanUp() {
  await removeAbandonedFiles();
  await removeStrayCards();
  await deleteDueAccounts();
  await deleteExpiredTokens();
  await deleteExpiredSessions();
  await deleteFinishedJobs();
  await deleteOldMailed();
  await deleteOldChecks();
  await deleteOldNotifications();
  await deleteOldProofs();
  await deleteOldAddressHashes();
  await deleteOldCommentReports();
  await deleteOldReaderReports();
  await deleteOldCodeTests();
  await deleteOldMissingAddresses();
  await forgetWorkingAddresses();
  await sweepUndo();
  await deleteOldInvalidations();
  await db.rateLimit.deleteMany({ where: { resetAt: { lt: new Date() } } });
}
