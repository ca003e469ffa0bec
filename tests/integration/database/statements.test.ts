import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { onStatement, type Statement } from '@/lib/database/query-events';
import { isPostgres, readDb, transaction, db } from '@/lib/database/db';
import { readEnv } from '@/lib/platform/env';

test('every statement is reported, inside transactions too', async () => {
  const acknowledged: Statement[] = [];
  onTestFinished(onStatement((statement) => acknowledged.push(statement)));

  await readDb.user.findMany({ where: { name: 'Nobody Here' }, select: { id: true } });
  await transaction((tx) => tx.tag.deleteMany({ where: { name: 'No such tag' } }));
  await db.$executeRaw`UPDATE "Tag" SET "name" = "name" WHERE "id" = ${'none'}`;

  const received = acknowledged.map(({ sql, args }) => `${sql} ${args.join()}`).join('\n');
  for (const part of ['Nobody Here', 'No such tag', 'UPDATE "Tag"']) expect(received).toContain(part);
  expect(acknowledged.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
});

test('slow statements are logged with their text and without their values', () => {
  const loud = logOf('0');

  expect(loud).toMatch(/"event":"slow_query","ms":\d+,"sql":"SELECT .*Session/);
  expect(loud).not.toContain('a-secret-value');
  expect(logOf('off')).not.toContain('slow_query');
});

/** What a process of its own writes to its log while it asks the database one thing. */
function logOf(threshold: string) {
  const script = `
    import { disconnect, readDb } from '@/lib/database/db';
    await readDb.session.findFirst({ where: { id: 'a-secret-value' }, select: { id: true } });
    await disconnect();`;
  const node = [
    '--conditions=react-server',
    '--import',
    './lib/runtime/typescript.mjs',
    '--input-type=module',
    '-e',
    script,
  ];
  const env = { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'warn', LOG_SLOW_QUERY_MS: threshold };
  return spawnSync(process.execPath, node, { env, encoding: 'utf8' }).stderr;
}

test('the threshold is a number of milliseconds or off', () => {
  expect(readEnv({}).slowQueryMs).toBe(200);
  expect(readEnv({ LOG_SLOW_QUERY_MS: '0' }).slowQueryMs).toBe(0);
  expect(readEnv({ LOG_SLOW_QUERY_MS: 'off' }).slowQueryMs).toBeNull();
  expect(() => readEnv({ LOG_SLOW_QUERY_MS: 'slow' })).toThrow(
    'LOG_SLOW_QUERY_MS must be off, or a whole number of milliseconds from 0 to 3600000.',
  );
});

test('prepares repeated statements, where the server can', async () => {
  if (!isPostgres()) return;
  const ask = () => readDb.tag.findMany({ where: { slug: 'prepared' }, select: { id: true } });
  for (let time = 0; time < 20; time += 1) await ask();

  const [row] = await readDb.$queryRaw<{ count: bigint }[]>`
    SELECT COUNT(*) AS "count" FROM pg_prepared_statements WHERE statement LIKE '%"Tag"%'`;
  expect(Number(row?.count)).toBeGreaterThan(0);
});
