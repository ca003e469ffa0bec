import type { ServerResponse } from 'node:http';
import { reader } from '@/lib/db';

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

async function databaseAnswers() {
  try {
    await reader.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
