import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { drawLines } from './drawing';
import type { Cost } from './reads';
import { seed } from './site';
import type { Row } from './table';

const COMMENTS_PER_POST = 10;
const LONG_THREAD = 10_000;
const PICTURE = 'docs/growth.svg';

/** Targets 5 and 6, the database's part: what each read costs, cold, on sites of growing size; and a picture of it. */
export async function measureGrowth(small: number, large: number, isKept: boolean): Promise<Row[]> {
  const sizes = [...new Set([small, Math.round(Math.sqrt(small * large)), large])];
  const costs = sizes.map(costsAt);
  if (isKept) {
    const lines = Object.keys(costs[0]!).map((name) => ({
      name,
      points: costs.map((cost, index) => ({ x: sizes[index]!, y: cost[name]!.p95 })),
    }));
    writeFileSync(PICTURE, drawLines(lines, { x: 'posts (ten comments each)', y: 'p95 of the database’s part, ms' }));
  }
  return [...flatness(costs[0]!, costs.at(-1)!, { small, large }), ...threads(costs.at(-1)!)];
}

function flatness(before: Record<string, Cost>, after: Record<string, Cost>, { small, large }: Record<string, number>) {
  return Object.entries(after).map(([name, { p95 }]): Row => {
    const limit = before[name]!.p95;
    const what = `database, ${name}, p95 at ${large} posts against ${small}`;
    return { target: 5, what, figure: p95, unit: 'ms', limit, ratio: p95 / limit, atMost: 1.5 };
  });
}

function threads(costs: Record<string, Cost>) {
  return ['thread, any page', 'comment by itself'].flatMap((name): Row[] => {
    const { p95, statements } = costs[name]!;
    const what = `${name}, of ${LONG_THREAD} comments`;
    return [
      { target: 6, what: `${what}, p95 of the database’s part`, figure: p95, unit: 'ms', atMost: 30 },
      { target: 6, what: `${what}, statements`, figure: statements, unit: '', atMost: 3 },
    ];
  });
}

function costsAt(posts: number): Record<string, Cost> {
  const { dataDir, remove } = seed(posts, posts * COMMENTS_PER_POST, LONG_THREAD);
  try {
    const flags = ['--conditions=react-server', '--import', './server/typescript.mjs', 'bench/reads.ts'];
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db`, LOG_LEVEL: 'error' };
    return JSON.parse(execFileSync(process.execPath, flags, { env, encoding: 'utf8' })) as Record<string, Cost>;
  } finally {
    remove();
  }
}
