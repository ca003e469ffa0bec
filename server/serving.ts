import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import next from 'next';
import { disconnect } from '@/lib/db';
import { log } from '@/lib/log';
import { prepareProcess, type Stop } from './boot';
import { createHandler } from './handler';
import { startDraining } from './health';
import { answerNotYet } from './listening';
import { startMeasuring } from './measuring';

/** How long everything may take once the process is told to stop, in ms. */
export const DRAIN_FOR = 9_000;
/**
 * Requests that were sent before anybody could know arrive a little later: the port stays open until none has come for so
 * long (ms), because a port that closes drops what is on its way.
 */
const QUIET_FOR = 200;
/** But no longer than this (ms): a load balancer that asks /readyz every second sends nothing any more by then. */
const LAST_CALL = 3_000;

export type Serving = {
  /** Finishes what was begun; `lastly` is done when nothing is answered any more, while the database is still there. */
  stop: (lastly?: () => Promise<unknown>) => Promise<void>;
};

/** Answers requests on a server that listens already: loads the application, then hands every request to it. */
export async function serve(
  server: Server,
  options: { host: string; port: number; isDevelopment: boolean },
): Promise<Serving> {
  const stopFollowing = await prepareProcess();
  const stopMeasuring = startMeasuring();
  // What `next start --experimental-next-config-strip-types` sets: Node reads next.config.ts, and Next's compiler
  // (24 MB in every process that serves) stays out.
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true';
  const app = next({
    dev: options.isDevelopment,
    dir: process.cwd(),
    hostname: options.host,
    port: options.port,
    httpServer: server,
  });
  await app.prepare();
  const render = app.getRequestHandler();
  server.off('request', answerNotYet);
  server.on(
    'request',
    createHandler({
      isDevelopment: options.isDevelopment,
      render: (request, response) => render(request, response),
    }),
  );
  return {
    stop: async (lastly) => {
      await stop(server, stopFollowing, () => app.close());
      stopMeasuring();
      await lastly?.();
      await disconnect();
      log.info({ event: 'stopped' }, 'stopped');
    },
  };
}

async function stop(server: Server, stopFollowing: Stop, closeApp: () => Promise<void>) {
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_FOR);
  startDraining();
  await lastCall(server);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept open between requests would hold the process for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
  await closeApp();
  await stopFollowing();
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
