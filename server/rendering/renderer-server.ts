import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from '@/lib/log';
import { requestId } from '@/lib/request-id';
import type { Application } from './application';
import { shareFigures } from '@/server/metrics/aggregation';
import { CLOCK_HEADER, DatabaseAway, FAILED_HEADER, MANNER_HEADER, pack, REQUEST_ID_HEADER } from './renderer-protocol';
import { setSecurityHeaders } from '@/server/http/security-headers';
import { heardAllUntil, joinWorkers, passOnWhatIsNoticed, tellListening } from '@/server/cluster/worker-bus';

/** Where both want a core, who only hands out what is kept goes first: that is quickly done, and many wait for it. */
const NICENESS = 10;
/** How long this process may take to end once its parent is gone and cannot end it (ms). */
const END_WITHIN = 10_000;
/** Heads come from the parent, which bounded them, and said a little more. */
const LARGEST_HEAD = 64 * 1024;

type Stop = () => void | Promise<void>;
type Work = {
  /** Done before all else; answers with what the operator is told of it. */
  prepare?: () => Promise<string[]>;
  startApplication: (server: Server) => Promise<Application>;
  /** Begins what this process does beside the requests; the returned function ends it. */
  startWork?: () => Promise<Stop>;
};

/**
 * The renderer's side of server/rendering/renderer.ts: answers its parent until that is gone. Signals are for the parent, which
 * drains first; here they end only what is done beside the requests.
 */
export async function answerParent({
  prepare = async () => [],
  startApplication,
  startWork = async () => () => {},
}: Work) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // It is the parent that looks after slow clients.
  const server = createServer({
    requestTimeout: 0,
    headersTimeout: 0,
    keepAliveTimeout: 0,
    maxHeaderSize: LARGEST_HEAD,
  });
  let application: Application | null = null;
  let working: Promise<Stop> | null = null;
  const stopWork = async () => (await working)?.();
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), END_WITHIN).unref();
    server.close();
    void stopWork()
      .then(() => application?.end())
      .finally(() => process.exit(0));
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stopWork().catch((error: unknown) => log.error({ event: 'stop_failed', error })));
  }
  if (!process.connected) process.exit(0);
  shareFigures();
  const lines = await prepare();
  const ready = await startApplication(server);
  application = ready;
  server.on('request', (request, response) => void answer(ready, request, response));
  const at = join(folder, 'requests');
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, resolve));
  await joinWorkers({ at, lines });
  passOnWhatIsNoticed();
  working = startWork();
  await working;
  setPriority(NICENESS);
  tellListening();
}

async function answer(application: Application, request: IncomingMessage, response: ServerResponse) {
  const [manner, clock, id] = [MANNER_HEADER, CLOCK_HEADER, REQUEST_ID_HEADER].map((name) => take(request, name));
  try {
    await heardAllUntil(Number(clock));
    await requestId.run(id ?? '', async () => {
      if (manner === 'readiness') {
        response.writeHead((await application.isReady()) ? 200 : 503).end();
        return;
      }
      if (manner === 'person') {
        setSecurityHeaders(response);
        await application.answer(request, response);
        return;
      }
      const bytes = pack(await application.render(request, { isDocument: manner === 'document' }));
      response.writeHead(200, { 'Content-Length': bytes.byteLength }).end(bytes);
    });
  } catch (error) {
    if (error instanceof DatabaseAway && !response.headersSent) {
      response.writeHead(503, { [FAILED_HEADER]: 'away' }).end();
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
