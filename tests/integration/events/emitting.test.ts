import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pollInvalidations } from '@/lib/caching/invalidation-polling';
import { STALE_CHANNEL } from '@/lib/caching/invalidation-log';
import { caches } from '@/lib/caching/process-caches';
import { afterCommit, isPostgres, readDb, transaction, db, type Tx } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { emit, noticeHere, publish, together, watchingChanges } from '@/lib/events/emit';
import type { DomainEvent } from '@/lib/events/event';
import { newId } from '@/lib/platform/ids';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const described = (tagId = newId()): DomainEvent => ({ type: 'tag.described', actorId: null, tagId });
const lastAnnouncement = async () => {
  const row = await readDb.invalidation.findFirst({ orderBy: { id: 'desc' }, select: { tags: true } });
  return JSON.parse(row?.tags ?? '[]') as string[];
};
const counts = async () => [
  await readDb.invalidation.count(),
  await readDb.auditEntry.count(),
  await readDb.outbox.count(),
];

describe('an event', () => {
  test('is in the log and in the audit log with the commit, and its pages are stale before the writer goes on', async () => {
    const { id } = await actorWith('editor');
    const [one, two] = [newId(), newId()];
    const { tags } = await madeStaleBy(() =>
      transaction(async (tx) => {
        emit(tx, { type: 'tag.described', actorId: id, tagId: one });
        emit(tx, [described(two), described(one)]);
      }),
    );

    expect(tags).toEqual([`tag:${one}`, `tag:${two}`]);
    expect(await lastAnnouncement()).toEqual([`tag:${one}`, `tag:${two}`]);
    const [entry] = await readDb.auditEntry.findMany({ where: { actorId: id } });
    expect(entry).toMatchObject({ action: 'tag.describe', subjectType: 'tag', subjectId: one, data: '{}' });
  });

  test('has no effect if it is rolled back', async () => {
    const before = await counts();
    const { tags } = await madeStaleBy(() =>
      transaction(async (tx) => {
        emit(tx, [described(), { type: 'user.invited', actorId: null, userId: 'u', role: null }]);
        await tx.setting.findMany({ select: { key: true } });
        throw new Error('no');
      }).catch((error: Error) => error.message),
    );
    expect(tags).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  test('is independent of transactions that share its commit', async () => {
    const ids = Array.from({ length: 12 }, newId);
    const write = (id: string, at: number) =>
      transaction(async (tx: Tx) => {
        await tx.setting.create({ data: { key: id, value: '1', updatedAt: new Date() } });
        emit(tx, described(id));
        if (at % 3 === 0) throw new Error('no');
      }).catch(() => null);
    const { tags } = await madeStaleBy(() => Promise.all(ids.map(write)));

    const stored = ids.filter((_, at) => at % 3 > 0);
    expect(tags.toSorted()).toEqual(stored.map((id) => `tag:${id}`).toSorted());
    expect(await readDb.setting.count({ where: { key: { in: ids } } })).toBe(stored.length);
  });

  test('is notified when others can read what was written, and not before', async () => {
    const key = newId();
    let isThere: boolean | null = null;
    await transaction(async (tx) => {
      await tx.setting.create({ data: { key, value: '1', updatedAt: new Date() } });
      afterCommit(tx, async () => {
        isThere = (await readDb.setting.count({ where: { key } })) === 1;
      });
      emit(tx, described());
    });
    expect(isThere).toBe(true);
  });

  test('needs a transaction', () => {
    expect(() => emit(db, described())).toThrow('not a transaction');
  });

  test('that makes nothing stale leaves no announcement', async () => {
    const before = await readDb.invalidation.count();
    await publish({ type: 'media.deleted', actorId: null, mediaId: newId(), isOfSite: false });
    expect(await readDb.invalidation.count()).toBe(before);
  });
});

test('the invalidation of a process that crashes after the commit still arrives', async () => {
  const postId = newId();
  const acknowledged = await listen();

  const flags = ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs'];
  const dying = spawn(process.execPath, [...flags, 'tests/integration/events/dying.ts', postId], { stdio: 'inherit' });
  const [, signal] = (await once(dying, 'close')) as [number | null, string | null];

  expect(signal).toBe('SIGKILL');
  expect(await readDb.setting.count({ where: { key: 'written-by-the-dying' } })).toBe(1);
  await expect.poll(() => acknowledged, { timeout: 5_000 }).toContain(`post:${postId}`);
});

test('a process that serves a SQLite file writes no announcement, because its supervisor notices when it dies', async () => {
  const stop = await pollInvalidations();
  const before = await readDb.invalidation.count();
  const { tags } = await madeStaleBy(() => publish(described('served')));
  stop();
  expect(tags).toEqual(['tag:served']);
  expect(await readDb.invalidation.count()).toBe(isPostgres() ? before + 1 : before);
});

test('grouped writes make pages stale once, at the end, even if the last of them fails', async () => {
  const acknowledged: string[][] = [];
  const stopListening = caches.clock.onInvalidate((tags) => void acknowledged.push([...tags]));
  onTestFinished(() => void stopListening());
  const action = together(async () => {
    await publish(described('a'));
    await publish([described('b'), described('a')]);
    expect(acknowledged).toEqual([]);
    throw new Error('the third of them');
  });
  await expect(action).rejects.toThrow('the third of them');
  expect(acknowledged).toEqual([['tag:a', 'tag:b']]);
});

test('reports whether an action has changed a page', async () => {
  await watchingChanges(async (hasChangedPages) => {
    await publish({ type: 'media.deleted', actorId: null, mediaId: 'm', isOfSite: false });
    expect(hasChangedPages()).toBe(false);
    await together(() => publish(described()));
    expect(hasChangedPages()).toBe(true);
  });
});

test('a moment that has come makes pages stale in this process alone', async () => {
  const before = await readDb.invalidation.count();
  const { tags } = await madeStaleBy(async () => noticeHere({ type: 'posts.came-due', actorId: null }));
  expect(tags).toEqual(['list']);
  expect(await readDb.invalidation.count()).toBe(before);
});

/** What another process of the site receives from now on. */
async function listen() {
  const acknowledged: string[] = [];
  if (!isPostgres()) {
    const stopListening = caches.clock.onInvalidate((tags) => void acknowledged.push(...tags));
    const stopFollowing = await pollInvalidations();
    onTestFinished(() => {
      stopFollowing();
      stopListening();
    });
    return acknowledged;
  }
  const client = new Client({ connectionString: env().databaseUrl });
  client.on('notification', ({ payload }) => {
    acknowledged.push(...((JSON.parse(payload ?? '{}') as { tags?: string[] }).tags ?? []));
  });
  await client.connect();
  await client.query(`LISTEN ${STALE_CHANNEL}`);
  onTestFinished(() => client.end());
  return acknowledged;
}
