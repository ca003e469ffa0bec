import { spawn } from 'node:child_process';
import { statSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { freePort } from '../setup/free-port';
import { launchProduct, startProduct, temporaryFolder, until, type Product } from '../setup/product';

const ask = (product: Product, path: string) => fetch(product.url + path);

test('the first start says what it does, the second finds it done', async () => {
  const first = await startProduct();
  expect(first.stdout()).toMatch(/^Migrating the database \(\d+ migrations\) … done in \d+\.\d s$/m);
  expect(first.stdout()).toMatch(/^Masthead is ready at http:\/\/localhost:\d+$/m);
  expect((await ask(first, '/')).status).toBe(200);
  expect((await ask(first, '/readyz')).status).toBe(200);
  first.process.kill('SIGTERM');
  await first.ended;

  const second = await startProduct({ DATA_DIR: first.dataDir });
  expect(second.stdout()).not.toContain('Migrating the database');
});

test('the data folder, its secrets and its rows are for one account alone', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  await startProduct({ DATA_DIR: dataDir });
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const files = [
    'secrets.json',
    'masthead.db',
    'masthead.db-wal',
    'masthead.db-shm',
    'masthead.db.in-use',
    'masthead.db.served',
  ];
  expect(files.filter((name) => (statSync(join(dataDir, name)).mode & 0o777) !== 0o600)).toEqual([]);
});

test.each(['1', '2'])('asks visitors to come back while the site starts with %s workers', async (workers) => {
  const port = await freePort();
  launchProduct({ PORT: String(port), WORKERS: workers });
  const statuses: (number | string)[] = [];
  await until(async () => {
    const asked = fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(10_000) });
    statuses.push(
      await asked.then(
        ({ status }) => status,
        (error: Error) => (error.name === 'TimeoutError' ? 'left waiting' : 'no connection'),
      ),
    );
    return statuses.at(-1) === 200;
  });

  expect(statuses).toContain(503);
  expect(statuses).not.toContain('left waiting');
});

