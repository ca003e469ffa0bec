import { expect, test } from 'vitest';
import { fromBase32, toBase32 } from './base32';

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'my'],
  ['fo', 'mzxq'],
  ['foo', 'mzxw6'],
  ['foob', 'mzxw6yq'],
  ['fooba', 'mzxw6ytb'],
  ['foobar', 'mzxw6ytboi'],
])('“%s” is “%s”', (text, encoded) => {
  expect(toBase32(Buffer.from(text))).toBe(encoded);
  expect(fromBase32(encoded.toUpperCase())?.toString()).toBe(text);
});

test('all bytes come back, and what is none is refused', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
  expect(fromBase32(toBase32(bytes))).toEqual(bytes);
  expect(fromBase32('my1')).toBeNull();
});
