import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { explainError } from '@/lib/database/error-messages';
import { launchProduct, startProduct, temporaryFolder } from '../setup/product';

/** Starts with an invalid setting and returns all messages to the operator. */
async function refusal(environment: Record<string, string>) {
  const product = launchProduct(environment);
  const code = await product.ended;
  return { code, said: product.stderr(), lines: product.stderr().trim().split('\n').length };
}

function oneSentence(said: RegExp) {
  return { code: 1, lines: 1, said: expect.stringMatching(said) as string };
}

test('a taken port', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;

  expect(await refusal({ PORT: String(port) })).toEqual(
    oneSentence(new RegExp(`^Port ${port} is taken: stop what uses it, or start with PORT set to another one\\.`)),
  );
});

test('a host that is no address of this machine', async () => {
  expect(await refusal({ HOST: '203.0.113.7', RATE_LIMITS: 'on' })).toEqual(oneSentence(/^HOST is 203\.0\.113\.7/));
});

test('a data folder that cannot be made', async () => {
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');

  expect(await refusal({ DATA_DIR: join(file, 'data') })).toEqual(
    oneSentence(/^The data folder .* cannot be written: .* set DATA_DIR to another folder\./),
  );
});

// lib/platform/env.test.ts has every way in which one can be wrong; here each of them is seen to end the start.
test.each([
  [{ PORT: 'http' }, /^PORT must be a whole number from 0 to 65535\.$/m],
  [{ HOST: 'http://0.0.0.0' }, /^HOST must be an address of this machine such as 127\.0\.0\.1/],
  [{ SITE_URL: 'example.org' }, /^SITE_URL must be an address such as https:\/\/blog\.example\.org\.$/m],
  [{ SITE_URL: 'https://bücher.example/blog' }, /^SITE_URL must be an address such as .* without a path\.$/m],
  [{ DATABASE_URL: 'mysql://localhost/blog' }, /^DATABASE_URL must start with file: or postgresql:\/\/\.$/m],
  [{ WORKERS: '0' }, /^WORKERS must be a whole number from 1 to 256\.$/m],
  [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must be at least 32 characters long\.$/m],
  [{ SMTP_URL: 'mail.example.org' }, /^SMTP_URL must start with smtp:\/\/ or smtps:\/\/\.$/m],
  [{ MAIL_FROM: 'the blog' }, /^MAIL_FROM must be an address such as blog@example\.org/],
  [
    { DKIM_SELECTOR: 'masthead', DKIM_PRIVATE_KEY_FILE: '/nowhere/key.pem' },
    /^DKIM_PRIVATE_KEY_FILE names \/nowhere\/key\.pem, which cannot be read\.$/m,
  ],
  [{ DKIM_SELECTOR: 'masthead', DKIM_PRIVATE_KEY: 'secret' }, /^DKIM_PRIVATE_KEY must hold a private key in PEM form/],
  [{ S3_BUCKET: 'a/b' }, /^S3_BUCKET must be the name of a bucket/],
  [{ S3_BUCKET: 'pictures', S3_REGION: 'eu west' }, /^S3_REGION must be the name of a region/],
  [{ S3_ENDPOINT: 'http://127.0.0.1:9000' }, /^S3_BUCKET must be set beside the other S3 variables\.$/m],
  [
    { S3_BUCKET: 'pictures', S3_ACCESS_KEY_ID: 'id' },
    /^S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together\.$/m,
  ],
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must be at least 16 characters long\.$/m],
  [{ TRUSTED_PROXIES: '10.0.0.0/99' }, /^TRUSTED_PROXIES names "10\.0\.0\.0\/99", which is not an address or network/],
  [{ TRUSTED_PROXIES: 'nginx' }, /^TRUSTED_PROXIES names "nginx", which is not an address or network/],
  [{ GITHUB_ID: 'abc' }, /^GITHUB_ID and GITHUB_SECRET must be set together\.$/m],
  [{ GOOGLE_SECRET: 'abc' }, /^GOOGLE_ID and GOOGLE_SECRET must be set together\.$/m],
  [{ OIDC_ISSUER: 'https://id.example.org' }, /^OIDC_ISSUER, OIDC_ID and OIDC_SECRET must be set together\.$/m],
  [{ OIDC_NAME: 'n'.repeat(81) }, /^OIDC_NAME must be at most 80 characters long\.$/m],
  [
    { SITE_URL: 'https://blog.example.org', ADS_FRAME_ORIGIN: 'https://frames.example.org' },
    /^ADS_FRAME_ORIGIN must be under another domain than SITE_URL: .* can share cookies/m,
  ],
  [{ ADS_FRAME_ORIGIN: 'https://frames.example.org/f' }, /^ADS_FRAME_ORIGIN must be .* without a path\.$/m],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be silent, error, warn, info or debug\.$/m],
  [{ LOG_SLOW_QUERY_MS: 'never' }, /^LOG_SLOW_QUERY_MS must be off, or a whole number/],
  [{ RATE_LIMITS: 'no' }, /^RATE_LIMITS must be on or off\.$/m],
  [{ HOST: '0.0.0.0', RATE_LIMITS: 'off' }, /^RATE_LIMITS=off is accepted only while HOST is/],
])('a wrong variable: %o', async (environment, sentence) => {
  expect(await refusal(environment)).toEqual(oneSentence(sentence));
});

