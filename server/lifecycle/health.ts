import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '@/server/rendering/application';

const TIMEOUT_MS = 2_000;

let isDraining = false;

export function startDraining() {
  isDraining = true;
}

/** Handles /healthz and /readyz; returns false for other addresses. */
export async function respondHealth(
  pathname: string,
  response: ServerResponse,
  application: Pick<Application, 'isReady'>,
) {
  if (pathname !== '/healthz' && pathname !== '/readyz') return false;
  const isWell = pathname === '/healthz' || (!isDraining && (await isReadyInTime(application)));
  response.writeHead(isWell ? 200 : 503, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(isWell ? 'ok\n' : 'not ready\n');
  return true;
}

function isReadyInTime(application: Pick<Application, 'isReady'>) {
  return Promise.race([application.isReady().catch(() => false), pause(TIMEOUT_MS, false, { ref: false })]);
}
