import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Heartbeat } from './heartbeat';
import type { ProcessTime } from './process-time';

const alive = { kind: 'heartbeat', isDebugged: false } as const;
let deaths = 0;
let heartbeat: Heartbeat;

beforeEach(() => {
  vi.useFakeTimers();
  deaths = 0;
  heartbeat = new Heartbeat(() => (deaths += 1));
});
afterEach(() => {
  heartbeat.stop();
  vi.useRealTimers();
});

test('reports a process once as stuck after five seconds of silence', () => {
  heartbeat.receive(alive);
  vi.advanceTimersByTime(4_900);
  expect(deaths).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(deaths).toBe(1);
});

test('any message counts, and no process is late before it answers requests', () => {
  vi.advanceTimersByTime(600_000);
  heartbeat.receive({ kind: 'ready', address: null, lines: [] });
  vi.advanceTimersByTime(600_000);
  heartbeat.receive({ kind: 'listening' });
  for (let second = 0; second < 20; second += 4) {
    vi.advanceTimersByTime(4_000);
    heartbeat.receive({ kind: 'expired', tags: [] });
  }
  expect(deaths).toBe(0);
});

test('never reports a process in a debugger', () => {
  heartbeat.receive(alive);
  heartbeat.receive({ kind: 'heartbeat', isDebugged: true });
  vi.advanceTimersByTime(600_000);
  expect(deaths).toBe(0);
  heartbeat.receive(alive);
  vi.advanceTimersByTime(5_000);
  expect(deaths).toBe(1);
});

test('gives a replacement process a minute to start', () => {
  heartbeat.expectStart();
  vi.advanceTimersByTime(59_000);
  expect(deaths).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(deaths).toBe(1);
});

/** Watches a process that says nothing, whose second looks like this; answers with how many seconds it is given. */
function secondsGiven({ usedMs, queuedMs = 0, isWorking }: ProcessTime, { isStarting = false } = {}) {
  let second = 0;
  let given = 0;
  const readTime = () => ({ usedMs: usedMs * second, queuedMs: queuedMs * second, isWorking });
  const watched = new Heartbeat(() => (given = second), readTime);
  if (isStarting) watched.expectStart();
  else watched.receive(alive);
  for (second = 1; second <= 400; second += 1) vi.advanceTimersByTime(1_000);
  watched.stop();
  return given;
}

test.each([
  ['spins on a core of its own', { usedMs: 1_000, queuedMs: 0, isWorking: true }, 5],
  ['spins on several cores', { usedMs: 4_000, queuedMs: 0, isWorking: true }, 5],
  ['spins on a fifth of a core', { usedMs: 200, queuedMs: 800, isWorking: true }, 21],
  ['is stopped or sleeps', { usedMs: 0, queuedMs: 0, isWorking: false }, 5],
  ['works and is given next to no time', { usedMs: 20, queuedMs: 980, isWorking: true }, 120],
  ['queues for a core and is looked at between two turns', { usedMs: 20, queuedMs: 980, isWorking: false }, 120],
  ['waits for a disk that never answers', { usedMs: 0, queuedMs: 0, isWorking: true }, 120],
])('a silent process that %s is stuck after the right time', (_what, time, seconds) => {
  expect(secondsGiven(time)).toBe(seconds);
});

test('gives a replacement longer where it gets little processor time', () => {
  const starved = { usedMs: 100, queuedMs: 900, isWorking: true };
  expect(secondsGiven(starved, { isStarting: true })).toBe(300);
});

test('a process is slow as long as its event loop has hardly turned', () => {
  heartbeat.receive({ kind: 'listening' });
  vi.advanceTimersByTime(10);
  const since = performance.now();
  const answers = Array.from({ length: 4 }, () => {
    vi.advanceTimersByTime(1_000);
    heartbeat.receive(alive);
    return heartbeat.isSlow(since);
  });
  expect(answers).toEqual([true, true, false, false]);
});

test('a process that does not serve yet is not called slow', () => {
  expect(heartbeat.isSlow(0)).toBe(false);
});
