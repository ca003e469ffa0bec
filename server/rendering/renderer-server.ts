import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { caches } from '@/lib/caching/process-caches';
import { log } from '@/lib/platform/log';
import { requestId } from '@/lib/platform/request-id';
import type { WorkerBus } from '@/server/cluster/worker-bus';
import { setSecurityHeaders } from '@/server/http/security-headers';
import { reportMetrics } from '@/server/metrics/aggregation';
import type { Application } from './application';
import {
  CLOCK_HEADER,
  DatabaseUnavailable,
  FAILED_HEADER,
  MODE_HEADER,
  pack,
  REQUEST_ID_HEADER,
} from './renderer-protocol';

/** Cached pages from the parent take precedence. */
const NICENESS = 10;
const EXIT_TIMEOUT_MS = 10_000;
/** Above the parent's limit, because it adds headers. */
const MAX_HEADER_BYTES = 64 * 1024;

type Stop = () => void | Promise<void>;
type Renderer = {
  bus: WorkerBus;
  prepare?: () => Promise<string[]>;
  startApplication: (server: Server) => Promise<Application>;
  startWork?: () => Promise<Stop>;
};

/** Serves the parent until it exits; signals end background work only, because the parent drains. */
export async function serveRenderer({
  bus,
  prepare = async () => [],
  startApplication,
  startWork = async () => () => {},
}: Renderer) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // No time limits: the parent handles slow clients.
  const server = createServer({
    requestTimeout: 0,
    headersTimeout: 0,
    keepAliveTimeout: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  let application: Application | null = null;
  let working: Promise<Stop> | null = null;
  const stopWork = async () => (await working)?.();
  // Node 24.21 can wait for its own threads for ever in process.exit, and nobody is left to end an orphan.
  const endAtOnce = () => {
    rmSync(folder, { recursive: true, force: true });
    process.kill(process.pid, 'SIGKILL');
  };
  process.once('disconnect', () => {
    setTimeout(endAtOnce, EXIT_TIMEOUT_MS).unref();
    server.close();
    void stopWork()
      .then(() => application?.end())
      .finally(endAtOnce);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stopWork().catch((error: unknown) => log.error({ event: 'shutdown_failed', error })));
  }
  if (!process.connected) process.exit(0);
  reportMetrics();
  const lines = await prepare();
  const ready = await startApplication(server);
  application = ready;
  server.on('request', (request, response) => void answer({ application: ready, bus }, request, response));
  const address = join(folder, 'requests');
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
  caches.connect(bus);
  await bus.join({ address, lines });
  bus.reportExpiries();
  working = startWork();
  await working;
  setPriority(NICENESS);
  bus.announceListening();
}

type Answering = { application: Application; bus: WorkerBus };

async function answer({ application, bus }: Answering, request: IncomingMessage, response: ServerResponse) {
  const [mode, clock, id] = [MODE_HEADER, CLOCK_HEADER, REQUEST_ID_HEADER].map((name) => take(request, name));
  try {
    await bus.waitForClock(Number(clock));
    await requestId.run(id ?? '', async () => {
      if (mode === 'readiness') {
        response.writeHead((await application.isReady()) ? 200 : 503).end();
        return;
      }
      if (mode === 'personal') {
        setSecurityHeaders(response);
        await application.answer(request, response);
        return;
      }
      const bytes = pack(await application.render(request, { isDocument: mode === 'document' }));
      response.writeHead(200, { 'Content-Length': bytes.byteLength }).end(bytes);
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailable && !response.headersSent) {
      response.writeHead(503, { [FAILED_HEADER]: 'database' }).end();
      return;
    }
    log.error({ event: 'rendering_failed', url: request.url?.split('?')[0], request: id, error }, 'rendering failed');
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { [FAILED_HEADER]: 'yes' }).end();
  }
}

function take(request: IncomingMessage, name: string) {
  const value = request.headers[name]?.toString();
  delete request.headers[name];
  return value;
}
