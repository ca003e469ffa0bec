import { expect, test } from 'vitest';
import { findSlashItems, slashItems } from './slash-items';

const names = (query: string) => findSlashItems(query).map(({ name }) => name);

test('the menu offers everything until something is typed', () => {
  expect(names('')).toHaveLength(slashItems.length);
});

test.each([
  ['quo', ['Quote', 'Pull quote']],
  ['H2', ['Heading']],
  ['photo', ['Image', 'Image from the library']],
  ['xyz', []],
])('“/%s” finds %j', (query, expected) => {
  expect(names(query)).toEqual(expected);
});
