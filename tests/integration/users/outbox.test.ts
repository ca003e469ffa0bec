import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { transaction, db } from '@/lib/database/db';
import { LEASE_MS, RENEWAL_MS, takeLease } from '@/lib/outbox/leases';
import { enqueue, type Priority } from '@/lib/outbox/queueing';
import { MAX_ATTEMPTS, startOutbox, processJobs, type OutboxHandlers } from '@/lib/outbox/worker';
import { enqueueEmail, sendQueuedEmail } from '@/lib/users/emails';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { createUser } from '../../factories/users';

const put = (payload: Record<string, unknown>, dedupeKey?: string) =>
  transaction((tx) => enqueue({ event: 'note', payload, ...(dedupeKey ? { dedupeKey } : {}) }, tx));
const putWith = (priority: Priority, n: number) =>
  transaction((tx) => enqueue({ event: priority, payload: { n }, priority }, tx));
const numberIn = (payload: unknown) => (payload as { n: number }).n;
const noting = (done: string[], what: string) => async () => {
  done.push(what);
  return 'done' as const;
};
const later = () => db.outbox.updateMany({ data: { availableAt: new Date(0) } });

beforeEach(async () => {
  await db.outbox.deleteMany();
});
afterEach(() => void vi.useRealTimers());

/** A job that is worked on until `finish` is called, by a clock that the test moves. */
async function beginLongJob() {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  await put({ n: 1 });
  let isBegun = false;
  let finish = () => {};
  const note: OutboxHandlers[string] = () => {
    isBegun = true;
    return new Promise((resolve) => (finish = () => resolve('done')));
  };
  const working = processJobs({ note }, 'first');
  await expect.poll(() => isBegun).toBe(true);
  return { working, finish: () => finish() };
}

const leaseEnd = async () => (await db.outbox.findFirstOrThrow()).availableAt.getTime();

/** Moves the clock to the next renewal, and waits until it is written. */
async function renew() {
  const before = await leaseEnd();
  vi.advanceTimersByTime(RENEWAL_MS);
  await expect.poll(leaseEnd).toBeGreaterThan(before);
}

