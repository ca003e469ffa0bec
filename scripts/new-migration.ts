// npm run db:migration NAME: writes the SQL that leads from the schema of the last migration to prisma/schema.prisma,
// for both databases, and remembers the new schema. Needs no database.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { openSchemaEngine } from '@/lib/database/schema-engine';
import { schemaFor, type Provider } from './schema-for';

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
  const sql = await difference(provider);
  mkdirSync(`${folder}/${provider}/${stamp}_${name}`, { recursive: true });
  writeFileSync(`${folder}/${provider}/${stamp}_${name}/migration.sql`, sql);
}
writeFileSync(remembered, now);
console.log(`Wrote ${folder}/{sqlite,postgresql}/${stamp}_${name}/migration.sql`);

async function difference(provider: Provider) {
  const engine = await openSchemaEngine(unconnected(provider), schemaFor(provider, now));
  const datamodel = (text: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content: schemaFor(provider, text) }],
  });
  const { stdout } = await engine.diff({
    from: before === null ? { tag: 'empty' } : datamodel(before),
    to: datamodel(now),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
}

// Comparing two schema files asks no database, but the engine wants a connection to look at first.
function unconnected(provider: Provider): SqlMigrationAwareDriverAdapterFactory {
  const adapter = {
    provider: provider === 'sqlite' ? ('sqlite' as const) : ('postgres' as const),
    adapterName: 'unconnected',
  };
  const connection: SqlDriverAdapter = {
    ...adapter,
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error('There is no database here')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: false }),
    dispose: async () => {},
  };
  return { ...adapter, connect: async () => connection, connectToShadowDb: async () => connection };
}
