import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

// Before anything reads the environment: this file's own database, copied from the migrated one.
const base = inject('sqliteFolder');
const folder = mkdtempSync(join(base, 'test-'));
copyFileSync(join(base, 'base.db'), join(folder, 'masthead.db'));
process.env.DATA_DIR = folder;
process.env.DATABASE_URL = `file:${join(folder, 'masthead.db')}`;
process.env.LOG_LEVEL = 'silent';

afterAll(async () => {
  const { disconnect } = await import('@/lib/database/db');
  await disconnect();
  rmSync(folder, { recursive: true, force: true });
});
