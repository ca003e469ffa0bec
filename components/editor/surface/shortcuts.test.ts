import { expect, test } from 'vitest';
import { addressFrom, embeddableUrl, isSafeAddress } from './kinds';
import { blockShortcut, lineShortcut, markShortcut } from './shortcuts';

test.each([
  ['#', 'heading2'],
  ['##', 'heading2'],
  ['###', 'heading3'],
  ['####', 'heading4'],
  ['-', 'bullets'],
  ['1.', 'numbers'],
  ['>', 'quote'],
  ['2.', null],
  ['word', null],
  ['# ', null],
])('a paragraph that begins with “%s” becomes %s', (text, kind) => {
  expect(blockShortcut(text)).toBe(kind);
});

test.each([
  ['---', { kind: 'divider' }],
  ['```ts', { kind: 'code', language: 'ts' }],
  ['```', { kind: 'code', language: '' }],
  ['--', null],
  ['--- and more', null],
])('the line “%s” becomes %j', (line, expected) => {
  expect(lineShortcut(line)).toEqual(expected);
});

test.each([
  ['so **bold**', { mark: 'strong', length: 8, text: 'bold' }],
  ['so *soft*', { mark: 'em', length: 6, text: 'soft' }],
  ['so _soft_', { mark: 'em', length: 6, text: 'soft' }],
  ['`code`', { mark: 'code', length: 6, text: 'code' }],
  ['~~gone~~', { mark: 's', length: 8, text: 'gone' }],
  ['2 * 3 *', null],
  ['snake_case_', null],
  ['**bold*', null],
])('typing the last character of “%s” marks %j', (text, expected) => {
  expect(markShortcut(text)).toEqual(expected);
});

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

test('only a whole web address alone on its line is embedded', () => {
  expect(embeddableUrl(' https://video.example/watch?v=1 ')).toBe('https://video.example/watch?v=1');
  expect(embeddableUrl('see https://video.example')).toBeNull();
  expect(embeddableUrl('/about')).toBeNull();
});

test('control characters do not hide a scheme', () => {
  expect(isSafeAddress('java\tscript:alert(1)')).toBe(false);
  expect(isSafeAddress('\u0001javascript:alert(1)')).toBe(false);
  expect(isSafeAddress('data:text/html,x')).toBe(false);
  expect(isSafeAddress('page?next=a:b')).toBe(true);
});
