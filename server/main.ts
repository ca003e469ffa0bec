// Before all else: lib/auth asks Next for cookies, and Next wants its surroundings ready when it is loaded.
import 'next/dist/server/node-environment-baseline.js';
import cluster from 'node:cluster';
import { env, readEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { inPlainWords } from '@/lib/plain-words';
import { disconnect } from '@/lib/db';
import { prepareSite, startBackgroundWork } from './boot';
import { keepFigures, keepFiguresOfWorkers, shareFigures } from './figures';
import { joinAlone, joinInstances } from './instances';
import { answerNotYet, listen, makeServer } from './listening';
import { serve } from './serving';
import { joinWorkers, tellListening } from './worker-link';
import { Workers } from './workers';

const isDevelopment = process.argv.includes('--dev');
let whenToldToStop: () => Promise<void> = async () => {};

process.on('unhandledRejection', (error) => log.error({ event: 'unhandled_rejection', error }, 'unhandled rejection'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopOnce());

try {
  if (cluster.isWorker) await startWorker();
  else if (readEnv(process.env).workers > 1 && !isDevelopment) await startWithWorkers();
  else await startAlone();
} catch (error) {
  process.stderr.write(`${inPlainWords(error)}\n`);
  process.exit(1);
}

/** One process does everything. */
async function startAlone() {
  const { server, host, port } = await takePort();
  const lines = await prepareSite();
  const line = await joinAlone();
  keepFigures();
  const serving = await serve(server, { host, port, isDevelopment });
  const stopWork = await startBackgroundWork();
  whenToldToStop = async () => {
    await stopWork();
    await serving.stop(async () => line?.leave());
  };
  sayReady(lines);
}

/** This process prepares the site, works beside the requests and watches over the workers, which answer them. */
async function startWithWorkers() {
  const { server, port } = await takePort();
  const lines = await prepareSite();
  // The workers share one listening socket of the cluster; this one only made sure that the port is free.
  await new Promise((resolve) => server.close(resolve));
  const workers = new Workers(env().workers, { PORT: String(port) });
  whenToldToStop = () => workers.stop();
  const line = await joinInstances({
    drop: (tags) => workers.drop(tags),
    grant: (until) => workers.grant(until),
  });
  if (line) workers.announceThrough((tags) => line.announce(tags));
  await workers.start();
  keepFiguresOfWorkers();
  const stopWork = await startBackgroundWork();
  whenToldToStop = async () => {
    await stopWork();
    await workers.stop();
    await line?.leave();
    await disconnect();
  };
  sayReady([...lines, `Serving with ${env().workers} workers.`]);
}

async function startWorker() {
  const { host, port } = env();
  await joinWorkers();
  shareFigures();
  const server = makeServer(false);
  const serving = await serve(server, { host, port, isDevelopment: false });
  await listen(server, host, port);
  whenToldToStop = () => serving.stop();
  tellListening();
}

// Before anything else, so that a mistake shows early, and before anything reads env(): with PORT=0 the machine chooses,
// and the site's own address must say so.
async function takePort() {
  const { host, port: wanted } = readEnv(process.env);
  const server = makeServer(isDevelopment);
  server.on('request', answerNotYet);
  const port = await listen(server, host, wanted);
  process.env.PORT = String(port);
  return { server, host, port };
}

function sayReady(lines: string[]) {
  for (const line of [...lines, `Masthead is ready at ${env().siteUrl}`]) process.stdout.write(`${line}\n`);
}

// A terminal and a supervisor may both tell the whole family of processes: the second time changes nothing.
function stopOnce() {
  let isStopping = false;
  return () => {
    if (isStopping) return;
    isStopping = true;
    whenToldToStop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ event: 'stop_failed', error }, 'stop failed');
        process.exit(1);
      },
    );
  };
}
