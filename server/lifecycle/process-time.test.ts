import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { chargedMs, readProcessTime } from './process-time';

const onLinux = existsSync('/proc/self/schedstat');

test('charges time by the clock without figures or with inconsistent ones', () => {
  const time = { usedMs: 100, queuedMs: 0, isWorking: true };
  expect(chargedMs(null, time, 1_000)).toBe(1_000);
  expect(chargedMs(time, null, 1_000)).toBe(1_000);
  expect(chargedMs(time, { usedMs: 90_000, queuedMs: 0, isWorking: true }, 1_000)).toBe(1_000);
  expect(chargedMs(time, { usedMs: 100, queuedMs: 90_000, isWorking: false }, 1_000)).toBe(0);
});

test('charges a busy process by the time it got, and an idle one by the time it did not queue', () => {
  const before = { usedMs: 500, queuedMs: 300, isWorking: false };
  expect(chargedMs(before, { usedMs: 740, queuedMs: 1_000, isWorking: true }, 1_000)).toBe(240);
  expect(chargedMs(before, { usedMs: 740, queuedMs: 900, isWorking: false }, 1_000)).toBe(400);
});

test.runIf(onLinux)('the system distinguishes a busy loop from a waiting and an ended process', async () => {
  const spinning = await startNode('for (;;);');
  const waiting = await startNode('setInterval(() => {}, 60_000)');
  const times = () => [readProcessTime(spinning.pid), readProcessTime(waiting.pid)];
  const before = times();
  await expect.poll(() => (times()[0]?.usedMs ?? 0) - (before[0]?.usedMs ?? 0)).toBeGreaterThan(50);
  await expect.poll(() => times()[1]?.isWorking).toBe(false);
  expect(times()[0]?.isWorking).toBe(true);
  expect(readProcessTime(2 ** 22 + 1)).toBeNull();
  expect(readProcessTime(undefined)).toBeNull();
});

async function startNode(script: string) {
  const child = spawn(process.execPath, ['-e', `process.stdout.write('up', () => { ${script} })`]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
}
