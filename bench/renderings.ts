import { seed, type BenchData } from './database';
import { serve, visit, type BenchSite } from './site';
import { percentile, type Row } from './table';

const MEGABYTE = 1024 * 1024;
const COMMENTS_PER_POST = 10;

/** Target 2: first renderings of full article pages per second. */
export async function measureFirstRenderings(posts: number): Promise<Row[]> {
  const data = await seed({ posts, comments: posts * 50 });
  const rows = await renderFirst(data);
  await data.remove();
  return rows;
}

export async function renderFirst(data: BenchData): Promise<Row[]> {
  const site = await serve(data);
  await visit(site.posts.slice(-50), 8);
  const fresh = site.posts.slice(0, Math.max(50, Math.min(1_000, site.posts.length - 50)));
  const began = performance.now();
  await visit(fresh, 8);
  const perSecond = fresh.length / ((performance.now() - began) / 1000);
  await site.stop();
  return [
    { target: 2, what: 'first renderings, about 50 comments each', figure: perSecond, unit: 'pages/s', atLeast: 150 },
  ];
}

/** Target 5: cost of an uncached address on a small and on a large site. */
export async function measureFlatCost(small: number, large: number): Promise<Row[]> {
  const before = await costs(small);
  const after = await costs(large);
  return Object.entries(after).map(([what, figure]) => {
    const limit = before[what] ?? 0;
    return {
      target: 5,
      what: `${what}, p95 at ${large} posts against ${small}`,
      figure,
      unit: 'ms',
      limit,
      ratio: figure / limit,
      atMost: 1.5,
    };
  });
}

/** Target 8: memory after ten thousand distinct addresses, random ones included. */
export async function measureMemory(posts: number): Promise<Row[]> {
  const data = await seed({ posts, comments: posts * 5 });
  const rows = await fillMemory(data);
  await data.remove();
  return rows;
}

export async function fillMemory(data: BenchData): Promise<Row[]> {
  const site = await serve(data);
  const known = site.posts.slice(0, 5_000);
  const strangers = Array.from({ length: 10_000 - known.length }, (_, i) => `${site.url}/stranger-${i}`);
  await visit([...known, ...strangers], 16);
  const [answering = 0, rendering = 0] = site.residentBytes().map((bytes) => bytes / MEGABYTE);
  await site.stop();
  const after = 'after 10,000 distinct addresses';
  return [
    { target: 8, what: `resident ${after}: what answers requests`, figure: answering, unit: 'MB', atMost: 300 },
    { target: 8, what: `resident ${after}: what makes pages`, figure: rendering, unit: 'MB', atMost: 300 },
  ];
}

async function costs(posts: number) {
  const data = await seed({ posts, comments: posts * COMMENTS_PER_POST });
  const site = await serve(data);
  const alike = await alikeOn(data, site);
  await visit(alike.slice(-60), 4);
  const groups: Record<string, string[]> = {
    article: alike.slice(0, 200),
    'lists, page 2 to 90': Array.from({ length: 89 }, (_, i) => `${site.url}/page/${i + 2}`),
    search: Array.from(
      { length: 60 },
      (_, i) => `${site.url}/search?q=${['harbour', 'tide', 'boat', 'market', 'light'][i % 5]}+${i}`,
    ),
    'feeds of articles': alike.slice(200, 260).map((address) => `${address}/feed.xml`),
  };
  const result: Record<string, number> = {};
  for (const [what, addresses] of Object.entries(groups)) result[what] = percentile(await visit(addresses, 1), 0.95);
  await site.stop();
  await data.remove();
  return result;
}

// Posts with about the same number of comments, so that sites of different sizes compare.
async function alikeOn(data: BenchData, site: BenchSite) {
  const slugs = await data.select<{ slug: string }>(
    `SELECT "slug" FROM "Post" WHERE "type" = 'post' AND "status" = 'published'
     ORDER BY abs("commentCount" - ${COMMENTS_PER_POST}), "id" LIMIT 320`,
  );
  return slugs.map(({ slug }) => `${site.url}/${slug}`);
}
