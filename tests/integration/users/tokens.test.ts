import { describe, expect, test } from 'vitest';
import { findToken, issueToken, redeemToken, deleteExpiredTokens, withdrawTokens } from '@/lib/auth/tokens';
import { transaction, db } from '@/lib/database/db';

const redeem = (secret: string) => transaction((tx) => redeemToken('magic-link', secret, tx));
const issue = (subject: string, seconds = 60) =>
  issueToken({ purpose: 'magic-link', subject, seconds, data: { to: '/a-post' } });

describe('one-time links', () => {
  test('viewing a link does not use it up, following it does', async () => {
    const secret = await issue('somebody');
    expect(await findToken('magic-link', secret)).toEqual({ subject: 'somebody', data: { to: '/a-post' } });
    expect(await redeem(secret)).toEqual({ subject: 'somebody', data: { to: '/a-post' } });
    expect(await findToken('magic-link', secret)).toBeNull();
    await expect(redeem(secret)).rejects.toMatchObject({ code: 'gone' });
  });

  test('of ten simultaneous uses one succeeds', async () => {
    const secret = await issue('somebody');
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => redeem(secret)));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('a transaction that fails gives the link back', async () => {
    const secret = await issue('somebody');
    const failing = transaction(async (tx) => {
      await redeemToken('magic-link', secret, tx);
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else');
    expect(await redeem(secret)).toMatchObject({ subject: 'somebody' });
  });

  test('another purpose, another secret, or too late: it does not work', async () => {
    const secret = await issue('somebody');
    await expect(transaction((tx) => redeemToken('reset-password', secret, tx))).rejects.toMatchObject({
      code: 'gone',
    });
    await expect(redeem('no such secret')).rejects.toMatchObject({ code: 'gone' });
    await expect(redeem(await issue('somebody', -1))).rejects.toMatchObject({ code: 'gone' });
  });

  test('the database holds no secret', async () => {
    const secret = await issue('keeper');
    const row = await db.token.findFirstOrThrow({ where: { subject: 'keeper' } });
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  test('withdrawn and outdated links are forgotten', async () => {
    const secret = await issue('leaver');
    await transaction((tx) => withdrawTokens(['magic-link'], 'leaver', tx));
    expect(await findToken('magic-link', secret)).toBeNull();
    await issue('late', -1);
    await deleteExpiredTokens();
    expect(await db.token.count({ where: { subject: 'late' } })).toBe(0);
  });
});
