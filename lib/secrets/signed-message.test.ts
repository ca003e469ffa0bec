import { expect, test } from 'vitest';
import { verifyMessage, signMessage } from './signed-message';

test('accepts only signed messages, for a limited time', () => {
  const sealed = signMessage('Choose a file first.', { now: 1_000 });
  expect(sealed).toMatch(/^[\w.-]+$/);
  expect(verifyMessage(sealed, { now: 2_000 })).toBe('Choose a file first.');
  expect(verifyMessage(sealed, { now: 1_000 + 11 * 60_000 })).toBe('');
});

test.each(['', 'Your site was hacked. Call us.', 'e30.e30', '.', 'a.b.c'])('refuses %j', (text) => {
  expect(verifyMessage(text)).toBe('');
  const [, sign = ''] = signMessage('Choose a file first.').split('.');
  expect(verifyMessage(`${text}.${sign}`)).toBe('');
});

test('a message for one purpose is nothing for another', () => {
  const sealed = signMessage('Saved.', { purpose: 'answer' });
  expect(verifyMessage(sealed, { purpose: 'answer' })).toBe('Saved.');
  expect(verifyMessage(sealed)).toBe('');
});
