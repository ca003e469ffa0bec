import 'server-only';
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** Statement texts remembered per connection; the product has about two hundred. */
const CACHE_SIZE = 400;
/** Longer texts are lists of values that never come again. */
const MAX_STATEMENT_LENGTH = 4_000;

/** Every column is named in our statements, so they stay what they were when the statement was compiled. */
type Compiled = Database.Statement & { named: Database.ColumnDefinition[] | null };

/**
 * Lets a connection compile each statement once: Prisma's adapter asks for a new one every time and binds its values to
 * it for good, so it is handed something that looks like one and passes the values on at each run.
 */
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
