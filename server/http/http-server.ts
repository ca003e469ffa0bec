import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { EnvError } from '@/lib/platform/env';
import { isLongUpload } from './body-limits';

const HEADER_TIMEOUT_MS = 20_000;
const BODY_TIMEOUT_MS = 130_000;
const KEEP_ALIVE_MS = 65_000;
const SILENCE_TIMEOUT_MS = 300_000;
/** The system refuses connections before memory runs out. */
const MAX_CONNECTIONS = 10_000;
const MAX_HEADER_BYTES = 16 * 1024;

export type Timeouts = { head: number; whole: number; idle: number; silent: number; connections: number };

const defaultTimeouts: Timeouts = {
  head: HEADER_TIMEOUT_MS,
  whole: BODY_TIMEOUT_MS,
  idle: KEEP_ALIVE_MS,
  silent: SILENCE_TIMEOUT_MS,
  connections: MAX_CONNECTIONS,
};

export function createHttpServer(
  isDevelopment: boolean,
  { head, whole, idle, silent, connections } = defaultTimeouts,
): Server {
  const server = createServer({
    headersTimeout: head,
    requestTimeout: 0,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: Math.min(5_000, head),
    maxHeaderSize: MAX_HEADER_BYTES,
    // No WebSockets; Next would route an upgrade itself.
    ...(isDevelopment ? {} : { shouldUpgradeCallback: () => false }),
  });
  server.on('request', cutLateBodies(whole));
  server.maxConnections = connections;
  server.setTimeout(silent);
  return server;
}

// Long uploads are limited by pace instead (request-body.ts).
function cutLateBodies(whole: number) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
    const begin = () => {
      const timer = setTimeout(() => request.complete || request.socket.destroy(), whole);
      timer.unref();
      request.once('close', () => clearTimeout(timer));
    };
    if (isLongUpload(request.url)) response.once('finish', begin);
    else begin();
  };
}

export function listen(server: Server, host: string, port: number) {
  return new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** During migrations. */
export function respondStarting(_request: IncomingMessage, response: ServerResponse) {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2', Connection: 'close' });
  response.end('Masthead is starting. Please try again in a moment.\n');
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number) {
  if (error.code === 'EADDRINUSE')
    return new EnvError(`Port ${port} is taken: stop what uses it, or start with PORT set to another one.`);
  if (error.code === 'EACCES')
    return new EnvError(`Port ${port} needs more rights than this account has: set PORT to 1024 or higher.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new EnvError(`HOST is ${host}, which is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for all.`);
  return error;
}
