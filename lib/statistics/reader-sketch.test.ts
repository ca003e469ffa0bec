import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { estimate, markOf } from './reader-sketch';

const hashOf = (reader: number) => createHash('sha256').update(`reader ${reader}`).digest();

function marksOf(readers: number, sketch = new Map<number, number>()) {
  for (let reader = 0; reader < readers; reader += 1) {
    const [register, rank] = markOf(hashOf(reader));
    sketch.set(register, Math.max(rank, sketch.get(register) ?? 0));
  }
  return sketch;
}

test.each([0, 1, 2, 50])('%i readers are counted exactly', (readers) => {
  expect(estimate(marksOf(readers))).toBe(readers);
});

test.each([1_000, 9_000, 12_000, 20_000])('%i readers are counted to within five per cent', (readers) => {
  expect(Math.abs(estimate(marksOf(readers)) / readers - 1)).toBeLessThan(0.05);
});

test('does not count a returning reader again, on this machine or another', () => {
  const once = marksOf(500);
  expect(estimate(marksOf(500, marksOf(500)))).toBe(estimate(once));
});

test('a hash of zeros has the highest rank', () => {
  expect(markOf(Buffer.alloc(8))).toEqual([0, 53]);
  expect(markOf(Buffer.alloc(8, 255))).toEqual([4_095, 1]);
});
