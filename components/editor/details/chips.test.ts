import { expect, test } from 'vitest';
import { movedBy, suggested } from './chips';

const chips = ['Weather', 'Cafés', 'The weather station', 'Boats'].map((name) => ({ key: name, name }));
const names = (found: { name: string }[]) => found.map(({ name }) => name);

test('what begins with the typed letters is suggested first, without regard to capitals and accents', () => {
  expect(names(suggested(chips, [], 'wea'))).toEqual(['Weather', 'The weather station']);
  expect(names(suggested(chips, [], 'CAFE'))).toEqual(['Cafés']);
  expect(suggested(chips, [], 'harbour')).toEqual([]);
});

test('what is chosen is not suggested again, and no more than eight are', () => {
  expect(names(suggested(chips, [chips[0]!], ''))).toEqual(['Cafés', 'The weather station', 'Boats']);
  const many = Array.from({ length: 20 }, (_, at) => ({ key: `${at}`, name: `Pier ${at}` }));
  expect(suggested(many, [], 'pier')).toHaveLength(8);
});

test('one is moved within the list, and stays where that leads out of it', () => {
  expect(movedBy(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b']);
  expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(movedBy(['a', 'b'], 4, 1)).toEqual(['a', 'b']);
});
