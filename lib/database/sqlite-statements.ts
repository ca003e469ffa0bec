import 'server-only';
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

const CACHE_SIZE = 400;
/** Longer texts are value lists that never recur. */
const MAX_STATEMENT_LENGTH = 4_000;

type Compiled = Database.Statement & { named: Database.ColumnDefinition[] | null };

/** Compiles each statement once. Prisma's adapter binds values for good, so it gets a proxy that passes them on. */
export function rememberStatements(client: Database.Database) {
  const known = new LRUCache<string, Compiled>({ max: CACHE_SIZE });
  const prepare = client.prepare.bind(client) as (sql: string) => Database.Statement;
  const compiled = (sql: string) => {
    const former = known.get(sql);
    if (former) return former;
    const statement: Compiled = Object.assign(prepare(sql), { named: null });
    if (statement.reader) statement.raw();
    if (sql.length <= MAX_STATEMENT_LENGTH) known.set(sql, statement);
    return statement;
  };
  const bind = (sql: string, values: unknown[]) => {
    const statement = compiled(sql);
    return {
      reader: statement.reader,
      run: () => statement.run(values),
      columns: () => (statement.named ??= statement.columns()),
      raw: () => ({ all: () => statement.all(values) }),
    };
  };
  const remembering = (sql: string) => ({
    bind: (values: unknown[]) => bind(sql, values),
    run: () => compiled(sql).run(),
  });
  Object.assign(client, { prepare: remembering });
}
