import 'server-only';
import { isPostgres, type Tx } from '@/lib/database/db';
import * as postgres from './index-postgres';
import * as sqlite from './index-sqlite';

/** Any number will do, as long as every version of Masthead takes the same one. */
const ADVISORY_LOCK = 7_206_218;

/** The form of the index that this database has. */
export const index = () => (isPostgres() ? postgres : sqlite);

/** Locks the index until the transaction ends; on SQLite there is one writer anyway. */
export async function lockIndex(tx: Tx) {
  if (isPostgres()) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
}
