import { expect, test } from 'vitest';
import { filterQuery, isWorthSaving } from './saved-filter';

test('a filter is what its list can ask for, in one order, without the page', () => {
  expect(filterQuery('posts', { q: ' tide ', state: 'draft', after: '12', other: 'x' })).toBe('state=draft&q=tide');
  expect(filterQuery('posts', new URLSearchParams('q=tide&state=draft'))).toBe('state=draft&q=tide');
  expect(filterQuery('tags', { state: 'draft', q: ['fog', 'tar'] })).toBe('q=fog');
});

test('nothing is asked for by empty and unknown parameters', () => {
  expect(filterQuery('users', { q: ' ', role: '', page: '3' })).toBe('');
});

test('a tab alone is offered to nobody to save', () => {
  expect(isWorthSaving('state=draft')).toBe(false);
  expect(isWorthSaving('')).toBe(false);
  expect(isWorthSaving('state=draft&q=tide')).toBe(true);
});
