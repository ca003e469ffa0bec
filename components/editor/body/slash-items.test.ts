import { expect, test } from 'vitest';
import { findSlashItems, isItemNamed, slashItems } from './slash-items';

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
  ['two columns', ['Two columns']],
])('“/%s” finds %j', (query, expected) => {
  expect(names(query)).toEqual(expected);
});

test('a name can be typed with its spaces, in the language of the menu or in English', () => {
  const german = (name: string) => (name === 'Two columns' ? 'Zwei Spalten' : name);
  const isNamed = (typed: string) => isItemNamed(typed, german);
  expect(['two ', 'Two col', 'zwei spalten', 'two words', 'quote of'].map(isNamed)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(findSlashItems('two columns', german).map(({ name }) => name)).toEqual(['Two columns']);
});
