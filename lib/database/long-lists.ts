import 'server-only';
import { log } from '@/lib/platform/log';
import { Prisma } from '@/prisma/generated/sqlite/client';

const MAX_LIST_LENGTH = 2_000;

/** Reports value lists that grow with the site: too long, they fail on large sites only. Tests throw. */
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
