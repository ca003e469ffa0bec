import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { signInWithIdentity } from '@/lib/users/identities';
import { storeSettings } from '@/lib/settings/queries';
import { createUser } from '../../factories/users';

let count = 0;
const freshEmail = () => `otto-${(count += 1)}@example.test`;
const identity = (email: string | null, emailVerified = true) => ({
  provider: 'oidc',
  providerAccountId: newId(),
  email,
  emailVerified,
  name: 'Otto Lind',
});

beforeEach(() => storeSettings({ signUpOpen: true }));

describe('signing in elsewhere', () => {
  test('makes a reader the first time, and finds them the second, whatever their address is by then', async () => {
    const email = freshEmail();
    const first = identity(email);
    const { id } = await signInWithIdentity(first);
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
      email,
      name: 'Otto Lind',
      role: 'reader',
      passwordHash: null,
      emailVerifiedAt: expect.any(Date),
    });
    expect(await signInWithIdentity({ ...first, email: freshEmail() })).toMatchObject({ id });
  });

  test('joins an account only when both sides have confirmed the address', async () => {
    const both = await createUser({ email: freshEmail(), role: 'editor' });
    expect(await signInWithIdentity(identity(both.email))).toMatchObject({ id: both.id, role: 'editor' });

    const here = await createUser({ email: freshEmail() });
    await expect(signInWithIdentity(identity(here.email, false))).rejects.toMatchObject({
      reason: 'not-confirmed-there',
    });

    const there = await createUser({ email: freshEmail(), emailVerifiedAt: null });
    await expect(signInWithIdentity(identity(there.email))).rejects.toMatchObject({ reason: 'not-confirmed-here' });
    expect(await db.account.count({ where: { userId: { in: [here.id, there.id] } } })).toBe(0);
  });

  test('an address that nobody confirmed makes an account that must confirm it', async () => {
    const email = freshEmail();
    const { id } = await signInWithIdentity(identity(email, false));
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ emailVerifiedAt: null });
    expect(await db.outbox.count({ where: { payload: { contains: email } } })).toBe(1);
  });

  test('no address, a closed site, a ban: a reason each', async () => {
    await expect(signInWithIdentity(identity(null))).rejects.toMatchObject({ reason: 'no-email' });
    await expect(signInWithIdentity(identity('"a"@b@c'))).rejects.toMatchObject({ reason: 'no-email' });
    const known = identity(freshEmail());
    const { id } = await signInWithIdentity(known);
    await storeSettings({ signUpOpen: false });
    await expect(signInWithIdentity(identity(freshEmail()))).rejects.toMatchObject({ reason: 'closed' });
    expect(await signInWithIdentity(known)).toMatchObject({ id });
    await db.user.update({ where: { id }, data: { bannedAt: new Date() } });
    await expect(signInWithIdentity(known)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('the first time twice at once makes one account', async () => {
    const one = identity(freshEmail());
    const all = await Promise.allSettled([signInWithIdentity(one), signInWithIdentity(one), signInWithIdentity(one)]);
    expect(all.some((result) => result.status === 'fulfilled')).toBe(true);
    expect(await db.user.count({ where: { email: one.email } })).toBe(1);
    expect(await db.account.count({ where: { providerAccountId: one.providerAccountId } })).toBe(1);
  });
});
