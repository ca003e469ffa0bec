import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate, migrationNames, pendingMigrations } from '@/lib/database/migrations';
import { env } from '@/lib/platform/env';
import { isPostgres } from '@/lib/database/db';
import { migrationBetween, sqlBetween } from '@/scripts/schema-difference';
import { withoutComments } from '@/scripts/schema-for';

const provider = () => (isPostgres() ? 'postgresql' : 'sqlite');

/** What the schema language cannot say (virtual tables, text vectors, triggers): written by hand, in migrations of its own. */
const byHand = [
  '20261123064500_search',
  '20261123065900_lists_kept_true',
  '20261123070000_finding',
  '20261127092502_search_folding',
  '20261130130521_finding_files',
  '20261130131104_view_counts_kept_true',
];

test('the migrations give exactly the schema, and what is written by hand', async () => {
  const tables = await sqlBetween(provider(), null, schema());
  const more = byHand.map(sqlOf);
  const wanted = await catalogueOfSchema([tables, ...more].join('\n'));

  expect(await catalogueOfMigrated()).toEqual(wanted);
});

test('nothing is left to write into a next migration', async () => {
  const remembered = readFileSync('prisma/migrations/schema.prisma', 'utf8');
  const sql = await sqlBetween(provider(), remembered, schema());

  expect(sql.replace(/^--.*$/gm, '').trim()).toBe('');
});

test('the stored schema has no comments, and keeps quoted text', () => {
  expect(readFileSync('prisma/migrations/schema.prisma', 'utf8')).toBe(withoutComments(schema()));
  const commented =
    'model A {\n  /// why\n  a String @default("http://x \\" //y") // here\n\n  // there\n\n  b Int\n}\n';
  expect(withoutComments(commented)).toBe('model A {\n  a String @default("http://x \\" //y")\n\n  b Int\n}\n');
});

const credit = '  coverCredit      String    @default("")\n';
const editor = 'editor User? @relation("ed", fields: [editorId], references: [id], onDelete: SetNull)';

test.each([
  ['a text with a default', [[credit, `${credit}  dateline String @default("a;b, 'c' -- (\\nd")\n`]]],
  [
    'numbers, switches and an index',
    [
      [
        credit,
        `${credit}  n Int @default(-1)\n  b Boolean @default(true) @map("bee")\n  o Float?\n  @@index([n, o])\n`,
      ],
    ],
  ],
  [
    'a unique column, and an index that goes',
    [
      [credit, `${credit}  n String @default("x")\n  u Int? @unique\n`],
      ['  @@index([coverId])\n', ''],
    ],
  ],
  [
    'an optional relation',
    [
      [credit, `${credit}  editorId String?\n  ${editor}\n`],
      ['model User {\n', 'model User {\n  edited Post[] @relation("ed")\n'],
    ],
  ],
  [
    'two tables, and a new one',
    [
      [credit, `${credit}  n Int @default(0)\n`],
      ['model User {\n', 'model Fresh {\n  id String @id\n}\n\nmodel User {\n  n Int @default(0)\n'],
    ],
  ],
] as [string, [string, string][]][])('adds columns in place, beside rows and triggers: %s', async (_, edits) => {
  const changed = edits.reduce((text, [from, to]) => text.replace(from, () => to), schema());
  expect(changed).not.toBe(schema());
  const { refusals, ...written } = await migrationBetween(schema(), withoutComments(changed));
  expect(refusals).toEqual([]);
  expect(written.sqlite).not.toMatch(/DROP TABLE|new_/);

  const database = await emptyDatabase();
  for (const name of migrationNames(provider())) await database.run(sqlOf(name));
  await database.run(written[provider()]);

  const wanted = [await sqlBetween(provider(), null, changed), ...byHand.map(sqlOf)].join('\n');
  expect(await database.catalogue()).toEqual(await catalogueOfSchema(wanted));
});

test.each([
  [`${credit}  must String\n`, 'Post.must is required: give it a @default, or make it optional.'],
  [
    `${credit}  at DateTime @default(now())\n`,
    /^Post\.at has a default that is computed, which a new column cannot have/,
  ],
  ['', /^Post would be written anew\. Write for SQLite, without DROP TABLE "Post": .* DROP COLUMN "coverCredit"$/],
  ['  coverCredit String?\n', /^Post would be written anew\..* ALTER COLUMN "coverCredit" DROP NOT NULL/],
  [`  coverCredit String?\n  n Int @default(0)\n`, /^Post would be written anew\./],
])('refuses a change that rewrites a table: %j', async (to, refusal) => {
  const written = await migrationBetween(schema(), schema().replace(credit, to));

  expect(written.refusals).toEqual([expect.stringMatching(refusal)]);
  expect(written.sqlite).not.toMatch(/DROP TABLE|new_/);
});

test('both databases have the same migrations, in the same order', () => {
  expect(migrationNames('sqlite')).toEqual(migrationNames('postgresql'));
});

