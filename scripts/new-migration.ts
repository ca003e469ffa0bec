// npm run db:migration NAME: writes SQL for both databases, from the last migration to prisma/schema.prisma.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sqlBetween } from './schema-difference';

const folder = 'prisma/migrations';
const remembered = `${folder}/schema.prisma`;
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run db:migration NAME, with a name such as add_likes');
  process.exit(2);
}

const now = readFileSync('prisma/schema.prisma', 'utf8');
const before = existsSync(remembered) ? readFileSync(remembered, 'utf8') : null;
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);

for (const provider of ['sqlite', 'postgresql'] as const) {
  const sql = await sqlBetween(provider, before, now);
  mkdirSync(`${folder}/${provider}/${stamp}_${name}`, { recursive: true });
  writeFileSync(`${folder}/${provider}/${stamp}_${name}/migration.sql`, sql);
}
writeFileSync(remembered, now);
console.log(`Wrote ${folder}/{sqlite,postgresql}/${stamp}_${name}/migration.sql`);