test('a disk that is full', async () => {
  const folder = temporaryFolder();
  // Only root may mount; elsewhere the same words are asked of the error that the system gives.
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  onTestFinished(() => void (mounted && spawnSync('umount', [folder])));
  writeFileSync(join(folder, 'filling'), Buffer.alloc(900_000));
  const words = explainError(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  const answer = mounted ? await refusal({ DATA_DIR: join(folder, 'data') }) : { code: 1, lines: 1, said: words };

  expect(answer).toEqual(oneSentence(/^The disk that holds .* is full: free some space and try again\./));
});

test('a database that another program holds', async () => {
  const dataDir = temporaryFolder();
  const holder = new Database(join(dataDir, 'masthead.db'));
  onTestFinished(() => void holder.close());
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; CREATE TABLE held (id)');

  expect(await refusal({ DATA_DIR: dataDir })).toEqual(oneSentence(/is locked by another program/));
});

test('secrets that others can read', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'secrets.json'), '{"auth":"a","signing":"b"}');
  chmodSync(join(dataDir, 'secrets.json'), 0o644);

  expect(await refusal({ DATA_DIR: dataDir })).toEqual(
    oneSentence(/secrets\.json can be read by others: run chmod 600 on it/),
  );
});

test('secrets that were cut short', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'secrets.json'), '{"auth":"a"', { mode: 0o600 });

  expect(await refusal({ DATA_DIR: dataDir })).toEqual(
    oneSentence(/secrets\.json is damaged: restore it from a backup, or delete it/),
  );
});

test('a file that is no database', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'masthead.db'), 'not a database, but long enough to be looked at '.repeat(50));

  expect(await refusal({ DATA_DIR: dataDir })).toEqual(oneSentence(/is not a database of Masthead/));
});

test('a database from a newer version, on SQLite', async () => {
  const { dataDir, process, ended } = await startProduct();
  process.kill('SIGTERM');
  await ended;
  const database = new Database(join(dataDir, 'masthead.db'));
  database.exec(futureMigration);
  database.close();

  expect(await refusal({ DATA_DIR: dataDir })).toEqual(
    oneSentence(/^The database was made by a newer version of Masthead .*: start that version, or restore a backup/),
  );
});

test('a database from a newer version, on PostgreSQL', async () => {
  const url = await databaseNamed('newer', 'TEMPLATE base');
  await statement(url, futureMigration);

  expect(await refusal({ DATABASE_URL: url })).toEqual(
    oneSentence(/^The database was made by a newer version of Masthead/),
  );
});

test('a PostgreSQL that does not answer', async () => {
  expect(await refusal({ DATABASE_URL: 'postgresql://postgres:hidden@127.0.0.1:1/blog' })).toEqual(
    oneSentence(/^The database at postgresql:\/\/postgres@127\.0\.0\.1:1\/blog cannot be reached: check that it runs/),
  );
});

test('a wrong password for PostgreSQL, which is not repeated', async () => {
  const url = inject('postgresUrl').replace('postgres:postgres@', 'postgres:mistaken@');
  const answer = await refusal({ DATABASE_URL: `${url}/base` });

  expect(answer).toEqual(oneSentence(/refuses the user or password in DATABASE_URL/));
  expect(answer.said).not.toContain('mistaken');
});

test('a database that PostgreSQL does not have', async () => {
  expect(await refusal({ DATABASE_URL: `${inject('postgresUrl')}/nowhere` })).toEqual(
    oneSentence(/^PostgreSQL has no database "nowhere": create it/),
  );
});

const futureMigration = `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
  VALUES ('f', 'c', CURRENT_TIMESTAMP, '99991231000000_from_the_future', CURRENT_TIMESTAMP, 1)`;

async function databaseNamed(name: string, how: string) {
  await statement(`${inject('postgresUrl')}/postgres`, `CREATE DATABASE ${name} ${how}`);
  return `${inject('postgresUrl')}/${name}`;
}

async function statement(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
