import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/lib/log';
import type { Application } from '@/server/rendering/application';
import { createHandler } from '@/server/http/handler';
import { startDraining } from './health';
import { respondStarting } from '@/server/http/http-server';
import { startRecording } from '@/server/metrics/recording';

/** How long everything may take once the process is told to stop, in ms. */
export const DRAIN_TIMEOUT_MS = 9_000;
/**
 * Requests that were sent before anybody could know arrive a little later: the port stays open until none has come for so
 * long (ms), because a port that closes drops what is on its way.
 */
const QUIET_FOR = 200;
/** But no longer than this (ms): a load balancer that asks /readyz every second sends nothing any more by then. */
const LAST_CALL = 3_000;

export type Serving = {
  /** Finishes what was begun; `lastly` is done when nothing is answered any more. */
  stop: (lastly?: () => Promise<unknown>) => Promise<void>;
};

/** Hands every request on a server that listens already to the application, or answers it from what is kept. */
export function serve(
  server: Server,
  application: Application,
  { isDevelopment }: { isDevelopment: boolean },
): Serving {
  const stopMeasuring = startRecording();
  server.off('request', respondStarting);
  server.on('request', createHandler({ application, isDevelopment }));
  return {
    stop: async (lastly) => {
      await closeGracefully(server);
      await application.end();
      stopMeasuring();
      await lastly?.();
      log.info({ event: 'stopped' }, 'stopped');
    },
  };
}

async function closeGracefully(server: Server) {
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
  startDraining();
  await lastCall(server);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept open between requests would hold the process for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}

// Whoever keeps a connection is told with the next answer that it is the last one.
async function lastCall(server: Server) {
  const began = performance.now();
  let askedAt = began;
  server.prependListener('request', ({ url }: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    // Who asks whether this machine is ready sends no traffic.
    if (url !== '/readyz' && url !== '/healthz') askedAt = performance.now();
  });
  do await pause(QUIET_FOR / 4);
  while (performance.now() - askedAt < QUIET_FOR && performance.now() - began < LAST_CALL);
}
