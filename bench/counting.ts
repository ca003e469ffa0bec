import { setTimeout as pause } from 'node:timers/promises';
import { fillSlots, seed, type BenchData } from './database';
import { probe } from './probing';
import { EVENTS_PER_SECOND, sendEvents } from './sent-events';
import { serve, visit } from './site';
import { median, percentile, type Row } from './table';

const RUNS = 5;
const MAX_WAIT_S = 60;

/**
 * What counting costs readers: a cached page while a thousand events a second are counted, against none, and against
 * as many that somebody else receives.
 */
export async function measureCounting(seconds: number): Promise<Row[]> {
  const data = await seed({ posts: 100, comments: 1_000 });
  await fillSlots(data);
  const site = await serve(data);
  await visit(site.posts.slice(0, 50), 8);
  const [page = site.url] = site.posts;
  const [boxes, posts] = [await boxesIn(data), await postsIn(data)];
  const p99 = async () => percentile(await probe(page, seconds * 1_000), 0.99);
  const p99While = async (address: string | null) => {
    const sending = await sendEvents({ address, boxes, posts });
    return { p99: await p99(), ...(await sending.stop()) };
  };
  const [idle, elsewhere, busy]: [number[], number[], number[]] = [[], [], []];
  let [sent, lost, counted] = [0, 0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    idle.push(await p99());
    elsewhere.push((await p99While(null)).p99);
    const counting = await p99While(`${site.url}/_s/e`);
    busy.push(counting.p99);
    sent += counting.sent;
    lost += counting.lost;
    counted = await countedViews(data, sent - lost);
  }
  await site.stop();
  await data.remove();
  return rowsOf({ idle: median(idle), elsewhere: median(elsewhere), busy: median(busy), sent, lost, counted });
}

type Measured = Record<'idle' | 'elsewhere' | 'busy' | 'sent' | 'lost' | 'counted', number>;

function rowsOf({ idle, elsewhere, busy, sent, lost, counted }: Measured): Row[] {
  const what = `counting ${EVENTS_PER_SECOND.toLocaleString('en')} events a second`;
  const readers = { target: 10, unit: 'ms', limit: idle };
  return [
    { ...readers, what: `${what}: cached page, p99`, figure: busy, ratio: busy / idle, atMost: 1.2 },
    {
      ...readers,
      what: `${what}, by a plain server of the sender: cached page, p99`,
      figure: elsewhere,
      ratio: elsewhere / idle,
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

async function boxesIn(data: BenchData) {
  const rows = await data.select<{ slotId: string; creativeId: string }>(
    'SELECT "slotId", "creativeId" FROM "LineItem" WHERE "creativeId" IS NOT NULL',
  );
  return rows.map(({ slotId, creativeId }) => `${slotId}.${creativeId}.1`);
}

async function postsIn(data: BenchData) {
  const rows = await data.select<{ id: string }>(`SELECT "id" FROM "Post" WHERE "status" = 'published' LIMIT 50`);
  return rows.map(({ id }) => id);
}

async function countedViews(data: BenchData, wanted: number) {
  const sql = `SELECT sum("count") AS n FROM "ReaderStatistic" WHERE "dimension" = 'views'`;
  for (let waited = 0; ; waited += 1) {
    const [row] = await data.select<{ n: number | null }>(sql);
    if ((row?.n ?? 0) >= wanted || waited > MAX_WAIT_S) return row?.n ?? 0;
    await pause(1_000);
  }
}
