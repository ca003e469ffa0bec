import { expect, test } from 'vitest';
import { frontOf } from './front';

const formsOf = (...[layout, shape]: Parameters<typeof frontOf>) =>
  Array.from({ length: shape.count }, (_, index) => frontOf(layout, shape).formOf(index)).join(' ');

test('a list has one lead, on its first page alone', () => {
  expect(formsOf('list', { count: 3, page: 1 })).toBe('lead row row');
  expect(formsOf('list', { count: 3, page: 2 })).toBe('row row row');
});

test('a magazine has whole rows of three cards below its lead, two at most', () => {
  expect(formsOf('magazine', { count: 1, page: 1 })).toBe('lead');
  expect(formsOf('magazine', { count: 3, page: 1 })).toBe('lead row row');
  expect(formsOf('magazine', { count: 6, page: 1 })).toBe('lead card card card row row');
  expect(formsOf('magazine', { count: 10, page: 1 })).toBe('lead card card card card card card row row row');
  expect(formsOf('magazine', { count: 2, page: 2 })).toBe('row row');
});

test('cards are cards on every page', () => {
  expect(formsOf('cards', { count: 2, page: 1 })).toBe('card card');
  expect(formsOf('cards', { count: 2, page: 3 })).toBe('card card');
});
