import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readDb, transaction, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { until } from '../../setup/product';

const file = () => env().databaseUrl.replace('file:', '');
const row = (key = newId()) => ({ key, value: '1', updatedAt: new Date() });

/** Another process that takes the write lock, as a backup or a shell would, and releases it on request. */
async function foreignLock() {
  const script = `const D = require('better-sqlite3'); const db = new D(process.argv[1]); db.exec('BEGIN IMMEDIATE');
    console.log('held'); process.stdin.on('data', () => { db.exec('ROLLBACK'); process.exit(0); });`;
  const holder = spawn(process.execPath, ['-e', script, file()], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return async () => {
    holder.stdin.write('release');
    await once(holder, 'exit');
  };
}

test('while another program holds the lock, reads continue and the write is refused', async () => {
  // Both clients are at work already: what is measured is the waiting.
  await db.setting.create({ data: row() });
  await readDb.setting.findMany({ select: { key: true } });
  const release = await foreignLock();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const outcomes: string[] = [];
  const refused = db.setting.create({ data: row() }).then(
    () => outcomes.push('written'),
    () => outcomes.push('refused'),
  );
  let reads = 0;
  await until(async () => {
    await readDb.setting.findMany({ select: { key: true } });
    reads += 1;
    return outcomes.length > 0;
  });
  await refused;
  delay.disable();

  expect(outcomes).toEqual(['refused']);
  expect(reads).toBeGreaterThan(5);
  // SQLite itself waits 60 ms at a time; the naive client 5,000. What is between is room for a busy machine.
  expect(delay.max / 1e6).toBeLessThan(1_500);
  await release();
  expect(await db.setting.create({ data: row() })).toBeTruthy();
});

test('a write that meets a short lock waits for its end', async () => {
  const release = await foreignLock();
  const key = newId();
  // All statements have one prototype.
  const running = vi.spyOn(
    Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as Database.Statement,
    'all',
  );
  onTestFinished(() => running.mockRestore());
  // Prisma begins once somebody waits for the result.
  const writing = Promise.resolve(db.setting.create({ data: row(key) }));
  await until(() => running.mock.results.some(({ type }) => type === 'throw'));
  await release();
  await writing;

  expect(await readDb.setting.findUnique({ where: { key } })).not.toBeNull();
});

test('a transaction that reads and then writes is not surprised by another process in between', async () => {
  const key = newId();
  await db.setting.create({ data: { ...row(key), value: '0' } });
  const other = new Database(file());
  onTestFinished(() => void other.close());
  other.pragma('busy_timeout = 0');
  await transaction(async (tx) => {
    const { value } = await tx.setting.findUniqueOrThrow({ where: { key } });
    expect(() => other.prepare('UPDATE "Setting" SET "value" = ? WHERE "key" = ?').run('9', key)).toThrow(/locked/);
    await tx.setting.update({ where: { key }, data: { value: String(Number(value) + 1) } });
  });

  expect(await readDb.setting.findUnique({ where: { key }, select: { value: true } })).toEqual({ value: '1' });
});

test('a transaction that fails at its beginning or its end leaves the next ones in order', async () => {
  for (let round = 0; round < 5; round += 1) {
    // A deferred constraint is checked by COMMIT itself, which then fails.
    const failing = transaction(async (tx) => {
      await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
      await tx.postTag.create({ data: { postId: 'nowhere', tagId: 'nowhere', position: 0 } });
    });
    await expect(failing).rejects.toThrow(/foreign key|constraint/i);
    const key = newId();
    await transaction((tx) => tx.setting.create({ data: row(key) }));
    expect(await readDb.setting.findUnique({ where: { key } })).not.toBeNull();
  }
  expect(await readDb.postTag.count()).toBe(0);
});

test('a hundred writers at once all get through, in one order', async () => {
  const key = newId();
  await db.setting.create({ data: { ...row(key), value: '0' } });
  await Promise.all(
    Array.from({ length: 100 }, () =>
      transaction(async (tx) => {
        const { value } = await tx.setting.findUniqueOrThrow({ where: { key } });
        await tx.setting.update({ where: { key }, data: { value: String(Number(value) + 1) } });
      }),
    ),
  );

  expect(await readDb.setting.findUnique({ where: { key }, select: { value: true } })).toEqual({ value: '100' });
});

test('the reader cannot write', async () => {
  await expect(readDb.setting.create({ data: row() })).rejects.toThrow(/readonly|read-only/i);
});

test('SQLite is new enough: older ones may corrupt a file that two connections checkpoint', async () => {
  const [{ version }] = await readDb.$queryRaw<[{ version: string }]>`SELECT sqlite_version() AS version`;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);

  expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_051_003);
});

test('acknowledged writes survive when the process is killed in the middle of many writes', async () => {
  for (let round = 0; round < 3; round += 1) {
    const flags = ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs'];
    const writing = spawn(process.execPath, [...flags, 'tests/integration/sqlite/many-writers.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    await new Promise<void>((resolve) => {
      writing.stdout.on('data', (chunk) => {
        said += String(chunk);
        if (said.length > 4_000 + round * 777) resolve();
      });
    });
    writing.kill('SIGKILL');
    await once(writing, 'close');

    const acknowledged = said.split('\n').slice(0, -1);
    const stored = await readDb.setting.count({ where: { key: { in: acknowledged } } });
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(stored).toBe(acknowledged.length);
  }
});

test('on a full disk some writers are refused, what was acknowledged is there, and nothing else', async () => {
  const [before] = await db.$queryRaw<[{ page_count: bigint }]>`PRAGMA page_count`;
  await db.$queryRawUnsafe(`PRAGMA max_page_count = ${before.page_count + 12n}`);
  const rows = Array.from({ length: 60 }, () => ({ ...row(), value: 'long'.repeat(600) }));
  const outcomes = await Promise.allSettled(
    rows.map((data, index) =>
      index % 3 === 0 ? db.setting.create({ data }) : transaction((tx) => tx.setting.create({ data })),
    ),
  );
  await db.$queryRaw`PRAGMA max_page_count = 4294967294`;
  const stored = await readDb.setting.findMany({
    where: { key: { in: rows.map(({ key }) => key) } },
    select: { key: true },
  });

  const acknowledged = rows.filter((_, index) => outcomes[index]?.status === 'fulfilled').map(({ key }) => key);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.length).toBeLessThan(60);
  expect(new Set(stored.map(({ key }) => key))).toEqual(new Set(acknowledged));
  const data = row();
  await transaction((tx) => tx.setting.create({ data }));
  expect(await readDb.setting.findUnique({ where: { key: data.key } })).not.toBeNull();
});
