import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  resolve: { alias: { '@': root, 'server-only': `${root}tests/setup/server-only.ts` }, conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server'] } },
};
/** Tests of SQLite itself, and tests without a database. */
const onSqliteAlone = ['tests/integration/sqlite/**', 'tests/integration/serving/{cached-pages,overload}.test.ts'];
const onDatabase = (database: 'sqlite' | 'postgres') => ({
  ...shared,
  test: {
    name: database,
    include: ['tests/integration/**/*.test.ts'],
    exclude: database === 'sqlite' ? [] : onSqliteAlone,
    environment: 'node' as const,
    globalSetup: [`tests/setup/${database}-server.ts`],
    setupFiles: ['tests/setup/console.ts', `tests/setup/${database}-database.ts`],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks' as const,
    maxWorkers: 2,
  },
});

export default defineConfig({
  test: {
    // Long enough for a busy machine.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          testTimeout: 60_000,
          include: ['{lib,components,server,cli,scripts,app}/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['tests/setup/console.ts'],
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          // The built product in separate processes, beside PostgreSQL.
          name: 'product',
          include: ['tests/{start,serving,safety}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/setup/postgres-server.ts'],
          setupFiles: ['tests/setup/console.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks' as const,
          maxWorkers: 2,
        },
      },
      onDatabase('sqlite'),
      onDatabase('postgres'),
    ],
  },
});
