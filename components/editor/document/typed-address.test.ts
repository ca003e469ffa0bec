import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { typedAddress } from './typed-address';

const found = (text: string) => {
  const { index, length, address } = typedAddress(text) ?? { index: 0, length: 0, address: null };
  return [text.slice(index, index + length), address];
};

test.each([
  ['See https://example.org/typed ', 'https://example.org/typed'],
  ['https://example.org ', 'https://example.org'],
  ['See HTTP://Example.org/A ', 'HTTP://Example.org/A'],
  ['(https://example.org/a) ', 'https://example.org/a'],
  ['[https://example.org/a], ', 'https://example.org/a'],
  ['“https://example.org/a”. ', 'https://example.org/a'],
  ['"https://example.org/a", ', 'https://example.org/a'],
  ["'https://example.org/a'; ", 'https://example.org/a'],
  ['<https://example.org/a> ', 'https://example.org/a'],
  ['«https://example.org/a»! ', 'https://example.org/a'],
  ['https://example.org/a?b=c&d=e#f?! ', 'https://example.org/a?b=c&d=e#f'],
  ['https://example.org/a... ', 'https://example.org/a'],
  ['https://example.org/Fog_(weather) ', 'https://example.org/Fog_(weather)'],
  ['(https://example.org/Fog_(weather)). ', 'https://example.org/Fog_(weather)'],
  ['https://example.org/a/ ', 'https://example.org/a/'],
  ['https://localhost:3000/x\n', 'https://localhost:3000/x'],
  ['https://münchen.example/straße. ', 'https://münchen.example/straße'],
  ['https://例え.テスト/道。 ', 'https://例え.テスト/道'],
  ['詳しくはhttps://example.org/霧、', 'https://example.org/霧'],
  ['詳しくはhttps://example.org/霧。 ', 'https://example.org/霧'],
  ['Quelle:https://example.org/a ', 'https://example.org/a'],
])('in “%s” the address is %s', (text, address) => {
  expect(found(text)).toEqual([address, address]);
});

test.each([
  ['www.example.org ', 'www.example.org', 'https://www.example.org'],
  ['(www.example.org/a, ', 'www.example.org/a', 'https://www.example.org/a'],
])('“%s” is linked as it is written', (text, words, address) => {
  expect(found(text)).toEqual([words, address]);
});

test.each([
  'nothing here ',
  'https:// ',
  'http://. ',
  'www. ',
  'www.example ',
  'ida@www.example.org ',
  'xhttps://example.org ',
  'ftp://www.example.org ',
  'https://example.org then words ',
  'example.org ',
  ' ',
  '',
])('“%s” ends with no address', (text) => {
  expect(typedAddress(text)).toBeNull();
});

test('reads a line of brackets in linear time', () => {
  const processorTime = startProcessorTime();
  typedAddress(`https://example.org/${'('.repeat(2_000)}${')'.repeat(4_000)} `);
  expect(processorTime()).toBeLessThan(1_000);
});
