import { expect, test } from 'vitest';
import { faultOfParent } from './page-parents';

const parents = (pairs: Record<string, string>) => (id: string) => pairs[id] ?? '';

test('a page beneath others keeps its parent', () => {
  expect(faultOfParent('c', 'b', parents({ c: 'b', b: 'a' }))).toBeNull();
});

test('a page that is its own parent is told from those in a circle and those that lead into one', () => {
  expect(faultOfParent('a', 'a', parents({ a: 'a' }))).toMatch(/^It is its own parent page/);
  expect(faultOfParent('a', 'b', parents({ a: 'b', b: 'a' }))).toMatch(/^Its parent pages lead in a circle/);
  expect(faultOfParent('c', 'a', parents({ c: 'a', a: 'b', b: 'a' }))).toMatch(/^Its parent pages lead in a circle/);
});

test('pages are a hundred levels deep at most', () => {
  const chain = (length: number) =>
    parents(Object.fromEntries(Array.from({ length }, (_, at) => [`p${at}`, at + 1 < length ? `p${at + 1}` : ''])));
  expect(faultOfParent('p0', 'p1', chain(101))).toBeNull();
  expect(faultOfParent('p0', 'p1', chain(102))).toMatch(/^It is more than 100 levels deep/);
});