describe('the outbox', () => {
  test('what is rolled back never happened', async () => {
    const failing = transaction(async (tx) => {
      await enqueue({ event: 'note', payload: {} }, tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.outbox.count()).toBe(0);
  });

  test('the same fact makes one row, and fails nobody who states it at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => put({ n: 1 }, 'one fact')));
    await put({ n: 2 }, 'one fact');
    expect(await db.outbox.count()).toBe(1);
  });

  test('a fact is forgotten if its job was not needed, and may make one again', async () => {
    const handlers: OutboxHandlers = {
      note: async (payload) => ((payload as { n: number }).n > 1 ? 'done' : 'unneeded'),
    };
    await put({ n: 1 }, 'one fact');
    expect(await processJobs(handlers, 'a')).toBe(1);
    expect(await db.outbox.count()).toBe(0);
    await put({ n: 2 }, 'one fact');
    expect(await processJobs(handlers, 'a')).toBe(1);
    await put({ n: 3 }, 'one fact');
    expect(await processJobs(handlers, 'a')).toBe(0);
    expect(await db.outbox.findMany({ select: { payload: true } })).toEqual([{ payload: '{}' }]);
  });

  test('three workers side by side do each of forty jobs once', async () => {
    for (let n = 0; n < 40; n += 1) await put({ n });
    const done: number[] = [];
    const handlers: OutboxHandlers = {
      note: async (payload) => {
        await new Promise((resolve) => setImmediate(resolve));
        done.push((payload as { n: number }).n);
        return 'done';
      },
    };
    await Promise.all(
      ['a', 'b', 'c'].map(async (worker) => {
        while ((await processJobs(handlers, worker)) > 0);
      }),
    );
    while ((await processJobs(handlers, 'd')) > 0);
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(await db.outbox.count({ where: { doneAt: null } })).toBe(0);
  });

  test('a job that fails comes back later, with the reason, and is given up in the end', async () => {
    await put({ n: 1 });
    const handlers: OutboxHandlers = { note: () => Promise.reject(new Error('the post office is closed')) };
    expect(await processJobs(handlers, 'a')).toBe(1);
    expect(await processJobs(handlers, 'a')).toBe(0);
    const row = await db.outbox.findFirstOrThrow();
    expect(row).toMatchObject({ attempts: 1, doneAt: null, lastError: 'the post office is closed', leaseOwner: '' });
    expect(row.availableAt.getTime()).toBeGreaterThan(Date.now());

    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      await later();
      await processJobs(handlers, 'a');
    }
    await later();
    expect(await processJobs(handlers, 'a')).toBe(0);
    expect(await db.outbox.findFirstOrThrow()).toMatchObject({ attempts: MAX_ATTEMPTS, payload: '{}' });
  });

  test('a worker that died loses its lease, and what it finds out too late changes nothing', async () => {
    await put({ n: 1 });
    const done: string[] = [];
    let revive = () => {};
    const dead: OutboxHandlers = {
      note: () => new Promise((_, reject) => (revive = () => reject(new Error('too late')))),
    };
    const dying = processJobs(dead, 'dead');
    await expect.poll(() => db.outbox.count({ where: { leaseOwner: 'dead' } })).toBe(1);
    expect(await processJobs({ note: noting(done, 'meanwhile') }, 'b')).toBe(0);

    await later();
    await processJobs({ note: noting(done, 'b') }, 'b');
    revive();
    await dying;
    expect(done).toEqual(['b']);
    expect(await db.outbox.findFirstOrThrow()).toMatchObject({ lastError: '', attempts: 2 });
  });

  test('a job that takes longer than its lease stays with its worker, which renews it', async () => {
    const { working, finish } = await beginLongJob();
    const firstEnd = await leaseEnd();
    while (Date.now() < firstEnd + LEASE_MS) await renew();
    const done: string[] = [];
    expect(await processJobs({ note: noting(done, 'other') }, 'other')).toBe(0);
    finish();
    expect(await working).toBe(1);
    expect(done).toEqual([]);
    expect(await db.outbox.findFirstOrThrow()).toMatchObject({ attempts: 1, leaseOwner: '', lastError: '' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a job whose worker was killed goes to another half a minute later, and no sooner', async () => {
    await put({ n: 1 });
    expect(await takeLease((await db.outbox.findFirstOrThrow()).id, 'killed')).toBe(true);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LEASE_MS - 5_000 });
    const done: string[] = [];
    expect(await processJobs({ note: noting(done, 'other') }, 'other')).toBe(0);
    vi.setSystemTime(Date.now() + 5_000);
    expect(await processJobs({ note: noting(done, 'other') }, 'other')).toBe(1);
    expect(done).toEqual(['other']);
    expect(LEASE_MS).toBe(30_000);
  });

  test('a worker that finds its lease with another no longer renews it', async () => {
    const { working, finish } = await beginLongJob();
    await db.outbox.updateMany({ data: { leaseOwner: 'other' } });
    const before = await db.outbox.findFirstOrThrow();
    vi.advanceTimersByTime(RENEWAL_MS);
    await expect.poll(() => vi.getTimerCount()).toBe(0);
    finish();
    await working;
    expect(await db.outbox.findFirstOrThrow()).toEqual(before);
  });

  test('the running worker processes new jobs, and stops on request', async () => {
    const done: unknown[] = [];
    const note: OutboxHandlers[string] = async (payload) => {
      done.push(payload);
      return 'done';
    };
    const stop = startOutbox({ note });
    await put({ n: 7 });
    await expect.poll(() => done, { timeout: 5_000 }).toEqual([{ n: 7 }]);
    await stop();
    await put({ n: 8 });
    expect(done).toHaveLength(1);
  });

  test('with 2,000 bulk jobs under way, a link to sign in is sent as the next one', async () => {
    await createUser({ email: 'gull@example.test' });
    const earlier = new Date(Date.now() - 60_000);
    await db.outbox.createMany({
      data: Array.from({ length: 2_000 }, (_, n) => ({
        id: `bulk-${n}`,
        event: 'bulk',
        dedupeKey: `bulk-${n}`,
        payload: JSON.stringify({ n }),
        priority: 'bulk',
        availableAt: new Date(earlier.getTime() + n),
        createdAt: earlier,
      })),
    });
    const order: string[] = [];
    const handlers: OutboxHandlers = {
      bulk: async (payload) => {
        order.push(`bulk ${numberIn(payload)}`);
        if (numberIn(payload) === 2)
          await transaction((tx) => enqueueEmail({ kind: 'magic-link', email: 'gull@example.test' }, tx));
        return 'done';
      },
      email: async (payload, job) => {
        order.push('link');
        return sendQueuedEmail(payload, job);
      },
    };
    await processJobs(handlers, 'a');

    expect(order.slice(0, 5)).toEqual(['bulk 0', 'bulk 1', 'bulk 2', 'link', 'bulk 3']);
    expect(await db.outbox.count({ where: { priority: 'bulk', doneAt: null } })).toBe(2_000 - (order.length - 1));
    await db.outbox.deleteMany({ where: { priority: 'bulk' } });
    expect(await queuedEmailsTo('gull@example.test')).toHaveLength(1);
  });

  test('what is urgent goes first, whatever waited longer, and is what nobody said to be bulk', async () => {
    await putWith('bulk', 1);
    await put({ n: 2 });
    const done: number[] = [];
    const note: OutboxHandlers[string] = async (payload) => {
      done.push(numberIn(payload));
      return 'done';
    };
    expect(await processJobs({ note, bulk: note }, 'a')).toBe(2);
    expect(done).toEqual([2, 1]);
  });

  test('urgent jobs without end do not stop those of bulk', async () => {
    for (const n of [1, 2]) await putWith('bulk', n);
    await putWith('urgent', 0);
    const done: string[] = [];
    await processJobs(
      {
        urgent: async (payload) => {
          done.push('urgent');
          await putWith('urgent', numberIn(payload) + 1);
          return 'done';
        },
        bulk: noting(done, 'bulk'),
      },
      'a',
    );
    expect(done.filter((priority) => priority === 'bulk')).toHaveLength(2);
  });

  test('a bulk job that fails waits its time and holds up no other job', async () => {
    await putWith('bulk', 1);
    const done: string[] = [];
    const handlers: OutboxHandlers = {
      bulk: async (payload) => {
        if (numberIn(payload) === 1) throw new Error('the mailbox is full');
        done.push('bulk');
        return 'done';
      },
      urgent: noting(done, 'urgent'),
    };
    expect(await processJobs(handlers, 'a')).toBe(1);
    await putWith('bulk', 2);
    await putWith('urgent', 3);
    expect(await processJobs(handlers, 'a')).toBe(2);
    expect(done).toEqual(['urgent', 'bulk']);
    expect(await db.outbox.findFirstOrThrow({ where: { doneAt: null } })).toMatchObject({
      priority: 'bulk',
      lastError: 'the mailbox is full',
    });
  });
});
