import { spawn } from 'node:child_process';
import { writeThenReadEverywhere } from '../tests/serving/write-then-read';
import { freePort } from '../tests/setup/free-port';
import { startPostgres } from '../tests/setup/postgres-cluster';
import { percentile, type Row } from './table';

const site = [
  '--conditions=react-server',
  '--import',
  './lib/runtime/typescript.mjs',
  'tests/serving/tiny-server-site.ts',
];
const PAIRS = 10_000;

/** Target 3: writes through each worker of both instances in turn, and reads each text from all of them. */
export async function measureFreshness(): Promise<Row[]> {
  const database = await startPostgres('blog', []);
  const url = `${database.url}/blog`;
  const sites = [await startSite(url), await startSite(url)];
  const { stale, writeTimes } = await writeThenReadEverywhere(sites, { pairs: PAIRS, queues: 1 });
  for (const { stop } of sites) await stop();
  await database.stop();
  return [
    {
      target: 3,
      what: `stale reads in ${PAIRS} pairs, two instances of two workers`,
      figure: stale,
      unit: '',
      atMost: 0,
    },
    {
      target: 3,
      what: 'a write that waits for both instances, p95',
      figure: percentile(writeTimes, 0.95),
      unit: 'ms',
      atMost: 50,
    },
  ];
}

async function startSite(databaseUrl: string) {
  const port = await freePort();
  const running = spawn(process.execPath, site, {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => running.stdout.once('data', resolve));
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      await ended;
    },
  };
}
