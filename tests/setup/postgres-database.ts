import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

// Before anything reads the environment: this file's own database, copied from the migrated one.
const server = inject('postgresUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
const folder = mkdtempSync(join(tmpdir(), 'masthead-test-'));
await administer(`CREATE DATABASE ${name} TEMPLATE base`);
process.env.DATA_DIR = folder;
process.env.DATABASE_URL = `${server}/${name}`;
process.env.LOG_LEVEL = 'silent';

afterAll(async () => {
  const { disconnect } = await import('@/lib/database/db');
  await disconnect();
  await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

async function administer(sql: string) {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
