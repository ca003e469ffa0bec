import { expect, test } from 'vitest';
import { percentDecoded } from './percent-decoding';

test.each([
  ['/caf%C3%A9', '/café'],
  ['/plain', '/plain'],
  ['100%25', '100%'],
  ['/50%', null],
  ['/caf%E9', null],
  ['%zz', null],
])('%s is decoded to %s', (text, decoded) => {
  expect(percentDecoded(text)).toBe(decoded);
});
