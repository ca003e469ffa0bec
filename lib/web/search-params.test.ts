import { expect, test } from 'vitest';
import { only, withQuery } from './search-params';

test.each([
  ['tide', 'tide'],
  [undefined, ''],
  [['tide', 'ebb'], ''],
])('of %j takes one value: %j', (sent, taken) => {
  expect(only(sent)).toBe(taken);
});

test.each([
  [{ q: 'fish & chips', after: '' }, '/admin/tags?q=fish+%26+chips'],
  [{ q: '', after: '' }, '/admin/tags'],
])('an address carries %j as %j', (values, address) => {
  expect(withQuery('/admin/tags', values)).toBe(address);
});
