import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backoff } from './backoff';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('waits longer after each failure, up to a limit', () => {
  const pause = new Backoff({ first: 2_000, longest: 10_000 });
  expect(pause.isOver).toBe(true);
  for (const wait of [2_000, 4_000, 8_000, 10_000, 10_000]) {
    pause.begin();
    vi.advanceTimersByTime(wait - 1);
    expect(pause.isOver).toBe(false);
    vi.advanceTimersByTime(1);
    expect(pause.isOver).toBe(true);
  }
});

test('success resets the delay', () => {
  const pause = new Backoff({ first: 2_000, longest: 10_000 });
  pause.begin();
  pause.begin();
  pause.end();
  expect(pause.isOver).toBe(true);
  pause.begin();
  vi.advanceTimersByTime(2_000);
  expect(pause.isOver).toBe(true);
});
