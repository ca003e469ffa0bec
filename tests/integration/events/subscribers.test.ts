import { beforeEach, expect, test } from 'vitest';
import { readDb, transaction, db } from '@/lib/database/db';
import { publish } from '@/lib/events/emit';
import type { DomainEvent } from '@/lib/events/event';
import { jobsFor, type Subscriber } from '@/lib/events/subscribers';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/outbox/queueing';
import { processJobs, type OutboxHandlers } from '@/lib/outbox/worker';
import { replacePassword } from '@/lib/users/passwords';
import { createUser } from '../../factories/users';

const comments = [{ id: 'c1', parentId: null, authorId: 'u1' }];
const event: DomainEvent = { type: 'comment.published', actorId: 'u1', origin: 'site', postId: 'p1', comments };
const wanting = (name: string): Subscriber => ({
  name,
  jobFor: ({ type }) => (type === 'comment.published' ? { event: name, payload: { comments } } : null),
});
const three = [wanting('notifications'), wanting('webhooks'), { name: 'newsletter', jobFor: () => null }];
const hand = (id: string) =>
  transaction(async (tx) => {
    for (const job of jobsFor(id, event, three)) await enqueue(job, tx);
  });
const later = () => db.outbox.updateMany({ data: { availableAt: new Date(0) } });

beforeEach(async () => {
  await db.outbox.deleteMany();
});

test('each subscriber that wants an event has one job of its own, however often it is handed over', async () => {
  const id = newId();
  await Promise.all([hand(id), hand(id)].map((handing) => handing.catch(() => null)));
  await hand(id);

  const rows = await readDb.outbox.findMany({
    orderBy: { dedupeKey: 'asc' },
    select: { event: true, dedupeKey: true },
  });
  expect(rows).toEqual([
    { event: 'notifications', dedupeKey: `${id}:notifications` },
    { event: 'webhooks', dedupeKey: `${id}:webhooks` },
  ]);
});

test('a failing subscriber is retried with the same job and does not delay others', async () => {
  await hand(newId());
  const done: string[] = [];
  let isDown = true;
  const handlers: OutboxHandlers = {
    notifications: async (_, { id }) => {
      if (isDown) throw new Error('not now');
      done.push(`notifications ${id}`);
    },
    webhooks: async (_, { id }) => void done.push(`webhooks ${id}`),
  };
  expect(await processJobs(handlers, 'a')).toBe(2);
  const [failed] = await readDb.outbox.findMany({ where: { doneAt: null } });
  expect(failed).toMatchObject({ event: 'notifications', attempts: 1, lastError: 'not now' });
  expect(done).toEqual([expect.stringContaining('webhooks')]);

  isDown = false;
  await later();
  while ((await processJobs(handlers, 'b')) > 0);
  expect(done.slice(1)).toEqual([`notifications ${failed!.id}`]);
});

test('an invitation is sent to a user, and a password set by someone else is not announced', async () => {
  const { id } = await createUser();
  await publish({ type: 'user.invited', actorId: null, userId: id, role: null });
  await replacePassword(id, 'gulls above the pier');

  const rows = await readDb.outbox.findMany({ select: { event: true, payload: true, dedupeKey: true } });
  expect(rows).toEqual([
    {
      event: 'email',
      payload: JSON.stringify({ kind: 'invite', userId: id }),
      dedupeKey: expect.stringMatching(/^[\w-]+:email$/),
    },
  ]);
});
