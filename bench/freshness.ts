import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { freePort } from '../tests/setup/free-port';
import { startPostgres } from '../tests/setup/postgres-cluster';
import { percentile, type Row } from './table';

const site = ['--conditions=react-server', '--import', './server/typescript.mjs', 'tests/serving/notebook-site.ts'];
const PAIRS = 10_000;

/** Target 3: writes on one instance or the other, each read at once on both, whichever of their workers answers. */
export async function measureFreshness(): Promise<Row[]> {
  const database = await startPostgres('blog', []);
  const url = `${database.url}/blog`;
  const sites = [await startSite(url), await startSite(url)];
  const times: number[] = [];
  let stale = 0;
  for (let i = 0; i < PAIRS; i += 1) {
    const text = `text ${i}`;
    const began = performance.now();
    await send(sites[i % sites.length]!.url, 'POST', text);
    times.push(performance.now() - began);
    const answers = await Promise.all([...sites, ...sites].map(({ url }) => send(url, 'GET')));
    stale += answers.filter((answer) => answer !== text).length;
  }
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
      figure: percentile(times, 0.95),
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

// A connection for each request, so that any worker may get it.
function send(url: string, method: string, body?: string) {
  return new Promise<string>((resolve, reject) => {
    const sending = request(url, { method, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve(text));
    });
    sending.on('error', reject).end(body);
  });
}
