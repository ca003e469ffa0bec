import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate, migrationNames, pendingMigrations } from '@/lib/database/migrations';
import { env } from '@/lib/platform/env';
import { isPostgres } from '@/lib/database/db';
import { sqlBetween } from '@/scripts/schema-difference';

const provider = () => (isPostgres() ? 'postgresql' : 'sqlite');

/** What the schema language cannot say (virtual tables, text vectors, triggers): written by hand, in migrations of its own. */
const byHand = [
  '20261123064500_search',
  '20261123065900_lists_kept_true',
  '20261123070000_finding',
  '20261127092502_search_folding',
];

test('the migrations give exactly the schema, and what is written by hand', async () => {
  const schema = await sqlBetween(provider(), null, readFileSync('prisma/schema.prisma', 'utf8'));
  const more = byHand.map((name) => readFileSync(`prisma/migrations/${provider()}/${name}/migration.sql`, 'utf8'));
  const wanted = await catalogueOfSchema([schema, ...more].join('\n'));

  expect(await catalogueOfMigrated()).toEqual(wanted);
});

test('nothing is left to write into a next migration', async () => {
  const remembered = readFileSync('prisma/migrations/schema.prisma', 'utf8');
  const sql = await sqlBetween(provider(), remembered, readFileSync('prisma/schema.prisma', 'utf8'));

  expect(sql.replace(/^--.*$/gm, '').trim()).toBe('');
});

test('both databases have the same migrations, in the same order', () => {
  expect(migrationNames('sqlite')).toEqual(migrationNames('postgresql'));
});

test('migrating what is migrated does nothing', async () => {
  expect(await pendingMigrations()).toEqual([]);
  expect(await migrate()).toEqual([]);
});

/** Tables, columns, indexes and triggers as the database itself lists them, without the migrations' own table. */
type Catalogue = string[];

async function catalogueOfMigrated() {
  return isPostgres() ? postgresCatalogue(env().databaseUrl) : sqliteCatalogue(env().databaseUrl.replace('file:', ''));
}

async function catalogueOfSchema(sql: string): Promise<Catalogue> {
  const name = `schema_${randomBytes(6).toString('hex')}`;
  if (!isPostgres()) {
    const file = join(env().dataDir, `${name}.db`);
    const database = new Database(file);
    database.exec(sql);
    database.close();
    return sqliteCatalogue(file);
  }
  await statement(`${inject('postgresUrl')}/postgres`, `CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await statement(`${inject('postgresUrl')}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  await statement(`${inject('postgresUrl')}/${name}`, sql);
  return postgresCatalogue(`${inject('postgresUrl')}/${name}`);
}

function sqliteCatalogue(file: string): Catalogue {
  const database = new Database(file, { readonly: true });
  const rows = database
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND tbl_name <> '_prisma_migrations'`,
    )
    .all() as { name: string; sql: string }[];
  const tables = rows.filter(({ sql }) => sql.startsWith('CREATE TABLE')).map(({ name }) => name);
  // Column by column: a table that was altered lists them in another order and another spelling of the same statement.
  const columns = tables.flatMap((table) => [
    ...(database.pragma(`table_info("${table}")`) as Record<string, unknown>[]).map(
      ({ name, type, notnull, dflt_value, pk }) =>
        `${table}.${String(name)} ${JSON.stringify([type, notnull, dflt_value, pk])}`,
    ),
    ...(database.pragma(`foreign_key_list("${table}")`) as Record<string, unknown>[]).map(
      ({ table: to, from, on_delete, on_update }) =>
        `${table}.${String(from)} -> ${JSON.stringify([to, on_delete, on_update])}`,
    ),
  ]);
  const indexes = rows.filter(({ sql }) => /^CREATE (UNIQUE )?INDEX/.test(sql)).map(({ sql }) => sql);
  const triggers = rows.filter(({ sql }) => /^CREATE (TRIGGER|VIRTUAL)/.test(sql)).map(({ sql }) => sql);
  database.close();
  return [...columns, ...indexes, ...triggers].sort();
}

async function postgresCatalogue(url: string): Promise<Catalogue> {
  const columns = await statement(
    url,
    `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS entry
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  const indexes = await statement(
    url,
    `SELECT indexdef AS entry FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const keys = await statement(
    url,
    `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS entry FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u') AND conrelid::regclass::text <> '_prisma_migrations'`,
  );
  const triggers = await statement(
    url,
    `SELECT pg_get_triggerdef(t.oid) || ' ' || p.prosrc AS entry FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT tgisinternal`,
  );
  // Paths are compared byte by byte (lib/comments/path.ts); Prisma's schema language cannot say so.
  return [...columns, ...indexes, ...keys, ...triggers].map((entry) => entry.replaceAll(' COLLATE "C"', '')).sort();
}

async function statement(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const result = await client.query<{ entry: string }>(sql);
    return (result.rows ?? []).map(({ entry }) => entry);
  } finally {
    await client.end();
  }
}
