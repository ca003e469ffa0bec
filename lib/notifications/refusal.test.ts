import { expect, test } from 'vitest';
import { isOfAddress, isRefused, shortReply } from './refusal';

test.each([
  '550 5.1.1 <ida@news.test>: Recipient address rejected: User unknown',
  '550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 Learn more',
  '556 5.1.10 Domain does not accept mail (null MX)',
  '550 5.2.1 The mailbox is disabled',
  '550 No such user here',
  '553 sorry, no mailbox here by that name',
  '551 User not local',
])('%s is about the address', (reply) => {
  expect(isOfAddress(reply)).toBe(true);
});

test.each([
  '550 5.7.1 Relaying denied',
  '554 5.7.1 Message rejected as spam',
  '552 5.2.2 Mailbox full',
  '552 message too large',
  '554 delivery error',
  '550 5.1.8 Sender address rejected: Domain not found',
  '550 5.1.7 Bad sender address',
  '451 4.1.1 Try again later',
  '',
])('%s is not', (reply) => {
  expect(isOfAddress(reply)).toBe(false);
});

test('a status that says nothing leaves it to the words', () => {
  expect(isOfAddress('smtp; 550 5.1.1 unknown user', '5.0.0')).toBe(true);
  expect(isOfAddress('smtp; 550 unknown user', '5.0.0')).toBe(true);
  expect(isOfAddress('smtp; 550 5.7.1 spam', '5.0.0')).toBe(false);
  expect(isOfAddress('smtp; 550 5.7.1 spam', '5.1.1')).toBe(true);
  expect(isOfAddress('', '5.0.0')).toBe(false);
});

test('a refusal is of the address, and not of the one that came after it', () => {
  const emailRefusal = { email: 'ida@news.test', refusedAt: new Date() };
  expect(isRefused({ email: 'ida@news.test', emailRefusal })).toBe(true);
  expect(isRefused({ email: 'ida@other.test', emailRefusal })).toBe(false);
  expect(isRefused({ email: 'ida@news.test', emailRefusal: { ...emailRefusal, refusedAt: null } })).toBe(false);
  expect(isRefused({ email: 'ida@news.test', emailRefusal: null })).toBe(false);
});

test('what is stored is one short line', () => {
  expect(shortReply('550-5.1.1 no\r\n550 5.1.1 user ')).toBe('550-5.1.1 no 550 5.1.1 user');
  expect(shortReply('5'.repeat(1000))).toHaveLength(300);
});
