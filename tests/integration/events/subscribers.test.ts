import { beforeEach, expect, test } from 'vitest';
import { readDb, transaction, db } from '@/lib/database/db';
import { publish } from '@/lib/events/emit';
import type { DomainEvent } from '@/lib/events/event';
import { emailTo, jobsFor, type Subscriber } from '@/lib/events/subscribers';
import { newId } from '@/lib/platform/ids';
import { enqueue } from '@/lib/outbox/queueing';
import { processJobs, type OutboxHandlers } from '@/lib/outbox/worker';
import { replacePassword } from '@/lib/users/passwords';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { createUser } from '../../factories/users';

const comments = [{ id: 'c2', authorId: 'u2', parentId: 'c1', parentAuthorId: 'u1' }];
const event: DomainEvent = { type: 'comment.published', actorId: 'u1', origin: 'site', postId: 'p1', comments };
const wanting = (name: string): Subscriber => ({
  name,
  jobsFor: ({ type }) => (type === 'comment.published' ? [{ event: name, payload: { comments } }] : []),
});
const three = [wanting('notifications'), wanting('webhooks'), { name: 'newsletter', jobsFor: () => [] }];
const hand = (id: string, all: readonly Subscriber[] = three) =>
  transaction(async (tx) => {
    for (const job of jobsFor(id, event, all)) await enqueue(job, tx);
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
    { event: 'notifications', dedupeKey: `${id}:0:notifications` },
    { event: 'webhooks', dedupeKey: `${id}:0:webhooks` },
  ]);
});

test('a subscriber may want several jobs, and a fact that comes again with another event makes none', async () => {
  const replies: Subscriber = {
    name: 'notifications',
    jobsFor: (one) =>
      one.type === 'comment.published'
        ? one.comments.flatMap(({ id, parentAuthorId }) => [
            { event: 'note', payload: { id, to: parentAuthorId }, fact: `reply:${id}:${parentAuthorId}` },
            { event: 'note', payload: { id, to: 'moderators' } },
          ])
        : [],
  };
  const [first, second] = [newId(), newId()];
  await hand(first, [replies]);
  await hand(first, [replies]);
  await hand(second, [replies]);

  const rows = await readDb.outbox.findMany({ select: { dedupeKey: true } });
  expect(rows.map(({ dedupeKey }) => dedupeKey).toSorted()).toEqual(
    [`${first}:1:notifications`, `${second}:1:notifications`, 'reply:c2:u1:notifications'].toSorted(),
  );
});

test('an e-mail about something is one fact for each user; others are sent for each event', () => {
  expect(emailTo('u1', 'magic-link', { to: 'c2' })).toEqual({
    event: 'email',
    payload: { kind: 'magic-link', userId: 'u1', to: 'c2' },
    fact: 'magic-link:u1:c2',
  });
  expect(emailTo('u1', 'password-changed', {})).not.toHaveProperty('fact');
});

test('an e-mail that is not needed any more is not sent', async () => {
  const isWaiting = async (confirmed: Date | null) => {
    const { id, email } = await createUser({ emailVerifiedAt: confirmed });
    await transaction((tx) =>
      enqueue({ event: 'email', payload: emailTo(id, 'confirm-email', { to: '' }).payload }, tx),
    );
    return queuedEmailsTo(email ?? '');
  };
  expect(await isWaiting(null)).toHaveLength(1);
  expect(await isWaiting(new Date())).toEqual([]);
  expect(await readDb.outbox.count({ where: { doneAt: null } })).toBe(0);
});

test('a failing subscriber is retried with the same job and does not delay others', async () => {
  await hand(newId());
  const done: string[] = [];
  let isDown = true;
  const handlers: OutboxHandlers = {
    notifications: async (_, { id }) => {
      if (isDown) throw new Error('not now');
      done.push(`notifications ${id}`);
      return 'done';
    },
    webhooks: async (_, { id }) => {
      done.push(`webhooks ${id}`);
      return 'done';
    },
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
  await publish({ type: 'user.invited', actorId: null, userId: id, role: null });
  await replacePassword(id, 'gulls above the pier');

  const rows = await readDb.outbox.findMany({ select: { event: true, payload: true, dedupeKey: true } });
  const invitation = {
    event: 'email',
    payload: JSON.stringify({ kind: 'invite', userId: id, byId: '' }),
    dedupeKey: expect.stringMatching(/^[\w-]+:0:email$/),
  };
  // Each time, as it can be sent again.
  expect(rows).toEqual([invitation, invitation]);
});
