import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { reader } from '@/lib/db';

/** A database that says nothing for so long (ms) is not there. */
const PATIENCE = 1_000;

let isDraining = false;

/** From now on /readyz says no, so that a load balancer sends its requests elsewhere. */
export function startDraining() {
  isDraining = true;
}

/** Answers /healthz (alive) and /readyz (may take traffic); says whether the address was one of them. */
export async function answerHealth(pathname: string, response: ServerResponse) {
  if (pathname !== '/healthz' && pathname !== '/readyz') return false;
  const isWell = pathname === '/healthz' || (!isDraining && (await databaseAnswers()));
  response.writeHead(isWell ? 200 : 503, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(isWell ? 'ok\n' : 'not ready\n');
  return true;
}

// Who waits for a connection waits longer than a load balancer does.
function databaseAnswers() {
  const answer = reader.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, pause(PATIENCE, false, { ref: false })]);
}
