import { setTimeout as pause } from 'node:timers/promises';
import { readDb } from '@/lib/database/db';

const TIMEOUT_MS = 1_000;

/** Waiting for a connection would outlast a load balancer's timeout, so silence counts as no. */
export function isDatabaseReady() {
  const answer = readDb.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, pause(TIMEOUT_MS, false, { ref: false })]);
}
