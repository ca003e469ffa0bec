// A site of two workers, each of whose pages shows a row, and whose form on it writes it: the product's own workers,
// instances, caches and database, with a small application in the place of Next.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { caches } from '@/lib/caching/process-caches';
import { env } from '@/lib/platform/env';
import { migrate } from '@/lib/database/migrations';
import { createHandler } from '@/server/http/handler';
import { joinInstances } from '@/server/replication/join-instances';
import { Renderer } from '@/server/rendering/renderer';
import { ClusterBus } from '@/server/cluster/cluster-bus';
import { WorkerBus } from '@/server/cluster/worker-bus';
import { Workers } from '@/server/cluster/workers';

if (cluster.isPrimary) {
  await migrate();
  const workers = new Workers(Number(process.env.WORKERS ?? 2), {});
  const instances = await joinInstances(workers);
  const bus = new ClusterBus(workers, process.env.CONTROL === 'apart' ? null : instances);
  caches.connect(bus);
  await workers.start((origin, tags) => bus.invalidateFrom(origin, tags));
  process.stdout.write(`ready at http://127.0.0.1:${process.env.PORT}\n`);
  const stop = async () => {
    await workers.stop();
    await instances?.leave();
  };
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
} else {
  const bus = new WorkerBus({ reachesInstances: env().database === 'postgresql' });
  const renderer = new Renderer(join(import.meta.dirname, 'tiny-server-renderer.ts'));
  if (process.env.CONTROL === 'unjoined') process.send?.({ kind: 'ready' });
  else {
    caches.connect(bus);
    await bus.join();
  }
  await renderer.begin();
  const server = createServer(createHandler({ isDevelopment: false, application: renderer }));
  server.listen(Number(process.env.PORT), '127.0.0.1', () => bus.announceListening());
  process.on('SIGTERM', () => server.close(() => void renderer.end().then(() => process.exit(0))));
  if (process.env.CONTROL === 'unjoined') {
    process.on('message', (message: { kind: string; id: number }) => {
      if (message.kind === 'invalidate') process.send?.({ kind: 'acknowledged', id: message.id });
    });
  }
}
