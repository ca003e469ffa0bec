import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Statement } from '@/lib/database/query-events';
import { isPostgres } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { LARGE_DATASET_SIZE } from '../factories/large-dataset';

/** Tables that grow with the years. */
export const large = [
  'Post',
  'PostTag',
  'PostAuthor',
  'PostRevision',
  'PostViewCount',
  'Media',
  'Comment',
  'Session',
  'Outbox',
  'AuditEntry',
  'Redirect',
  'SearchEntry',
  'FindEntry',
];
/** More rows of one table than this, and a read walks where it should have gone straight. */
const MANY = LARGE_DATASET_SIZE / 2.5;
/** This many of the newest rows of a kind are scanned on PostgreSQL before the word index is used, and no more. */
const NEWEST = 2_000;

/** One step of a plan; a walk reads many rows where few were asked for. */
export type Step = { text: string; isWalk: boolean };

/** Asks the database of the tests how it goes about a statement, until it is closed. */
export function openPlans() {
  return isPostgres() ? postgresPlans() : sqlitePlans();
}

async function sqlitePlans() {
  const database = new Database(env().databaseUrl.replace('file:', ''), { readonly: true });
  return {
    explain: async ({ sql, args }: Statement) => {
      const values = args.map((value) =>
        value instanceof Date ? value.toISOString() : typeof value === 'boolean' ? Number(value) : value,
      );
      const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
      const details = rows.map(({ detail }) => detail);
      // A few rows, found by what is theirs alone, may be sorted; a list must come out of its index in order.
      const isOrdered =
        /ORDER BY/i.test(sql) && /LIMIT/i.test(sql) && !details.some((text) => /TEMP B-TREE/.test(text));
      return details.map((text) => ({
        text,
        isWalk: isWalkOnSqlite(text, { details, isOrdered, isGrouped: /GROUP BY/i.test(sql) }),
      }));
    },
    close: async () => void database.close(),
  };
}

function isWalkOnSqlite(
  text: string,
  { details, isOrdered, isGrouped }: { details: string[]; isOrdered: boolean; isGrouped: boolean },
) {
  const table = large.find((name) => new RegExp(`^SCAN (\\S+\\.)?${name}\\b`).test(text));
  if (table) return !(isOrdered && / USING (COVERING )?INDEX /.test(text));
  if (!/TEMP B-TREE FOR ORDER BY/.test(text)) return false;
  // What was grouped is few by then.
  return !isGrouped && details.some((each) => each.startsWith('SEARCH') && !isNarrow(each));
}

// Found by an id: the rows of one post, one person, one comment, or those in a list of a few.
function isNarrow(search: string) {
  return (
    /\((id|postId|userId|authorId|tagId|mediaId|rootId|slug|rowid)[=?]|pinnedAt>/.test(search) ||
    !large.some((table) => search.includes(table))
  );
}

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
};

async function postgresPlans() {
  const client = new Client({ connectionString: env().databaseUrl });
  await client.connect();
  // A table of these few rows is read whole sooner than by its index; a large one is not. (Words have a bitmap alone.)
  await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
  const literal = (value: unknown) => {
    if (value === null) return 'NULL';
    return client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  };
  return {
    // A prepared statement is planned for its values five times, and then once for any values at all.
    explain: async ({ sql, args }: Statement) => {
      const values = args.length > 0 ? `(${args.map(literal).join(', ')})` : '';
      await client.query(`PREPARE asked AS ${sql}`);
      const steps: Step[] = [];
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        await client.query(`SET plan_cache_mode = ${mode}`);
        const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked${values}`,
        );
        steps.push(...nodesOf(rows[0]!['QUERY PLAN'][0]!.Plan).map(describe));
      }
      await client.query('DEALLOCATE asked');
      return steps;
    },
    close: () => client.end(),
  };
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function describe(node: PlanNode): Step {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const touched = (node['Actual Rows'] + removed) * node['Actual Loops'];
  const isRead = large.includes(node['Relation Name'] ?? '') || node['Node Type'] === 'Sort';
  const isNewest = node['Relation Name'] === 'FindEntry' && node['Node Type'] === 'Index Scan';
  return {
    text: `${node['Node Type']} ${node['Relation Name'] ?? ''}: ${touched} rows`,
    isWalk: isRead && touched > (isNewest ? NEWEST : MANY),
  };
}