test('migrating what is migrated does nothing', async () => {
  expect(await pendingMigrations()).toEqual([]);
  expect(await migrate()).toEqual([]);
});

test('a migration that drops unused columns leaves every row, and renames what is stored by name', async () => {
  const database = await emptyDatabase();
  const names = migrationNames(provider());
  const at = names.findIndex((name) => name.endsWith('_unused_columns'));
  for (const name of names.slice(0, at)) await database.run(sqlOf(name));
  const then = `'2026-11-27 08:00:00'`;
  const job = (id: string, event: string) => `('${id}', '${event}', '${id}', '{"kind":"invite"}', ${then}, ${then})`;
  await database.run(
    `INSERT INTO "Outbox" ("id", "event", "dedupeKey", "payload", "availableAt", "createdAt")
     VALUES ${job('1', 'letter')}, ${job('2', 'webhook')};
     INSERT INTO "Redirect" ("id", "from", "to", "source", "hits", "createdAt")
     VALUES ('r', '/old', '/new', 'import', 3, ${then});
     INSERT INTO "AuditEntry" ("id", "action", "subjectType", "subjectId", "createdAt")
     VALUES ('a', 'person.sign-out', 'person', 'u1', ${then}), ('b', 'post.publish', 'post', 'person.', ${then});`,
  );

  await database.run(sqlOf(names[at]!));

  expect(await database.read(`SELECT "event" || ' ' || "payload" AS entry FROM "Outbox" ORDER BY "id"`)).toEqual([
    'email {"kind":"invite"}',
    'webhook {"kind":"invite"}',
  ]);
  const entry = `"action" || ' ' || "subjectType" || ' ' || "subjectId"`;
  expect(await database.read(`SELECT ${entry} AS entry FROM "AuditEntry" ORDER BY "id"`)).toEqual([
    'user.sign-out user u1',
    'post.publish post person.',
  ]);
  expect(await database.read(`SELECT "from" || ' ' || "to" AS entry FROM "Redirect"`)).toEqual(['/old /new']);
});

test('a site that has counted views lists its posts by them once it is migrated', async () => {
  const database = await emptyDatabase();
  const names = migrationNames(provider());
  const at = names.findIndex((name) => name.endsWith('_post_view_counts'));
  for (const name of names.slice(0, at)) await database.run(sqlOf(name));
  const then = `'2026-11-27 08:00:00'`;
  const post = (id: string, type: string, status: string) =>
    `('${id}', '${type}', '${status}', '${id}', '${id}', '', '${id}', ${then}, ${then}, ${then})`;
  await database.run(
    `INSERT INTO "Post"
       ("id", "type", "status", "slug", "title", "bodyHtml", "feedId", "contentUpdatedAt", "createdAt", "updatedAt")
     VALUES ${post('a', 'post', 'draft')}, ${post('b', 'page', 'trashed')};
     INSERT INTO "ReaderStatistic" ("period", "dimension", "bucket", "value", "count")
     VALUES ('total', 'post', '', 'a', 12), ('day', 'post', '2026-11-27', 'b', 5), ('total', 'post', '', 'gone', 3);`,
  );

  for (const name of names.slice(at)) await database.run(sqlOf(name));

  const entry = `"postId" || ' ' || "type" || ' ' || "status" || ' ' || "count"`;
  expect(await database.read(`SELECT ${entry} AS entry FROM "PostViewCount" ORDER BY "postId"`)).toEqual([
    'a post draft 12',
    'b page trashed 0',
  ]);
});

function schema() {
  return readFileSync('prisma/schema.prisma', 'utf8');
}

function sqlOf(migration: string) {
  return readFileSync(`prisma/migrations/${provider()}/${migration}/migration.sql`, 'utf8');
}

/** Tables, columns, indexes and triggers as the database itself lists them, without the migrations' own table. */
type Catalogue = string[];

async function catalogueOfMigrated() {
  return isPostgres() ? postgresCatalogue(env().databaseUrl) : sqliteCatalogue(env().databaseUrl.replace('file:', ''));
}

async function catalogueOfSchema(sql: string): Promise<Catalogue> {
  const database = await emptyDatabase();
  await database.run(sql);
  return database.catalogue();
}

async function emptyDatabase() {
  const name = `schema_${randomBytes(6).toString('hex')}`;
  if (!isPostgres()) {
    const file = join(env().dataDir, `${name}.db`);
    const database = new Database(file);
    onTestFinished(() => void database.close());
    return {
      run: async (sql: string) => void database.exec(sql),
      read: async (sql: string) => (database.prepare(sql).all() as { entry: string }[]).map(({ entry }) => entry),
      catalogue: async () => sqliteCatalogue(file),
    };
  }
  await statement(`${inject('postgresUrl')}/postgres`, `CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await statement(`${inject('postgresUrl')}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  const url = `${inject('postgresUrl')}/${name}`;
  return {
    run: async (sql: string) => void (await statement(url, sql)),
    read: (sql: string) => statement(url, sql),
    catalogue: () => postgresCatalogue(url),
  };
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
