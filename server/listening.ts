import { createServer, type Server } from 'node:http';
import { EnvError } from '@/lib/env';

/** How long a request may take to arrive, head and whole, and how long an idle connection is kept, in ms. */
const HEAD_WITHIN = 20_000;
const WHOLE_WITHIN = 120_000;
const IDLE_FOR = 65_000;

export function makeServer(isDevelopment: boolean): Server {
  const server = createServer({
    headersTimeout: HEAD_WITHIN,
    requestTimeout: WHOLE_WITHIN,
    keepAliveTimeout: IDLE_FOR,
    // No page speaks over a WebSocket; Next would answer upgrades with a router of its own.
    ...(isDevelopment ? {} : { shouldUpgradeCallback: () => false }),
  });
  return server;
}

/** Takes the port, and answers with its number (PORT=0 lets the machine choose). */
export function listen(server: Server, host: string, port: number) {
  return new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number) {
  if (error.code === 'EADDRINUSE')
    return new EnvError(`Port ${port} is taken: stop what uses it, or start with PORT set to another one.`);
  if (error.code === 'EACCES')
    return new EnvError(`Port ${port} needs more rights than this account has: set PORT to 1024 or higher.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new EnvError(`HOST is ${host}, which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all.`);
  return error;
}
