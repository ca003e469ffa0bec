import cluster from 'node:cluster';
import { join } from 'node:path';
import { claimServing } from '@/lib/database/serving-claim';
import { env, readEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { keepFigures, shareFigures } from './metrics/aggregation';
import { joinAlone, joinInstances } from './replication/join-instances';
import { answerNotYet, listen, makeServer } from './http/http-server';
import { Renderer, RendererHopeless } from './rendering/renderer';
import { serve } from './lifecycle/serving';
import { joinWorkers, tellListening } from './cluster/worker-bus';

const rendererScript = join(import.meta.dirname, 'renderer-main.ts');
const isDevelopment = process.argv.includes('--dev');
let whenToldToStop: () => Promise<void> = async () => {};

process.on('unhandledRejection', (error) => log.error({ event: 'unhandled_rejection', error }, 'unhandled rejection'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stopOnce());

try {
  if (cluster.isWorker) await startWorker();
  else if (isDevelopment) await startDevelopment();
  else if (readEnv(process.env).workers > 1) await startWithWorkers();
  else await startAlone();
} catch (error) {
  if (!(error instanceof RendererHopeless && error.hasSaidWhy)) {
    const { inPlainWords } = await import('@/lib/plain-words');
    process.stderr.write(`${inPlainWords(error)}\n`);
  }
  process.exit(1);
}

/**
 * This process answers requests from what it keeps. A second one prepares the site, makes what is not kept, and works
 * beside the requests.
 */
async function startAlone() {
  const { server } = await takePort();
  const renderer = new Renderer(rendererScript, ['--alone']);
  const lines = await renderer.ready;
  const line = await joinAlone();
  keepFigures({ withOwn: true });
  await renderer.begin();
  const serving = serve(server, renderer, { isDevelopment });
  whenToldToStop = async () => {
    renderer.rest();
    await serving.stop(async () => line?.leave());
  };
  sayReady(lines);
}

/** In development one process does everything, because Next's tools want the server itself. */
async function startDevelopment() {
  const { server } = await takePort();
  const { prepareFolder, prepareSite, startBackgroundWork, startFollowing } = await import('./lifecycle/bootstrap');
  const { startNext } = await import('./rendering/next-application');
  prepareFolder();
  const lines = await prepareSite();
  const line = await joinAlone();
  keepFigures({ withOwn: true });
  const serving = serve(server, await startNext({ server, isDevelopment }), { isDevelopment });
  const stops = [await startFollowing(), await startBackgroundWork()];
  whenToldToStop = async () => {
    for (const stop of stops) await stop();
    await serving.stop(async () => line?.leave());
  };
  sayReady(lines);
}

/** This process prepares the site, works beside the requests and watches over the workers, which answer them. */
async function startWithWorkers() {
  const { server, port } = await takePort();
  const { prepareFolder, prepareSite, startBackgroundWork, disconnect } = await import('./lifecycle/bootstrap');
  const { Workers } = await import('./cluster/workers');
  prepareFolder();
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
  keepFigures({ withOwn: false });
  await workers.start();
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
  const renderer = new Renderer(rendererScript);
  await joinWorkers();
  shareFigures();
  await renderer.begin();
  const server = makeServer(false);
  const serving = serve(server, renderer, { isDevelopment });
  await listen(server, host, port);
  whenToldToStop = () => {
    renderer.rest();
    return serving.stop();
  };
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
  claimServing();
  return { server, port };
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
