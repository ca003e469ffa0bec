import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/lib/platform/log';
import { createHandler } from '@/server/http/handler';
import { respondStarting } from '@/server/http/http-server';
import { closePageEvents } from '@/server/http/page-events';
import { closeVisits } from '@/server/http/visit-counting';
import { closeLiveStreams } from '@/server/live/serving';
import { startRecording } from '@/server/metrics/recording';
import type { Application } from '@/server/rendering/application';
import { startDraining } from './health';

export const DRAIN_TIMEOUT_MS = 9_000;
/** Closing the port earlier would drop requests in transit. */
const QUIET_PERIOD_MS = 200;
/** Load balancers that poll every second have noticed by then. */
const MAX_QUIET_WAIT_MS = 3_000;

export type Serving = {
  stop: (afterwards?: () => Promise<unknown>) => Promise<void>;
};

export function serve(
  server: Server,
  application: Application,
  { isDevelopment }: { isDevelopment: boolean },
): Serving {
  const stopMeasuring = startRecording();
  server.off('request', respondStarting);
  server.on('request', createHandler({ application, isDevelopment }));
  return {
    stop: async (afterwards) => {
      closeLiveStreams();
      await closeGracefully(server);
      await closePageEvents();
      await closeVisits();
      await application.end();
      stopMeasuring();
      await afterwards?.();
      log.info({ event: 'stopped' }, 'stopped');
    },
  };
}

async function closeGracefully(server: Server) {
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
  startDraining();
  await waitUntilQuiet(server);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Keep-alive connections would delay the exit by a minute.
  const idleTimer = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(idleTimer);
  clearTimeout(deadline);
}

async function waitUntilQuiet(server: Server) {
  const began = performance.now();
  let askedAt = began;
  server.prependListener('request', ({ url }: IncomingMessage, response: ServerResponse) => {
    response.shouldKeepAlive = false;
    if (url !== '/readyz' && url !== '/healthz') askedAt = performance.now();
  });
  do await pause(QUIET_PERIOD_MS / 4);
  while (performance.now() - askedAt < QUIET_PERIOD_MS && performance.now() - began < MAX_QUIET_WAIT_MS);
}
