import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { announce } from '@/lib/caching/announcements';
import { STALE_CHANNEL } from '@/lib/caching/announcement-log';
import { caches } from '@/lib/caching/process-caches';
import { isPostgres, reader } from '@/lib/db';
import { env } from '@/lib/env';
import { newId } from '@/lib/ids';

test('what a process without a line announces is in the log, stale here, and told to all instances', async () => {
  const heard = await listen();
  const tag = `post:${newId()}`;
  const before = caches.clock.now;
  await announce([tag, 'list']);

  const row = await reader.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true, tags: true } });
  expect(JSON.parse(row?.tags ?? '')).toEqual([tag, 'list']);
  expect(caches.clock.isStale([tag], before)).toBe(true);
  await expect.poll(() => heard).toEqual(isPostgres() ? [{ id: row?.id, from: '', tags: [tag, 'list'] }] : []);
});

test('a list that is too long for a notification is looked up by its number', async () => {
  const heard = await listen();
  const tags = Array.from({ length: 400 }, () => `post:${newId()}`);
  await announce(tags);

  const row = await reader.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { id: true, tags: true } });
  expect(JSON.parse(row?.tags ?? '')).toEqual(tags);
  await expect.poll(() => heard).toEqual(isPostgres() ? [{ id: row?.id, from: '' }] : []);
});

async function listen() {
  const heard: unknown[] = [];
  if (!isPostgres()) return heard;
  const client = new Client({ connectionString: env().databaseUrl });
  client.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')));
  await client.connect();
  await client.query(`LISTEN ${STALE_CHANNEL}`);
  onTestFinished(() => client.end());
  return heard;
}
