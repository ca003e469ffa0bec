// What makes the pages of the notebook: the product's own renderer, with a small application in the place of Next.
import { text } from 'node:stream/consumers';
import { cachedRead } from '@/lib/caching/cached-read';
import { caches } from '@/lib/caching/process-caches';
import { readDb, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { WorkerBus } from '@/server/cluster/worker-bus';
import { localApplication } from '@/server/rendering/application';
import NextCacheHandler from '@/server/cache/next-cache-handler.mjs';
import { serveRenderer } from '@/server/rendering/renderer-server';
import type { Render } from '@/server/rendering/buffered-response';

await serveRenderer({
  bus: new WorkerBus({ reachesInstances: env().database === 'postgresql' }),
  startApplication: async () => localApplication(render),
});

async function render(...[request, response]: Parameters<Render>) {
  // A name for the row and for the tag.
  const key = `notebook:${request.url}`;
  if (request.method === 'POST') {
    const row = { value: await text(request), updatedAt: new Date() };
    await db.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
    // As Next does when an action redirects: the invalidation is begun and not awaited.
    void new NextCacheHandler().revalidateTag([key]);
    response.writeHead(303, { Location: request.url, 'X-Worker': process.pid }).end();
    return;
  }
  const row = await cachedRead({
    key,
    tags: [key],
    load: () => readDb.setting.findUnique({ where: { key }, select: { value: true } }),
    atBuild: null,
  });
  const value = row?.value ?? '';
  if (value === 'stuck') for (;;);
  response.writeHead(200, {
    'Content-Type': 'text/html',
    'Cache-Control': 's-maxage=60',
    'X-Worker': process.pid,
    'X-Clock': caches.clock.now,
  });
  response.end(value);
}
