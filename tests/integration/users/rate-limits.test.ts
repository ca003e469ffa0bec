import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { countAttempt, takeBackAttempt } from '@/lib/rate-limits/limiting';

const minute = { name: 'test-minute', limit: 2, seconds: 60 };
const hour = { name: 'test-hour', limit: 4, seconds: 3600 };

test('an attempt that is taken back was none', async () => {
  const key = newId();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await countAttempt(minute, key);
    await takeBackAttempt(minute, key);
  }
  for (let attempt = 0; attempt < 2; attempt += 1) await countAttempt(minute, key);
  await expect(countAttempt(minute, key)).rejects.toMatchObject({ code: 'rate_limited' });
  await takeBackAttempt(minute, newId());
});

test('an attempt counts under every rule, and the one that is broken says when to come back', async () => {
  const key = newId();
  for (let attempt = 0; attempt < 2; attempt += 1) await countAttempt([minute, hour], key);

  await expect(countAttempt([minute, hour], key)).rejects.toMatchObject({
    code: 'rate_limited',
    message: expect.stringMatching(/in \d+ seconds\.$/),
  });
  await expect(countAttempt([minute, hour], newId())).resolves.toBeUndefined();

  await countAttempt(hour, key);
  await expect(countAttempt(hour, key)).rejects.toMatchObject({
    code: 'rate_limited',
    message: expect.stringMatching(/in \d+ minutes\.$/),
  });
});

test('an expired window starts over, under its own rule only', async () => {
  const key = newId();
  for (let attempt = 0; attempt < 2; attempt += 1) await countAttempt([minute, hour], key);
  await db.$executeRaw`
    UPDATE "RateLimit" SET "resetAt" = ${new Date(Date.now() - 1)} WHERE "key" LIKE 'test-minute:%'`;

  for (let attempt = 0; attempt < 2; attempt += 1) await countAttempt([minute, hour], key);
  await expect(countAttempt(minute, key)).rejects.toMatchObject({ code: 'rate_limited' });
  await expect(countAttempt(hour, key)).rejects.toMatchObject({ code: 'rate_limited' });
});

test('two hundred at once are all counted', async () => {
  const key = newId();
  const many = { name: 'test-many', limit: 150, seconds: 60 };

  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => countAttempt([many, hour], key)));

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  await expect(countAttempt({ ...many, limit: 201 }, key)).resolves.toBeUndefined();
  await expect(countAttempt({ ...many, limit: 201 }, key)).rejects.toMatchObject({ code: 'rate_limited' });
});
