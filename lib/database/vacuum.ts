import 'server-only';
import { Client } from 'pg';
import { isPostgres } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

/** Updates PostgreSQL's planner statistics after bulk writes: until autovacuum runs, a search may take seconds. */
export async function vacuumDatabase() {
  if (!isPostgres()) return;
  // A separate connection: those of the pool have a statement timeout.
  const client = new Client({ connectionString: env().databaseUrl });
  try {
    await client.connect();
    await client.query('VACUUM (ANALYZE, SKIP_LOCKED)');
  } catch (error) {
    log.warn({ event: 'vacuum_failed', error }, 'database not vacuumed');
  } finally {
    await client.end();
  }
}
