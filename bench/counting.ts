import { setTimeout as pause } from 'node:timers/promises';
import { browser, pageBatch } from '../tests/factories/page-batches';
import { fillSlots, seed, type BenchData } from './database';
import { ask, probe, startFlood } from './probing';
import { serve, visit } from './site';
import { median, percentile, type Row } from './table';

const EVENTS_PER_SECOND = 1_000;
/** A view and what became of three boxes. */
const EVENTS_PER_BATCH = 4;
const RUNS = 5;
const MAX_WAIT_S = 60;

/** What counting costs readers: a cached page while a thousand events a second are counted, against none. */
export async function measureCounting(seconds: number): Promise<Row[]> {
  const data = await seed({ posts: 100, comments: 1_000 });
  await fillSlots(data);
  const site = await serve(data);
  const [page = site.url] = site.posts;
  await visit(site.posts.slice(0, 50), 8);
  const boxes = await boxesIn(data);
  const posts = await data.select<{ id: string }>(`SELECT "id" FROM "Post" WHERE "status" = 'published' LIMIT 50`);
  const [idle, busy]: [number[], number[]] = [[], []];
  let [sent, lost] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    idle.push(percentile(await probe(page, seconds * 1_000), 0.99));
    const flood = startFlood(EVENTS_PER_SECOND / EVENTS_PER_BATCH, (index, agent) => {
      const post = posts[index % posts.length]?.id;
      const body = JSON.stringify(batchOf(boxes, post ?? null));
      const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': browser, 'content-length': body.length };
      return ask(`${site.url}/_s/e`, { agent, method: 'POST', headers }, body);
    });
    busy.push(percentile(await probe(page, seconds * 1_000), 0.99));
    const statuses = await flood.stop();
    sent += statuses.length;
    lost += statuses.filter((status) => status !== 204).length;
    await countedViews(data, sent - lost);
  }
  const counted = await countedViews(data, sent - lost);
  await site.stop();
  await data.remove();
  const [before, during] = [median(idle), median(busy)];
  const what = `counting ${EVENTS_PER_SECOND.toLocaleString('en')} events a second`;
  return [
    {
      target: 10,
      what: `${what}: cached page, p99`,
      figure: during,
      unit: 'ms',
      limit: before,
      ratio: during / before,
      atMost: 1.2,
    },
    { target: 10, what: `${what}: not accepted`, figure: lost, unit: '', atMost: 0 },
    {
      target: 10,
      what: `${what}: views in the database`,
      figure: counted,
      unit: '',
      limit: sent,
      ratio: counted / sent,
      atLeast: 1,
    },
  ];
}

function batchOf(boxes: string[], post: string | null) {
  const slots = boxes
    .slice(0, EVENTS_PER_BATCH - 1)
    .map((box): ['slot', string, number, number[]] => ['slot', box, 0, [5, 40]]);
  return pageBatch([['view'], ...slots], { page: 'post', post });
}

async function boxesIn(data: BenchData) {
  const rows = await data.select<{ slotId: string; creativeId: string }>(
    'SELECT "slotId", "creativeId" FROM "LineItem" WHERE "creativeId" IS NOT NULL',
  );
  return rows.map(({ slotId, creativeId }) => `${slotId}.${creativeId}.1`);
}

async function countedViews(data: BenchData, wanted: number) {
  const sql = `SELECT sum("count") AS n FROM "ReaderStatistic" WHERE "dimension" = 'views'`;
  for (let waited = 0; ; waited += 1) {
    const [row] = await data.select<{ n: number | null }>(sql);
    if ((row?.n ?? 0) >= wanted || waited > MAX_WAIT_S) return row?.n ?? 0;
    await pause(1_000);
  }
}
