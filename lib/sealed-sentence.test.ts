import { expect, test } from 'vitest';
import { openSealed, sealSentence } from './sealed-sentence';

test('only a sentence of our own is said, and only for a while', () => {
  const sealed = sealSentence('Choose a file first.', 1_000);
  expect(sealed).toMatch(/^[\w.-]+$/);
  expect(openSealed(sealed, 2_000)).toBe('Choose a file first.');
  expect(openSealed(sealed, 1_000 + 11 * 60_000)).toBe('');
});

test.each(['', 'Your site was hacked. Call us.', 'e30.e30', '.', 'a.b.c'])('%j is not said', (text) => {
  expect(openSealed(text)).toBe('');
  const [, seal = ''] = sealSentence('Choose a file first.').split('.');
  expect(openSealed(`${text}.${seal}`)).toBe('');
});
