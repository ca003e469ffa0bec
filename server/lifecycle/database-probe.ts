import { setTimeout as pause } from 'node:timers/promises';
import { reader } from '@/lib/db';

/** A database that says nothing for so long (ms) is not there. */
const PATIENCE = 1_000;

/** Whether the database can be asked just now. Who waits for a connection waits longer than a load balancer does. */
export function isDatabaseReady() {
  const answer = reader.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, pause(PATIENCE, false, { ref: false })]);
}
