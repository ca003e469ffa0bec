import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { Pace } from './pace';

test('work that can wait leaves the process idle for as long as it was busy', async () => {
  const began = performance.eventLoopUtilization();
  const pace = new Pace();
  for (let piece = 0; piece < 5; piece++) {
    const end = performance.now() + 20;
    while (performance.now() < end);
    await pace.next();
  }
  const { active, idle } = performance.eventLoopUtilization(began);
  expect(active).toBeGreaterThanOrEqual(100);
  expect(idle / active).toBeGreaterThan(0.8);
});
