import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { scratchFolder } from './scripts/scratch.mjs';

process.env.TMPDIR ??= scratchFolder();

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  resolve: { alias: { '@': root, 'server-only': `${root}tests/setup/server-only.ts` }, conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server'] } },
};
/** Tests of SQLite itself, and tests without a database. */
const onSqliteAlone = [
  'tests/integration/sqlite/**',
  'tests/integration/serving/{cached-pages,failed-pages,overload}.test.ts',
];
// One more than the cores of a small machine: of three, one waits for a process, a disk or a timer.
const maxWorkers = 3;
const onDatabase = (database: 'sqlite' | 'postgres') => ({
  ...shared,
  test: {
    name: database,
    include: ['tests/integration/**/*.test.ts'],
    exclude: database === 'sqlite' ? [] : onSqliteAlone,
    environment: 'node' as const,
    globalSetup: [`tests/setup/${database}-server.ts`],
    setupFiles: ['tests/setup/fresh-file.ts', 'tests/setup/console.ts', `tests/setup/${database}-database.ts`],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks' as const,
    isolate: false,
    maxWorkers,
  },
});

export default defineConfig({
  test: {
    // Long enough for a busy machine.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          testTimeout: 60_000,
          include: ['{lib,components,server,cli,scripts,app,bench}/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['tests/setup/console.ts'],
          isolate: false,
          maxWorkers,
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
          // Some ask for every address of the product: minutes where other tests run beside them.
          testTimeout: 600_000,
          hookTimeout: 300_000,
          pool: 'forks' as const,
          maxWorkers,
        },
      },
      onDatabase('sqlite'),
      onDatabase('postgres'),
    ],
  },
});
