import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { publishInvalidation } from '@/lib/caching/invalidation-polling';
import { STALE_CHANNEL } from '@/lib/caching/invalidation-log';
import { caches } from '@/lib/caching/process-caches';
import { isPostgres, readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';

test('what a process without a bus invalidates is in the log, stale here, and sent to all instances', async () => {
  const acknowledged = await listen();
  const tag = `post:${newId()}`;
  const before = caches.clock.now;
  await publishInvalidation([tag, 'list']);

  const row = await readDb.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true, tags: true } });
  expect(JSON.parse(row?.tags ?? '')).toEqual([tag, 'list']);
  expect(caches.clock.isStale([tag], before)).toBe(true);
  await expect.poll(() => acknowledged).toEqual(isPostgres() ? [{ id: row?.id, from: '', tags: [tag, 'list'] }] : []);
});

test('a list that is too long for a notification is looked up by its number', async () => {
  const acknowledged = await listen();
  const tags = Array.from({ length: 400 }, () => `post:${newId()}`);
  await publishInvalidation(tags);

  const row = await readDb.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true, tags: true } });
  expect(JSON.parse(row?.tags ?? '')).toEqual(tags);
  await expect.poll(() => acknowledged).toEqual(isPostgres() ? [{ id: row?.id, from: '' }] : []);
});

async function listen() {
  const acknowledged: unknown[] = [];
  if (!isPostgres()) return acknowledged;
  const client = new Client({ connectionString: env().databaseUrl });
  client.on('notification', ({ payload }) => acknowledged.push(JSON.parse(payload ?? '')));
  await client.connect();
  await client.query(`LISTEN ${STALE_CHANNEL}`);
  onTestFinished(() => client.end());
  return acknowledged;
}
