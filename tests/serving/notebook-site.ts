// A site of two workers, each of whose pages shows a row, and whose form on it writes it: the product's own workers,
// instances, caches and database, with a small application in the place of Next.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { migrate } from '@/lib/database/migrations';
import { createHandler } from '@/server/http/handler';
import { joinInstances } from '@/server/replication/join-instances';
import { Renderer } from '@/server/rendering/renderer';
import { joinWorkers, tellListening } from '@/server/cluster/worker-bus';
import { Workers } from '@/server/cluster/workers';

if (cluster.isPrimary) {
  await migrate();
  const workers = new Workers(Number(process.env.WORKERS ?? 2), {});
  const line = await joinInstances({ drop: (tags) => workers.drop(tags), grant: (until) => workers.grant(until) });
  if (line && process.env.CONTROL !== 'apart') workers.announceThrough((tags) => line.announce(tags));
  await workers.start();
  process.stdout.write(`ready at http://127.0.0.1:${process.env.PORT}\n`);
  const stop = async () => {
    await workers.stop();
    await line?.leave();
  };
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
} else {
  const renderer = new Renderer(join(import.meta.dirname, 'notebook-renderer.ts'));
  if (process.env.CONTROL === 'unjoined') process.send?.({ kind: 'ready' });
  else await joinWorkers();
  await renderer.begin();
  const server = createServer(createHandler({ isDevelopment: false, application: renderer }));
  server.listen(Number(process.env.PORT), '127.0.0.1', tellListening);
  process.on('SIGTERM', () => server.close(() => void renderer.end().then(() => process.exit(0))));
  if (process.env.CONTROL === 'unjoined') {
    process.on('message', (message: { kind: string; id: number }) => {
      if (message.kind === 'stale') process.send?.({ kind: 'applied', id: message.id });
    });
  }
}
