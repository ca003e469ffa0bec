// A site of two workers, each of whose pages shows a row, and whose form on it writes it: the product's own workers,
// instances, caches and database, with a small application in the place of Next.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { cachedRead } from '@/lib/caching/cached-read';
import { caches } from '@/lib/caching/process-caches';
import { migrate } from '@/lib/database/migrations';
import { reader, writer } from '@/lib/db';
import { createHandler } from '@/server/handler';
import { joinInstances } from '@/server/instances';
import NextCacheHandler from '@/server/next-cache-handler.mjs';
import { joinWorkers, tellListening } from '@/server/worker-link';
import { Workers } from '@/server/workers';

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
  if (process.env.CONTROL === 'unjoined') process.send?.({ kind: 'ready' });
  else await joinWorkers();
  const server = createServer(createHandler({ isDevelopment: false, render }));
  server.listen(Number(process.env.PORT), '127.0.0.1', tellListening);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
  if (process.env.CONTROL === 'unjoined') {
    process.on('message', (message: { kind: string; id: number }) => {
      if (message.kind === 'stale') process.send?.({ kind: 'applied', id: message.id });
    });
  }
}

async function render(...[request, response]: Parameters<Parameters<typeof createHandler>[0]['render']>) {
  // A name for the row and for the tag.
  const key = `notebook:${request.url}`;
  if (request.method === 'POST') {
    const row = { value: await text(request), updatedAt: new Date() };
    await writer.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
    // As Next does when an action redirects: the invalidation is begun, and nobody waits for it.
    void new NextCacheHandler().revalidateTag([key]);
    response.writeHead(303, { Location: request.url, 'X-Worker': process.pid }).end();
    return;
  }
  const row = await cachedRead({
    key,
    tags: [key],
    load: () => reader.setting.findUnique({ where: { key }, select: { value: true } }),
    atBuild: null,
  });
  const value = row?.value ?? '';
  if (value === 'stuck') for (;;);
  if (value === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
  response.writeHead(200, {
    'Content-Type': 'text/html',
    'Cache-Control': 's-maxage=60',
    'X-Worker': process.pid,
    'X-Clock': caches.clock.now,
  });
  response.end(value);
}
