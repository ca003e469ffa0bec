import 'server-only';
import { sweepSessions } from '@/lib/auth/session-records';
import { sweepTokens } from '@/lib/auth/tokens';
import { sweepAnnouncements } from '@/lib/caching/announcements';
import { forgetAddresses } from '@/lib/comments/address-hash';
import { sweepUndo } from '@/lib/comments/moderation-undo';
import { writer } from '@/lib/db';
import { log } from '@/lib/log';
import { removeStrays } from '@/lib/media/strays';
import { sweepOutbox } from '@/lib/outbox/worker';

const HOUR = 60 * 60 * 1000;

/**
 * Forgets, once an hour, links, sessions, e-mails and counters whose time is over, until the returned function is called.
 * What killed processes left behind is removed at once as well; `leftovers` knows of more of it.
 */
export function startHousekeeping({ leftovers }: { leftovers: () => Promise<void> }) {
  const removeLeftovers = async () => {
    await removeStrays();
    await leftovers();
  };
  removeLeftovers().catch((error: unknown) =>
    log.warn({ event: 'temporary_files_not_removed', error }, 'temporary files not removed'),
  );
  const timer = setInterval(() => {
    Promise.all([tidyUp(), leftovers()]).catch((error: unknown) =>
      log.warn({ event: 'housekeeping_failed', error }, 'housekeeping failed'),
    );
  }, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round of it. What is still good is left alone. */
export async function tidyUp() {
  await removeStrays();
  await sweepTokens();
  await sweepSessions();
  await sweepOutbox();
  await forgetAddresses();
  await sweepUndo();
  await sweepAnnouncements();
  await writer.rateLimit.deleteMany({ where: { resetAt: { lt: new Date() } } });
}
