import { expect, test } from 'vitest';
import { pageNumbers, parsePage } from './page-numbers';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [3, 9, [1, 2, 3, 4, null, 9]],
  [500, 10_000, [1, null, 499, 500, 501, null, 10_000]],
])('on page %i of %i', (page, pages, shown) => {
  expect(pageNumbers(page, pages)).toEqual(shown);
});

test.each(['0', '01', '-1', '1.5', '1e3', '', '9999999', 'two'])('refuses the page %j', (text) => {
  expect(parsePage(text)).toBeNull();
});
