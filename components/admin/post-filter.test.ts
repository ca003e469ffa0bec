import { expect, test } from 'vitest';
import { filterHref, readFilter } from './post-filter';

test('the address of a list says all that it shows, and is read back the same', () => {
  const filter = {
    state: 'Scheduled',
    query: 'nets & ropes',
    author: 'a1',
    tag: 't1',
    sort: 'updated-asc',
    cursor: '12.x',
  } as const;
  const href = filterHref('/admin/posts', filter);
  expect(href).toBe('/admin/posts?state=scheduled&q=nets+%26+ropes&author=a1&tag=t1&sort=updated-asc&after=12.x');
  expect(readFilter(Object.fromEntries(new URL(href, 'http://localhost').searchParams))).toEqual(filter);
});

test('an address without filters is the list itself', () => {
  expect(filterHref('/admin/posts', readFilter({}))).toBe('/admin/posts');
});

test('ignores invalid filters in an address', () => {
  expect(readFilter({ state: 'gone', q: ['a', 'b'], sort: 'size' })).toEqual({
    state: null,
    query: 'a',
    author: '',
    tag: '',
    sort: null,
    cursor: '',
  });
});

test.each([
  ['bin', 'Trash'],
  ['BIN', 'Trash'],
  ['live', 'Published'],
  ['constructor', null],
])('a link from before a renaming, with the state %s, shows %s', (state, shown) => {
  expect(readFilter({ state }).state).toBe(shown);
});
