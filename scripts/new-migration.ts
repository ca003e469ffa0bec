// npm run db:migration NAME: writes SQL for both databases, from the last migration to prisma/schema.prisma.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { migrationBetween } from './schema-difference';
import { withoutComments } from './schema-for';

const folder = 'prisma/migrations';
const remembered = `${folder}/schema.prisma`;
const [name = '', option] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name) || (option && option !== '--by-hand')) {
  stop(2, 'Usage: npm run db:migration NAME [-- --by-hand], with a name such as add_likes');
}

const now = withoutComments(readFileSync('prisma/schema.prisma', 'utf8'));
const before = existsSync(remembered) ? readFileSync(remembered, 'utf8') : null;
const { sqlite, postgresql, refusals } = await migrationBetween(before, now);
if (refusals.length > 0 && !option) {
  const advice = `“npm run db:migration ${name} -- --by-hand” writes everything but that, for you to add.`;
  stop(
    1,
    ['SQLite cannot do this to a table that has rows and triggers; nothing was written.', ...refusals, advice].join(
      '\n',
    ),
  );
}

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const texts = { sqlite: [...refusals.map((refusal) => `-- ${refusal}\n`), sqlite].join('\n'), postgresql };
for (const [provider, sql] of Object.entries(texts)) {
  mkdirSync(`${folder}/${provider}/${stamp}_${name}`, { recursive: true });
  writeFileSync(`${folder}/${provider}/${stamp}_${name}/migration.sql`, sql);
}
writeFileSync(remembered, now);
console.log(`Wrote ${folder}/{sqlite,postgresql}/${stamp}_${name}/migration.sql`);

function stop(code: number, sentence: string): never {
  console.error(sentence);
  process.exit(code);
}
