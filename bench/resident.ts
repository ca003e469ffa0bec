import { seed } from './database';
import { serve, visit } from './site';
import type { Row } from './table';

const MEGABYTE = 1024 * 1024;
const POSTS = 1_000;
const ADDRESSES = 10_000;

/** Target 15: memory of all processes that `npm start` leaves, npm aside, after articles and after many more addresses. */
export async function measureResident(): Promise<Row[]> {
  const data = await seed({ posts: POSTS, comments: 5 * POSTS });
  const site = await serve(data, { isStarted: true });
  await visit(site.posts.slice(0, POSTS), 8);
  const after = site.residentBytes();
  const strangers = Array.from({ length: ADDRESSES - POSTS }, (_, at) => `${site.url}/stranger-${at}`);
  await visit(strangers, 16);
  const later = site.residentBytes();
  await site.stop();
  await data.remove();
  const names = ['start script', 'front', 'renderer'];
  return [
    ...after.map((bytes, at) => row(`after ${POSTS} articles: ${names[at] ?? `process ${at + 1}`}`, bytes)),
    row(`after ${POSTS} articles: all`, sum(after)),
    {
      ...row(`after ${ADDRESSES} addresses: all`, sum(later)),
      limit: sum(after) / MEGABYTE,
      ratio: sum(later) / sum(after),
      atMost: 1.3,
    },
  ];
}

function row(what: string, bytes: number): Row {
  return { target: 15, what: `resident ${what}`, figure: bytes / MEGABYTE, unit: 'MB' };
}

function sum(numbers: readonly number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
