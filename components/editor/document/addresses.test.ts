import { expect, test } from 'vitest';
import { addressFrom, isSafeAddress, webAddress } from './addresses';

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['example.org', 'https://example.org'],
  ['ida@example.org', 'mailto:ida@example.org'],
  ['/about', '/about'],
  ['hello', null],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
])('a link to “%s” goes to %s', (text, address) => {
  expect(addressFrom(text)).toBe(address);
});

test('accepts only complete web addresses', () => {
  expect(webAddress(' https://video.example/watch?v=1 ')).toBe('https://video.example/watch?v=1');
  expect(webAddress('see https://video.example')).toBeNull();
  expect(webAddress('/about')).toBeNull();
});

test('control characters do not hide a scheme', () => {
  expect(isSafeAddress('java\tscript:alert(1)')).toBe(false);
  expect(isSafeAddress('\u0001javascript:alert(1)')).toBe(false);
  expect(isSafeAddress('data:text/html,x')).toBe(false);
  expect(isSafeAddress('page?next=a:b')).toBe(true);
});
