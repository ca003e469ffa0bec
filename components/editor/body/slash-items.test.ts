import { expect, test } from 'vitest';
import { findSlashItems, slashItems } from './slash-items';

const names = (query: string) => findSlashItems(query, (name) => name).map(({ name }) => name);

test('the menu offers everything until something is typed', () => {
  expect(names('')).toHaveLength(slashItems.length);
});

test('the menu finds an item by what it is called, and by its English name', () => {
  const german = (name: string) => (name === 'Image' ? 'Bild' : name);
  const found = (query: string) => findSlashItems(query, german).map(({ name }) => name);
  expect([found('bil'), found('ima')]).toEqual([['Image'], ['Image from the library', 'Image']]);
});

test.each([
  ['quo', ['Quote', 'Pull quote']],
  ['H2', ['Heading']],
  ['photo', ['Image', 'Image from the library', 'Gallery']],
  ['xyz', []],
])('“/%s” finds %j', (query, expected) => {
  expect(names(query)).toEqual(expected);
});
