import 'server-only';
import { isPostgres, type Tx } from '@/lib/database/db';
import * as postgres from './index-postgres';
import * as sqlite from './index-sqlite';

/** Arbitrary, but must never change. */
const ADVISORY_LOCK = 7_206_218;

export const index = () => (isPostgres() ? postgres : sqlite);

/** Locks the index until the transaction ends; SQLite has a single writer anyway. */
export async function lockIndex(tx: Tx) {
  if (isPostgres()) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
}
