import { createHash } from 'node:crypto';
import type { SqlQuery } from '@prisma/driver-adapter-utils';
import { LRUCache } from 'lru-cache';

/** The maximum number of prepared statements; every connection keeps each for its lifetime. */
const MAX_PREPARED = 300;
/** How often a text must have been seen before it is worth preparing: lists of another length each time never are. */
const MIN_USES = 3;
const UNNAMED = '';

/**
 * Names the statements that PostgreSQL shall parse and plan once per connection. Those that search have none: how many
 * posts hold a word decides how to find them, so each question is planned by itself.
 */
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
