import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { openSchemaEngine } from '@/lib/database/schema-engine';
import { schemaFor, type Provider } from './schema-for';
import { withoutRebuilds } from './sqlite-additions';

/** The migration of both databases, with what SQLite refuses and a person has to write. */
export async function migrationBetween(before: string | null, now: string) {
  const postgresql = await sqlBetween('postgresql', before, now);
  const { sql, refusals } = withoutRebuilds(await sqlBetween('sqlite', before, now), postgresql);
  return { sqlite: sql, postgresql, refusals };
}

/** The SQL from one schema text (null: an empty database) to another. */
export async function sqlBetween(provider: Provider, before: string | null, now: string) {
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

// The engine requires a connection even to compare two files.
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
