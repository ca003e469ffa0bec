import { setTimeout as pause } from 'node:timers/promises';
import { readDb } from '@/lib/database/db';

const TIMEOUT_MS = 1_000;

/** Times out before a load balancer would. */
export function isDatabaseReady() {
  const answer = readDb.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, pause(TIMEOUT_MS, false, { ref: false })]);
}
