import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, Utf8Decoder } from './utf8';

const inPieces = (bytes: Uint8Array, size: number) => {
  const decoder = new Utf8Decoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoder.write(bytes.subarray(at, at + size));
  return { text: text + decoder.end(), others: decoder.others };
};

test('UTF-8 is read as it is, without its byte order mark, whatever the pieces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), (words, size) => {
      const text = words.replace(/^\uFEFF+/, '');
      expect(inPieces(Buffer.from(`\uFEFF${text}`), size)).toEqual({
        text,
        others: { count: 0, firstLine: 0, unknown: 0 },
      });
    }),
  );
});

test('bytes that are not UTF-8 are read as Windows-1252, and said with the first line', () => {
  const bytes = Buffer.from('Tea é\nCaf\xe9 \x80\n', 'latin1');
  expect(decodeUtf8(Buffer.concat([Buffer.from('Thé\n'), bytes]))).toEqual({
    text: 'Thé\nTea é\nCafé €\n',
    fault: 'The file is not all in UTF-8: 3 of its bytes are not, the first in line 2. They were read as Windows-1252.',
  });
  for (let size = 1; size < 6; size += 1)
    expect(inPieces(bytes, size)).toEqual({
      text: 'Tea é\nCafé €\n',
      others: { count: 3, firstLine: 1, unknown: 0 },
    });
});

test('what is in neither is said, and a character that is cut off at the end is read too', () => {
  expect(decodeUtf8(Buffer.from([0x61, 0x81, 0xc3]))).toEqual({
    text: 'a\uFFFDÃ',
    fault: expect.stringContaining('but 1 that are unknown there too') as string,
  });
});
