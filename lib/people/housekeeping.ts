import 'server-only';
import { sweepSessions } from '@/lib/auth/session-records';
import { sweepTokens } from '@/lib/auth/tokens';
import { forgetAddresses } from '@/lib/comments/address-hash';
import { writer } from '@/lib/db';
import { log } from '@/lib/log';
import { removeStrays } from '@/lib/media/strays';
import { sweepOutbox } from '@/lib/outbox/worker';

const HOUR = 60 * 60 * 1000;

/** Forgets, once an hour, links, sessions, letters and counters whose time is over, until the returned function is called. */
export function startHousekeeping() {
  removeStrays().catch((error: unknown) => log.warn({ event: 'strays_not_removed', error }, 'strays not removed'));
  const timer = setInterval(() => {
    tidyUp().catch((error: unknown) => log.warn({ event: 'housekeeping_failed', error }, 'housekeeping failed'));
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
  await writer.rateLimit.deleteMany({ where: { resetAt: { lt: new Date() } } });
}