test('SIGTERM lets a request in flight finish, refuses new ones, and ends with 0', async () => {
  const product = await startProduct();
  const { hostname, port } = new URL(product.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  const body = 'a='.padEnd(20_000, 'x');
  socket.write(
    `POST /nowhere HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10_000)}`,
  );
  await until(() => socket.bytesWritten > 10_000);
  await ask(product, '/healthz');

  product.process.kill('SIGTERM');
  await until(() =>
    fetch(product.url).then(
      () => false,
      () => true,
    ),
  );
  // A supervisor that tells the whole family of processes tells this one twice.
  product.process.kill('SIGTERM');
  socket.write(body.slice(10_000));

  expect(await product.ended).toBe(0);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});

test('connections that are merely kept open do not hold up the end', async () => {
  const product = await startProduct();
  const { hostname, port } = new URL(product.url);
  const idle = connect(Number(port), hostname);
  idle.write(`GET /healthz HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  await new Promise((resolve) => idle.once('data', resolve));

  product.process.kill('SIGTERM');

  expect(await product.ended).toBe(0);
});

test('SIGTERM during start ends it cleanly, and the next start works', async () => {
  const dataDir = temporaryFolder();
  const product = launchProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  await until(() => isThere(join(dataDir, 'secrets.json')));
  product.process.kill('SIGTERM');

  expect(await product.ended).toBe(0);
  expect(product.stderr()).toBe('');
  expect((await ask(await startProduct({ DATA_DIR: dataDir }), '/')).status).toBe(200);
});

test('npm passes on the signal to stop', async () => {
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: temporaryFolder(), PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise((resolve) => npm.once('close', resolve));
  await until(() => /ready at/.test(said) || npm.exitCode !== null);
  const url = /ready at (http:\S+)/.exec(said)?.[1] ?? '';

  npm.kill('SIGTERM');
  await ended;

  expect(said).toContain('ready at');
  expect(said).not.toContain('next.config');
  await until(() =>
    fetch(url).then(
      () => false,
      () => true,
    ),
  );
});

test('of two processes that start at once on an empty SQLite database one serves it, and the other says so', async () => {
  const dataDir = temporaryFolder();
  const both = [launchProduct({ DATA_DIR: dataDir }), launchProduct({ DATA_DIR: dataDir })];
  await until(() => both.some(({ url }) => url) && both.some(({ process: { exitCode } }) => exitCode !== null));

  const [serving, refused] = both[0]!.url ? both : both.toReversed();
  expect(await refused!.ended).toBe(1);
  expect(refused!.stderr()).toBe(
    `This data folder is already being served by process ${serving!.process.pid}: stop that one first, or start with DATA_DIR set to another folder.\n`,
  );
  expect((await ask(serving!, '/')).status).toBe(200);
});

test('a database that is being served is served by nobody else, however its folder is named', async () => {
  const serving = await startProduct();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(serving.dataDir, link);
  const database = { DATABASE_URL: `file:${serving.dataDir}/masthead.db` };
  const others = [{ DATA_DIR: serving.dataDir, WORKERS: '2' }, { DATA_DIR: link }, database].map((names) =>
    launchProduct(names),
  );

  for (const other of others) {
    expect(await other.ended).toBe(1);
    expect(other.stderr()).toContain(`already being served by process ${serving.process.pid}:`);
  }
  expect((await ask(serving, '/')).status).toBe(200);
});

test.each(['1', '2'])(
  'a process killed while serving with %s workers leaves the folder to the next one',
  async (WORKERS) => {
    const dataDir = temporaryFolder();
    const killed = await startProduct({ DATA_DIR: dataDir, WORKERS });
    killed.process.kill('SIGKILL');
    await killed.ended;

    expect((await ask(await startProduct({ DATA_DIR: dataDir, WORKERS }), '/')).status).toBe(200);
  },
);

test('commands work beside a running server', async () => {
  const { dataDir } = await startProduct();
  const seeding = launchProduct({ DATA_DIR: dataDir, NODE_ENV: '' }, ['scripts/masthead.mjs', 'seed', '--posts', '3']);

  expect([await seeding.ended, seeding.stderr()]).toEqual([0, expect.any(String)]);
});

test('two processes that start at once on an empty PostgreSQL database migrate once', async () => {
  const url = await emptyDatabase();
  await Promise.all([
    startProduct({ DATABASE_URL: url, WORKERS: '1' }),
    startProduct({ DATABASE_URL: url, WORKERS: '1' }),
  ]);

  const applied = await query(url, 'SELECT migration_name FROM _prisma_migrations');
  expect(applied).toHaveLength(new Set(applied.map((row) => JSON.stringify(row))).size);
});

// The transaction is begun, a migration in the middle is next, all is ready to be committed.
const moments = ['BEGIN', 'CREATE TABLE "CreativeReport"', 'COMMIT'];

test('kill -9 while SQLite migrates leaves a database that the next start completes', async () => {
  const dataDir = temporaryFolder();
  for (const statement of moments) await killMigrating({ DATA_DIR: dataDir }, statement);

  expect((await ask(await startProduct({ DATA_DIR: dataDir }), '/')).status).toBe(200);
});

test('kill -9 while PostgreSQL migrates leaves a database that the next start completes', async () => {
  const url = await emptyDatabase();
  for (const statement of moments) {
    await killMigrating({ DATABASE_URL: url }, statement);
    const tables = await query(url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = 'Post'`);
    const finished = tables.length
      ? await query(url, 'SELECT 1 FROM _prisma_migrations WHERE finished_at IS NOT NULL')
      : ['nothing was begun'];
    expect(finished).not.toHaveLength(0);
  }

  expect((await ask(await startProduct({ DATABASE_URL: url, WORKERS: '1' }), '/')).status).toBe(200);
});

const migrateUntil = `
  import Database from 'better-sqlite3';
  import pg from 'pg';
  import { migrate } from '@/lib/database/migrations';
  for (const [prototype, name] of [[Database.prototype, 'exec'], [pg.Client.prototype, 'query']]) {
    const run = prototype[name];
    prototype[name] = function (sql, ...rest) {
      if (String(sql.text ?? sql).includes(process.env.STATEMENT)) process.kill(process.pid, 'SIGKILL');
      return run.call(this, sql, ...rest);
    };
  }
  await migrate();`;

/** Migrates in a process that is killed instead of running the first statement with these words. */
async function killMigrating(environment: Record<string, string>, statement: string) {
  const flags = ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs', '--input-type=module'];
  const migrating = launchProduct({ ...environment, STATEMENT: statement }, [...flags, '-e', migrateUntil]);
  expect(await migrating.ended).toBe('SIGKILL');
}

function isThere(path: string) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

async function emptyDatabase() {
  const name = `start_${newId().replaceAll('-', '').slice(-12)}`;
  await query(`${inject('postgresUrl')}/postgres`, `CREATE DATABASE ${name}`);
  return `${inject('postgresUrl')}/${name}`;
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
