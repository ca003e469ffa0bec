import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';

/** Rows that name others that do not exist. */
export class OrphanedRows extends Error {
  readonly code = 'SQLITE_CONSTRAINT_FOREIGNKEY';
  readonly originalMessage: string;
  /** They were there before the upgrade. */
  readonly areOlder: boolean;

  constructor(sentence: string, areOlder: boolean) {
    super(sentence);
    this.originalMessage = sentence;
    this.areOlder = areOlder;
  }
}

const MAX_NAMED = 3;

/** What is wrong with the references of SQLite's rows, such as `2 rows of "Comment" name no …`; "" if nothing is. */
export async function findOrphans(connection: Pick<SqlDriverAdapter, 'queryRaw'>): Promise<string> {
  const { rows } = await connection.queryRaw({
    sql: `SELECT "table", "parent", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2`,
    args: [],
    argTypes: [],
  });
  const lines = rows.map(([table, parent, count]) => {
    const what = Number(count) === 1 ? 'row' : 'rows';
    const name = Number(count) === 1 ? 'names' : 'name';
    return `${Number(count).toLocaleString('en')} ${what} of "${String(table)}" ${name} no existing row of "${String(parent)}"`;
  });
  const more = lines.length > MAX_NAMED ? [`${lines.length - MAX_NAMED} more kinds`] : [];
  return new Intl.ListFormat('en-GB').format([...lines.slice(0, MAX_NAMED), ...more]);
}
