import 'server-only';
import { Client } from 'pg';
import { isPostgres } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

/**
 * Updates PostgreSQL's planner statistics and indexes after very many writes: by itself it does so a minute or more
 * later, and until then a search may take seconds. The data stays written if this fails. SQLite's planner has its
 * statistics from sqlite-statistics.ts.
 */
export async function vacuumDatabase() {
  if (!isPostgres()) return;
  // A separate connection: those of the pool cancel what takes longer than a request may.
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
