import { writeFileSync } from 'node:fs';
import { stormOn } from './comment-storm';
import { kinds, seed, type BenchData, type Kind } from './database';
import { drawLines } from './drawing';
import type { Cost } from './reads';
import { fillMemory, renderFirst } from './renderings';
import type { Row } from './table';

const COMMENTS_PER_POST = 10;
const LONG_THREAD = 10_000;

type Costs = Record<string, Cost>;
type Options = { small: number; large: number; seconds: number; isCached: boolean };

/**
 * Database cost of each read on sites of growing size, cold (targets 5 and 6), and targets 2, 4 and 8 on the largest.
 */
export async function measureGrowth(options: Options): Promise<Row[]> {
  const rows = [];
  for (const kind of kinds) rows.push(...(await measureKind(kind, options)));
  return rows;
}

async function measureKind(kind: Kind, { small, large, seconds, isCached }: Options) {
  const sizes = [...new Set([small, Math.round(Math.sqrt(small * large)), large])];
  const costs: Costs[] = [];
  const served: Row[] = [];
  for (const posts of sizes) {
    const data = await seed({ posts, comments: posts * COMMENTS_PER_POST, thread: LONG_THREAD }, kind);
    costs.push(await readsOf(data));
    if (posts === large) {
      served.push(...(await renderFirst(data)), ...(await fillMemory(data)), ...(await stormOn(data, seconds)));
    }
    await data.remove();
  }
  if (isCached) draw(kind, sizes, costs);
  const rows = [...flatness(costs[0]!, costs.at(-1)!, small), ...threads(costs.at(-1)!), ...served];
  return rows.map((row) => ({ ...row, what: `${kind}, ${large} posts: ${row.what}` }));
}

async function readsOf(data: BenchData) {
  return JSON.parse(await data.run(['bench/reads.ts'])) as Costs;
}

function draw(kind: Kind, sizes: number[], costs: Costs[]) {
  const lines = Object.keys(costs[0]!).map((name) => ({
    name,
    points: costs.map((cost, index) => ({ x: sizes[index]!, y: cost[name]!.p95 })),
  }));
  const axes = { x: 'posts (ten comments each)', y: `p95 of the part of ${kind}, ms` };
  writeFileSync(`docs/growth-${kind.toLowerCase()}.svg`, drawLines(lines, axes));
}

function flatness(before: Costs, after: Costs, small: number) {
  return Object.entries(after).map(([name, { p95 }]): Row => {
    const limit = before[name]!.p95;
    const what = `${name}, p95 against ${small} posts`;
    return { target: 5, what, figure: p95, unit: 'ms', limit, ratio: p95 / limit, atMost: 1.5 };
  });
}

function threads(costs: Costs) {
  return ['thread, any page', 'comment by itself'].flatMap((name): Row[] => {
    const { p95, statements } = costs[name]!;
    const what = `${name}, of ${LONG_THREAD} comments`;
    return [
      { target: 6, what: `${what}, p95 of the database’s part`, figure: p95, unit: 'ms', atMost: 30 },
      { target: 6, what: `${what}, statements`, figure: statements, unit: '', atMost: 3 },
    ];
  });
}
