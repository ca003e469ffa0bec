import { expect, test } from 'vitest';
import { displayName, fileKindOf, fileNameField, MAX_FILE_NAME, sizeInWords, typeNameOf } from './stored-file';

test.each([
  ['application/pdf', 'document'],
  ['text/plain; charset=utf-8', 'document'],
  ['audio/mpeg', 'audio'],
  ['video/mp4', 'video'],
])('%s is listed as %s', (mime, kind) => {
  expect(fileKindOf(mime)).toBe(kind);
});

test('the type of a file is its extension in capitals', () => {
  expect(typeNameOf('files/0123456789abcdef01234567/the-plan.pdf')).toBe('PDF');
});

test.each([
  ['The Plan.pdf', 'The Plan.pdf'],
  ['The Plan.PDF', 'The Plan.pdf'],
  ['The Plan', 'The Plan.pdf'],
  ['The Plan.html', 'The Plan.html.pdf'],
  ['The\n Plan.pdf', 'The Plan.pdf'],
  ['.pdf', 'file.pdf'],
  ['', 'file.pdf'],
  ['x'.repeat(300), `${'x'.repeat(MAX_FILE_NAME - 4)}.pdf`],
])('a file called %j is displayed as %j', (fileName, shown) => {
  expect(displayName(fileName, 'files/0123456789abcdef01234567/a.pdf')).toBe(shown);
});

test('a new name is one line of bounded length', () => {
  expect(fileNameField.parse(' The \n plan ')).toBe('The plan');
  expect(fileNameField.safeParse('  ').error?.issues[0]?.message).toBe('Enter a name.');
  expect(fileNameField.safeParse('x'.repeat(201)).error?.issues[0]?.message).toContain('at most 200');
});

test.each([
  [12, 'en', '0.1 kB'],
  [412_345, 'en', '412.3 kB'],
  [12_345_678, 'en', '12.3 MB'],
  [12_345_678, 'de', '12,3 MB'],
])('%d bytes are said in %s as %j', (bytes, language, words) => {
  expect(sizeInWords(bytes, language)).toBe(words);
});
