import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Heartbeat } from './heartbeat';

const alive = { kind: 'alive', isDebugged: false } as const;
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

test('who says nothing for five seconds after a word is stuck, and that is said once', () => {
  heartbeat.hear(alive);
  vi.advanceTimersByTime(4_900);
  expect(deaths).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(deaths).toBe(1);
});

test('any word counts, and nobody is late before they answer requests', () => {
  vi.advanceTimersByTime(600_000);
  heartbeat.hear({ kind: 'ready', at: null, lines: [] });
  vi.advanceTimersByTime(600_000);
  heartbeat.hear({ kind: 'listening' });
  for (let second = 0; second < 20; second += 4) {
    vi.advanceTimersByTime(4_000);
    heartbeat.hear({ kind: 'noticed', tags: [] });
  }
  expect(deaths).toBe(0);
});

test('who stands in a debugger may be silent for as long as they like', () => {
  heartbeat.hear(alive);
  heartbeat.hear({ kind: 'alive', isDebugged: true });
  vi.advanceTimersByTime(600_000);
  expect(deaths).toBe(0);
  heartbeat.hear(alive);
  vi.advanceTimersByTime(5_000);
  expect(deaths).toBe(1);
});

test('who takes another one’s place has a minute for it', () => {
  heartbeat.expectStart();
  vi.advanceTimersByTime(59_000);
  expect(deaths).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(deaths).toBe(1);
});
