import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertOwner } from './owner';

/** Makes one SQLite database of a site with an owner; the site of each file works on a copy of its own. */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-e2e-template-'));
  const file = join(folder, 'masthead.db');
  Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: `file:${file}`, LOG_LEVEL: 'error' });
  await insertOwner();
  const { disconnect } = await import('@/lib/database/db');
  await disconnect();
  process.env.TEMPLATE_DATABASE = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
