import 'server-only';
import { log } from '@/lib/platform/log';
import { Prisma } from '@/prisma/generated/sqlite/client';

/** A list of more values than this grows with the site: it is to be read in slices, or joined in the database. */
const MAX_LIST_LENGTH = 2_000;

/**
 * Detects a query with more values than any statement should have: databases and Prisma accept such a list up to some
 * length, and reject it only on a site that has grown beyond that. Tests fail; a running site logs it.
 */
export const warnOnLongLists = Prisma.defineExtension({
  name: 'long lists',
  query: {
    $allOperations({ model, operation, args, query }) {
      const length = args instanceof Prisma.Sql ? valuesOf(args) : longestList(args);
      if (length > MAX_LIST_LENGTH) notice(`${model ?? 'SQL'}.${operation} was given a list of ${length} values`);
      return query(args);
    },
  },
});

// Rows that are written have as many values as they have columns.
function valuesOf({ sql, values }: Prisma.Sql) {
  return /^\s*INSERT\b/i.test(sql) ? 0 : values.length;
}

function longestList(asked: unknown): number {
  if (typeof asked !== 'object' || asked === null || asked instanceof Date) return 0;
  return Object.entries(asked).reduce((longest, [key, value]) => {
    const isList = Array.isArray(value) && (key === 'in' || key === 'notIn');
    return Math.max(longest, isList ? value.length : key === 'data' ? 0 : longestList(value));
  }, 0);
}

function notice(sentence: string) {
  if (process.env.NODE_ENV === 'test') throw new Error(sentence);
  log.error({ event: 'long_list', stack: new Error(sentence).stack }, sentence);
}
