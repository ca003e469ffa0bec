import { createServer, type Server } from 'node:http';
import next from 'next';
import { disconnect } from '@/lib/db';
import { env, EnvError } from '@/lib/env';
import { log } from '@/lib/log';
import { migrateAndPrepare } from './boot';
import { createHandler } from './handler';
import { startDraining } from './health';
import { inPlainWords } from '@/lib/plain-words';

/** How long requests in flight may take after SIGTERM, in ms. */
const DRAIN_FOR = 10_000;
const isDevelopment = process.argv.includes('--dev');

try {
  await start();
} catch (error) {
  process.stderr.write(`${inPlainWords(error)}\n`);
  process.exit(1);
}

async function start() {
  const { host, port, siteUrl } = env();
  const server = createServer();
  await listen(server, host, port);
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  const boot = await migrateAndPrepare();
  const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: host, port: actualPort, httpServer: server });
  await app.prepare();
  const render = app.getRequestHandler();
  server.on('request', createHandler({ isDevelopment, render: (request, response) => render(request, response) }));
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  for (const line of boot.messages) process.stdout.write(`${line}\n`);
  process.stdout.write(`Masthead is ready at ${port === 0 ? `http://localhost:${actualPort}` : siteUrl}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server, boot.stop));
}

function listen(server: Server, host: string, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new EnvError(`Port ${port} is taken: stop what uses it, or start with PORT set to another one.`));
      else if (error.code === 'EACCES')
        reject(new EnvError(`Port ${port} needs more rights than this account has: set PORT to 1024 or higher.`));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

async function stop(server: Server, stopWork: () => Promise<void>) {
  startDraining();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_FOR);
  await closed;
  clearTimeout(deadline);
  await stopWork();
  await disconnect();
  log.info({ event: 'stopped' }, 'stopped');
  process.exit(0);
}
