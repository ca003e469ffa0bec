import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readForm, send } from './comment-storm';
import { insertReaders, seed } from './database';
import { serve } from './site';
import { percentile, type Row } from './table';

const STREAMS = 2_000;
/** Posts that are followed at once, the first by half of all. */
const POSTS = 20;
const COMMENTS = 20;
/** Connections that are opened at once. */
const AT_ONCE = 100;
const SETTLING_MS = 3_000;

type Follower = { address: string; told: number; toldAt: number };

/** Readers with threads in view: what their open streams weigh, and how soon a comment is told to all of them. */
export async function measureStreams(): Promise<Row[]> {
  const data = await seed({ posts: 100, comments: 5_000 });
  const cookies = await insertReaders(data, COMMENTS);
  const site = await serve(data);
  const articles = site.posts.slice(0, POSTS);
  const streams = await Promise.all(articles.map((article) => streamOf(article, site.url)));
  const [article = ''] = articles;
  const form = await readForm(article);
  const agent = new Agent({ keepAlive: true });
  const say = (cookie: string) =>
    send(form, { text: `Told to all ${cookie.slice(-12)}.`, cookie, agent, isScripted: true });
  await say(cookies.pop() ?? '');
  await pause(SETTLING_MS);
  const before = residentMegabytes(site.residentBytes());
  const followers: Follower[] = [];
  for (let from = 0; from < STREAMS; from += AT_ONCE) {
    const next = Array.from({ length: AT_ONCE }, (_, index) => streams[placeOf(from + index)] ?? '');
    followers.push(...(await Promise.all(next.map(follow))));
  }
  await pause(SETTLING_MS);
  const during = residentMegabytes(site.residentBytes());
  const waits: number[] = [];
  const own = followers.filter(({ address }) => address === streams[0]);
  for (const [index, cookie] of cookies.entries()) {
    const target = own[0]!.told + 1;
    await say(cookie);
    const answeredAt = performance.now();
    while (own.some(({ told }) => told < target)) await pause(5);
    waits.push(...own.map(({ toldAt }) => Math.max(0, toldAt - answeredAt)));
    if (index % 5 === 4) await pause(500);
  }
  agent.destroy();
  await site.stop();
  await data.remove();
  return [
    {
      target: 11,
      what: `${STREAMS} open streams of new comments: resident, all processes`,
      figure: during,
      unit: 'MB',
      limit: before,
    },
    { target: 11, what: `${STREAMS} open streams: what they add`, figure: during - before, unit: 'MB', atMost: 200 },
    {
      target: 11,
      what: `a comment is told to ${own.length} followers, after its answer: p95`,
      figure: percentile(waits, 0.95),
      unit: 'ms',
    },
  ];
}

function placeOf(index: number) {
  return index % 2 === 0 ? 0 : 1 + (((index - 1) / 2) % (POSTS - 1));
}

async function streamOf(article: string, url: string) {
  const html = await (await fetch(article)).text();
  const [, post, since] = /data-live="([^"]+)" data-since="([^"]+)"/.exec(html) ?? [];
  if (!post) throw new Error(`There is no open thread at ${article}`);
  return `${url}/_s/live/${post}?since=${since}`;
}

function follow(address: string) {
  return new Promise<Follower>((resolve, reject) => {
    const follower: Follower = { address, told: 0, toldAt: 0 };
    get(address, { agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
      answer.on('data', (chunk) => {
        const [count] = [...String(chunk).matchAll(/data: (\d+)/g)].slice(-1).map(([, count]) => Number(count));
        if (count === undefined) return;
        Object.assign(follower, { told: count, toldAt: performance.now() });
        resolve(follower);
      });
      answer.on('error', () => {});
    }).on('error', reject);
  });
}

function residentMegabytes(bytes: number[]) {
  return bytes.reduce((sum, each) => sum + each, 0) / 1024 ** 2;
}
