import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Broadcast } from './broadcast';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Sends a round and says whether it has ended, with the replies if it has. */
function follow<Reply>(round: Promise<Reply[]>) {
  const state: { replies: Reply[] | null } = { replies: null };
  void round.then((replies) => (state.replies = replies));
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return state.replies;
  };
}

test('a round ends with the answers of all members', async () => {
  const sent: string[] = [];
  const broadcast = new Broadcast<string, number>();
  const ended = follow(broadcast.send(['a', 'b'], (member, id) => sent.push(`${member}${id}`)));
  expect(sent).toEqual(['a1', 'b1']);
  broadcast.acknowledge(1, 'b', 20);
  expect(await ended()).toBeNull();
  broadcast.acknowledge(1, 'a', 10);
  expect(await ended()).toEqual([20, 10]);
});

test('a round without members ends at once', async () => {
  const tell = vi.fn<() => void>();
  expect(await follow(new Broadcast<string>({ timeoutMs: 1_000 }).send([], tell))()).toEqual([]);
  expect(tell).not.toHaveBeenCalled();
});

test('an answer counts once, for its own round and from who was asked', async () => {
  const broadcast = new Broadcast<string, number>();
  const first = follow(broadcast.send(['a', 'b'], () => {}));
  const second = follow(broadcast.send(['a'], () => {}));
  broadcast.acknowledge(1, 'a', 1);
  broadcast.acknowledge(1, 'a', 2);
  broadcast.acknowledge(1, 'c', 3);
  expect([await first(), await second()]).toEqual([null, null]);
  broadcast.acknowledge(2, 'a', 4);
  broadcast.acknowledge(1, 'b', 5);
  expect([await first(), await second()]).toEqual([[1, 5], [4]]);
});

test('a late member is given up after the time limit, and its answer is then ignored', async () => {
  const broadcast = new Broadcast<string, number>({ timeoutMs: 1_000 });
  const ended = follow(broadcast.send(['a', 'b'], () => {}));
  broadcast.acknowledge(1, 'a', 1);
  await vi.advanceTimersByTimeAsync(999);
  expect(await ended()).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  broadcast.acknowledge(1, 'b', 2);
  expect(await ended()).toEqual([1]);
});

test('a late member may be awaited again', async () => {
  const asked: string[] = [];
  const onLate = (member: string) => asked.push(member) < 3;
  const ended = follow(new Broadcast<string>({ timeoutMs: 1_000, onLate }).send(['a'], () => {}));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await ended()).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await ended()).toEqual([]);
  expect(asked).toEqual(['a', 'a', 'a']);
});

test('no round awaits a member that left', async () => {
  const broadcast = new Broadcast<string, number>();
  const rounds = [broadcast.send(['a', 'b'], () => {}), broadcast.send(['b'], () => {})].map(follow);
  broadcast.acknowledge(1, 'a', 1);
  broadcast.leave('b');
  expect(await Promise.all(rounds.map((ended) => ended()))).toEqual([[1], []]);
});

test('stops waiting for members that left', async () => {
  const broadcast = new Broadcast<string>();
  const ended = follow(broadcast.send(['a', 'b', 'c'], () => {}));
  broadcast.retain(new Set(['a']));
  expect(await ended()).toBeNull();
  broadcast.retain(new Set());
  expect(await ended()).toEqual([]);
});

test('does not await members that join during a round', async () => {
  const members = new Set(['a']);
  const broadcast = new Broadcast<string, number>();
  const ended = follow(broadcast.send(members, () => {}));
  members.add('b');
  broadcast.acknowledge(1, 'b', 2);
  expect(await ended()).toBeNull();
  broadcast.acknowledge(1, 'a', 1);
  expect(await ended()).toEqual([1]);
});

test('answers may come before the wait begins, if the broadcast remembers them', async () => {
  const broadcast = new Broadcast<string, number>({ earlyRounds: 10 });
  broadcast.acknowledge(7, 'a', 1);
  expect(await follow(broadcast.wait(7, ['a']))()).toEqual([1]);
  const forgetful = new Broadcast<string, number>();
  forgetful.acknowledge(7, 'a', 1);
  expect(await follow(forgetful.wait(7, ['a']))()).toBeNull();
});

test('late members are listed once, and a cancelled round neither ends nor asks', async () => {
  const onLate = vi.fn<() => boolean>(() => false);
  const broadcast = new Broadcast<string>({ timeoutMs: 5_000, onLate });
  const rounds = [broadcast.send(['a', 'b'], () => {}), broadcast.send(['a'], () => {})].map(follow);
  await vi.advanceTimersByTimeAsync(2_000);
  broadcast.acknowledge(1, 'b');
  expect(broadcast.late(1_000)).toEqual(['a']);
  expect(broadcast.late(3_000)).toEqual([]);
  broadcast.cancel();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await Promise.all(rounds.map((ended) => ended()))).toEqual([null, null]);
  expect(onLate).not.toHaveBeenCalled();
});
