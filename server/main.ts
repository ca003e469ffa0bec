import cluster from 'node:cluster';
import { extname, join } from 'node:path';
import { caches } from '@/lib/caching/process-caches';
import { claimServing } from '@/lib/database/serving-claim';
import { env, readEnv } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { WorkerBus } from './cluster/worker-bus';
import { createHttpServer, listen, respondStarting } from './http/http-server';
import { serve } from './lifecycle/serving';
import { aggregateMetrics, reportMetrics } from './metrics/aggregation';
import { Renderer, RendererStartFailed } from './rendering/renderer';
import { joinInstances } from './replication/join-instances';

// Beside this file, whether both are bundled or not.
const rendererScript = join(import.meta.dirname, `renderer-main${extname(import.meta.filename)}`);
const isDevelopment = process.argv.includes('--dev');
let onShutdown: () => Promise<void> = async () => {};

process.on('unhandledRejection', (error) => log.error({ event: 'unhandled_rejection', error }, 'unhandled rejection'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, shutDownOnce());

try {
  if (cluster.isWorker) await startWorker();
  else if (isDevelopment) await startDevelopment();
  else if (readEnv(process.env).workers > 1) await startWithWorkers();
  else await startAlone();
} catch (error) {
  if (!(error instanceof RendererStartFailed && error.hasReportedReason)) {
    const { explainError } = await import('@/lib/database/error-messages');
    process.stderr.write(`${explainError(error)}\n`);
  }
  process.exit(1);
}

/** This process answers from memory. Its renderer prepares the site, renders, and does the background work. */
async function startAlone() {
  const { server } = await bindPort();
  const renderer = new Renderer(rendererScript, ['--alone']);
  const lines = await renderer.ready;
  const instances = await connectInstances();
  aggregateMetrics({ withOwn: true });
  await renderer.begin();
  const serving = serve(server, renderer, { isDevelopment });
  onShutdown = async () => {
    renderer.stopWork();
    await serving.stop(async () => instances?.leave());
  };
  logReady(lines);
}

/** One process does everything, because Next's development tools need the HTTP server itself. */
async function startDevelopment() {
  const { server } = await bindPort();
  const { prepareFolder, prepareSite, startBackgroundWork, startSchedulers } = await import('./lifecycle/bootstrap');
  const { startNext } = await import('./rendering/next-application');
  prepareFolder();
  const lines = await prepareSite();
  const instances = await connectInstances();
  aggregateMetrics({ withOwn: true });
  const serving = serve(server, await startNext({ server, isDevelopment }), { isDevelopment });
  const stops = [await startSchedulers(), await startBackgroundWork()];
  onShutdown = async () => {
    for (const stop of stops) await stop();
    await serving.stop(async () => instances?.leave());
  };
  logReady(lines);
}

/** This process prepares the site, does the background work and watches the workers, which answer requests. */
async function startWithWorkers() {
  const { server, port } = await bindPort();
  const { prepareFolder, prepareSite, startBackgroundWork, disconnect } = await import('./lifecycle/bootstrap');
  const { ClusterBus } = await import('./cluster/cluster-bus');
  const { Workers } = await import('./cluster/workers');
  prepareFolder();
  const lines = await prepareSite();
  // The workers share a listening socket of the cluster; this one made sure that the port is free.
  await new Promise((resolve) => server.close(resolve));
  const workers = new Workers(env().workers, { PORT: String(port) });
  onShutdown = () => workers.stop();
  const instances = await joinInstances(workers);
  const bus = new ClusterBus(workers, instances);
  caches.connect(bus);
  aggregateMetrics({ withOwn: false });
  await workers.start((origin, tags) => bus.invalidateFrom(origin, tags));
  const stopWork = await startBackgroundWork();
  onShutdown = async () => {
    await stopWork();
    await workers.stop();
    await instances?.leave();
    await disconnect();
  };
  logReady([...lines, `Serving with ${env().workers} workers.`]);
}

async function startWorker() {
  const { host, port, database } = env();
  const renderer = new Renderer(rendererScript);
  const bus = new WorkerBus({ reachesInstances: database === 'postgresql' });
  caches.connect(bus);
  await bus.join();
  reportMetrics();
  await renderer.begin();
  const server = createHttpServer(false);
  const serving = serve(server, renderer, { isDevelopment });
  await listen(server, host, port);
  onShutdown = () => {
    renderer.stopWork();
    return serving.stop();
  };
  bus.announceListening();
}

async function connectInstances() {
  const instances = await joinInstances({
    drop: async (tags) => caches.clock.invalidate(tags),
    grant: (until) => caches.lease.extendTo(until),
  });
  if (instances) caches.connect(instances);
  return instances;
}

// First, so that mistakes show early, and before env() is read: PORT=0 lets the system choose the port.
async function bindPort() {
  const { host, port: wanted } = readEnv(process.env);
  const server = createHttpServer(isDevelopment);
  server.on('request', respondStarting);
  const port = await listen(server, host, wanted);
  process.env.PORT = String(port);
  claimServing();
  return { server, port };
}

function logReady(lines: string[]) {
  for (const line of [...lines, `Masthead is ready at ${env().siteUrl}`]) process.stdout.write(`${line}\n`);
}

// A terminal and a supervisor may both signal the process group.
function shutDownOnce() {
  let isStopping = false;
  return () => {
    if (isStopping) return;
    isStopping = true;
    onShutdown().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ event: 'shutdown_failed', error }, 'shutdown failed');
        process.exit(1);
      },
    );
  };
}
