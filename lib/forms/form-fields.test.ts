import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { fieldsOf, canReturnTexts } from './form-fields';
import { textsOf } from './form-texts';

function formOf(fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test('keeps single values, lists repeated ones and drops the fields that Next adds', () => {
  const form = formOf([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
    ['$ACTION_KEY', 'k'],
    ['__proto__', 'x'],
  ]);
  const fields = fieldsOf(form, 10);

  expect(fields).toEqual(Object.fromEntries([['a', ['1', '3']], ['b', '2'], ['__proto__', 'x']])); // prettier-ignore
  expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
});

test('refuses more fields than any form has', () => {
  const form = formOf(Array.from({ length: 201 }, (_, i) => [`f${i}`, '']));
  expect(fieldsOf(form, 200)).toBeNull();
  expect(fieldsOf(form, 201)).not.toBeNull();
});

test('reading a form takes time in proportion to its size', () => {
  const timeFor = (count: number) => {
    const form = formOf(Array.from({ length: count }, (_, i) => [`f${i}`, 'x']));
    const times = Array.from({ length: 5 }, () => {
      const processorTime = startProcessorTime();
      fieldsOf(form, Infinity);
      return processorTime();
    });
    return Math.min(...times);
  };
  // By getAll() for each name it was more than ten seconds.
  expect(timeFor(64_000)).toBeLessThan(2_000);
});

test('returns texts, but no passwords and files', () => {
  const form = formOf([
    ['body', 'words'],
    ['newPassword', 'secret'],
    ['intent', 'a'],
    ['intent', 'b'],
  ]);
  form.append('image', new Blob(['x']));
  expect(textsOf(fieldsOf(form, 10) ?? {})).toEqual({ body: 'words', intent: 'b' });
});

test('limits the size of returned texts', () => {
  const line = "It's a long way, she said, and the harbour – all of it – was dark & still. ";
  const prose = `${line.repeat(5)}"Well," he said.\r\n`.repeat(12);
  const overhead = 1_500;
  const sent = (text: string) => Buffer.byteLength(text) + overhead;

  expect(canReturnTexts({ body: prose }, sent(prose))).toBe(true);
  expect(canReturnTexts({ body: 'Straße 語 '.repeat(500) }, sent('Straße 語 '.repeat(500)))).toBe(true);
  const costly = ['<', '"', '&', "'", '<b>&"', '\\', '\n', '\0', '\u0001', '\u001b', '\u007f', '\u0085'];
  const returned = costly.filter((sign) => canReturnTexts({ body: sign.repeat(2_000) }, sent(sign.repeat(2_000))));
  expect(returned).toEqual([]);
  expect(canReturnTexts({ body: 'a'.repeat(60_000) }, sent('a'.repeat(60_000)))).toBe(false);
  expect(canReturnTexts({ body: prose }, Number.NaN)).toBe(false);
  expect(canReturnTexts({ a: prose, b: prose }, sent(prose))).toBe(false);
});
