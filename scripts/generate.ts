// Generates both Prisma clients. An existing file as engine path avoids a download; generating needs no engine.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { schemaFor } from './schema-for';

const root = new URL('..', import.meta.url).pathname;
mkdirSync(`${root}prisma/generated`, { recursive: true });
writeFileSync(`${root}prisma/generated/postgres.prisma`, postgresSource());

for (const schema of ['prisma/schema.prisma', 'prisma/generated/postgres.prisma']) {
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      MASTHEAD_SCHEMA: schema,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    },
  });
}

function postgresSource() {
  const source = readFileSync(`${root}prisma/schema.prisma`, 'utf8');
  return schemaFor('postgresql', source).replace('./generated/sqlite', './postgres');
}
