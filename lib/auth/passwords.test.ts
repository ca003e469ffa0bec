import { describe, expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { hashPassword, isPassword } from './passwords';

describe('passwords', () => {
  test('verifies the right password, and hashes the same one differently each time', async () => {
    const [first, second] = await Promise.all([
      hashPassword('nets dry on the quay'),
      hashPassword('nets dry on the quay'),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await isPassword('nets dry on the quay', first)).toBe(true);
    expect(await isPassword('nets dry on the quay ', first)).toBe(false);
  });

  test('accepts a password in either Unicode form', async () => {
    expect(await isPassword('Gr\u0075\u0308ße vom Kai', await hashPassword('Gr\u00fcße vom Kai'))).toBe(true);
  });

  test('refuses a password without an account in the same time', async () => {
    const hash = await hashPassword('nets dry on the quay');
    await isPassword('warm up', null);
    const took = async (kept: string | null) => {
      const processorTime = startProcessorTime();
      for (let round = 0; round < 5; round += 1) expect(await isPassword('something else', kept)).toBe(false);
      return processorTime();
    };
    const [somebody, nobody] = [await took(hash), await took(null)];
    expect(nobody).toBeGreaterThan(somebody / 3);
  });

  test.each(['', 'plain', '$argon2id$v=19$m=1$x$y', '$2b$10$abcdefghijklmnopqrstuv'])(
    'refuses every password for the broken hash %j',
    async (hash) => {
      expect(await isPassword('anything at all', hash)).toBe(false);
    },
  );

  test('asks some of a hundred attempts at once to wait, and does not block the event loop', async () => {
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => hashPassword('nets dry on the quay')));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((one) => one.status === 'rejected' && one.reason.code === 'unavailable')).toBe(true);
  });
});
