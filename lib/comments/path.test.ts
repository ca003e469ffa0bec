import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestorPaths, childPath, depthOf, MAX_DEPTH, parentPath, subtreeEnd } from './path';

const number = fc.integer({ min: 1, max: 36 ** 5 - 2 });
const numbers = fc.array(number, { minLength: 1, maxLength: MAX_DEPTH + 1 });
const pathOf = (list: number[]) => list.reduce(childPath, '');

// Both databases compare paths byte by byte; so does this.
const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

test('paths sort as the thread reads: an answer after its parent, and before the parent’s next sibling', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const shared = Math.min(a.length, b.length);
      const first = a.findIndex((value, index) => index < shared && value !== b[index]);
      const expected = first === -1 ? a.length - b.length : a[first]! - b[first]!;
      expect(Math.sign(compare(pathOf(a), pathOf(b)))).toBe(Math.sign(expected));
    }),
  );
});

test('ancestors are the prefixes, and a subtree lies between a path and its end', () => {
  fc.assert(
    fc.property(numbers, number, (list, next) => {
      const path = pathOf(list);
      const child = childPath(path, next);
      expect(depthOf(path)).toBe(list.length - 1);
      expect(parentPath(child)).toBe(path);
      expect(ancestorPaths(child)).toEqual(list.map((_, index) => pathOf(list.slice(0, index + 1))));
      expect(compare(child, path) > 0 && compare(child, subtreeEnd(path)) < 0).toBe(true);
      const sibling = pathOf([...list.slice(0, -1), list.at(-1)! + 1]);
      expect(compare(sibling, subtreeEnd(path)) > 0).toBe(true);
    }),
  );
});

test.each([0, -1, 1.5, 36 ** 5])('refuses a path for reply number %s', (n) => {
  expect(() => childPath('', n)).toThrow(RangeError);
});
