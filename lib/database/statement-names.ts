import { createHash } from 'node:crypto';
import type { SqlQuery } from '@prisma/driver-adapter-utils';
import { LRUCache } from 'lru-cache';

/** Connections keep every prepared statement. */
const MAX_PREPARED = 300;
const MIN_USES = 3;
const UNNAMED = '';

/** Names statements for PostgreSQL to prepare. Searches stay unnamed: their plan depends on the words. */
export function makeStatementNames() {
  const names = new Map<string, string>();
  const seen = new LRUCache<string, number>({ max: 1_000 });
  return ({ sql }: Pick<SqlQuery, 'sql'>) => {
    const name = names.get(sql);
    if (name) return name;
    if (names.size >= MAX_PREPARED || sql.includes('@@')) return UNNAMED;
    const times = (seen.get(sql) ?? 0) + 1;
    seen.set(sql, times);
    if (times < MIN_USES) return UNNAMED;
    const fresh = `m_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
    names.set(sql, fresh);
    return fresh;
  };
}
