import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/passwords';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { newDevice } from '@/lib/auth/device-record';
import { db } from '@/lib/database/db';
import { requestPasswordReset, changePassword, resetPassword } from '@/lib/users/passwords';
import { requestMagicLink, signInWithMagicLink, signInWithPassword } from '@/lib/users/sign-in';
import { requestConfirmation, confirmEmail, signUp } from '@/lib/users/sign-up';
import { storeSettings } from '@/lib/settings/queries';
import { createUser } from '../../factories/users';
import { newestTokenTo, queuedEmailsTo } from '../../factories/queued-emails';

const dataDir = process.env.DATA_DIR ?? '';
const password = 'nets dry on the quay';
const passwordHash = await hashPassword(password);

const stranger = { address: '203.0.113.9', device: newDevice() };
const confirm = (token: string) => confirmEmail({ token, password: '' }, { device: newDevice(), actor: null });

let count = 0;
const freshEmail = () => `ida-${(count += 1)}@example.test`;
const ida = (email: string) => ({ name: 'Ida Brandt', email, password, to: '/a-post#comments' });

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await storeSettings({ signUpOpen: true, siteName: 'Harbour News' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

describe('signing up', () => {
  test('makes an unconfirmed reader, whose e-mail confirms them and remembers where they were', async () => {
    const email = freshEmail();
    await signUp(ida(email), newDevice());
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    expect(user).toMatchObject({
      role: 'reader',
      emailVerifiedAt: null,
      name: 'Ida Brandt',
      slug: expect.stringMatching(/^ida-brandt/),
    });
    expect(user.avatarSeed).not.toContain(user.id);

    const [message] = await queuedEmailsTo(email);
    expect(message?.subject).toBe('Confirm your address for Harbour News');
    const proven = await confirm(await newestTokenTo(email));
    expect(proven).toMatchObject({ id: user.id, to: '/a-post#comments' });
    expect((await db.user.findUniqueOrThrow({ where: { email } })).emailVerifiedAt).not.toBeNull();
  });

  test('with an address that has an account changes nothing there, and its owner learns of it', async () => {
    const email = freshEmail();
    const before = await createUser({ email, name: 'Otto Lind', passwordHash });
    await signUp({ ...ida(email), password: 'another long phrase' }, newDevice());
    expect(await db.user.findUniqueOrThrow({ where: { email } })).toEqual(before);
    expect((await queuedEmailsTo(email)).map((message) => message.subject)).toEqual([
      'You already have an account at Harbour News',
    ]);
  });

  test('twice at once makes one account', async () => {
    const email = freshEmail();
    await Promise.all([
      signUp(ida(email), newDevice()),
      signUp(ida(email), newDevice()),
      signUp(ida(email), newDevice()),
    ]);
    expect(await db.user.count({ where: { email } })).toBe(1);
  });

  test('refuses weak passwords at the field, and everyone while registration is closed', async () => {
    const weak = signUp({ ...ida(freshEmail()), password: 'password1' }, newDevice());
    await expect(weak).rejects.toMatchObject({ code: 'invalid', fields: { password: expect.any(String) } });
    await storeSettings({ signUpOpen: false });
    const email = freshEmail();
    await expect(signUp(ida(email), newDevice())).rejects.toMatchObject({ code: 'forbidden' });
    expect(await db.user.count({ where: { email } })).toBe(0);
  });

  test('an e-mail can be requested again, until the address is confirmed', async () => {
    const email = freshEmail();
    await signUp(ida(email), newDevice());
    const user = await db.user.findUniqueOrThrow({ where: { email } });
    const actor = { id: user.id, name: user.name, role: 'reader' as const, sessionId: '', emailVerified: false };
    await requestConfirmation(actor, '/elsewhere', newDevice());
    expect(await queuedEmailsTo(email)).toHaveLength(2);
    expect(await confirm(await newestTokenTo(email))).toMatchObject({ to: '/elsewhere' });
    await expect(requestConfirmation(actor, '', newDevice())).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('signing in with a password', () => {
  test('the right one opens, confirmed or not', async () => {
    const email = freshEmail();
    const user = await createUser({ email, passwordHash, emailVerifiedAt: null });
    expect(await signInWithPassword({ email, password, to: '/x' }, stranger)).toMatchObject({ id: user.id, to: '/x' });
  });

  test('a wrong one, an unknown address, an account without one: one sentence', async () => {
    const known = freshEmail();
    await createUser({ email: known, passwordHash });
    const without = freshEmail();
    await createUser({ email: without });
    const attempts = [
      { email: known, password: 'something else entirely' },
      { email: freshEmail(), password },
      { email: without, password },
    ].map((input) => signInWithPassword({ ...input, to: '' }, stranger).catch((error: Error) => error.message));
    const sentences = new Set(await Promise.all(attempts));
    expect([...sentences]).toEqual([expect.stringContaining('the password is wrong')]);
  });

  test('the eleventh try in an hour waits, even with the right password', async () => {
    const email = freshEmail();
    await createUser({ email, passwordHash });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await expect(signInWithPassword({ email, password: 'wrong', to: '' }, stranger)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    }
    await expect(signInWithPassword({ email, password, to: '' }, stranger)).rejects.toMatchObject({
      code: 'rate_limited',
    });
  });

  test('tells a banned user so only after the right password', async () => {
    const email = freshEmail();
    await createUser({ email, passwordHash, bannedAt: new Date(), banReason: 'Insults.' });
    await expect(signInWithPassword({ email, password: 'wrong', to: '' }, stranger)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(signInWithPassword({ email, password, to: '' }, stranger)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Insults.'),
    });
  });
});

describe('the link by e-mail', () => {
  test('signs in once, and only who has an account gets an e-mail', async () => {
    const email = freshEmail();
    const user = await createUser({ email, passwordHash });
    await requestMagicLink({ email, to: '/back' }, newDevice());
    const token = await newestTokenTo(email);
    expect(await signInWithMagicLink(token, newDevice())).toMatchObject({ id: user.id, to: '/back' });
    await expect(signInWithMagicLink(token, newDevice())).rejects.toMatchObject({ code: 'gone' });
    expect((await db.user.findUniqueOrThrow({ where: { email } })).passwordHash).toBe(passwordHash);

    const nobody = freshEmail();
    await requestMagicLink({ email: nobody, to: '' }, newDevice());
    expect(await queuedEmailsTo(nobody)).toEqual([]);
    expect(await db.outbox.count({ where: { lastError: { not: '' } } })).toBe(0);
  });

  test('the first proof of an address takes away the password and the sessions set up without one', async () => {
    const email = freshEmail();
    const claimed = await createUser({ email, passwordHash, emailVerifiedAt: null });
    const impostor = await createSession(claimed, 'squatter');
    await requestMagicLink({ email, to: '' }, newDevice());
    const proven = await signInWithMagicLink(await newestTokenTo(email), newDevice());
    expect(await findActorByToken(impostor)).toBeNull();
    expect(await findActorByToken(await createSession(proven, 'owner'))).toMatchObject({ emailVerified: true });
    await expect(signInWithPassword({ email, password, to: '' }, stranger)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  test('the fourth e-mail of one kind in an hour is answered as sent, and is not', async () => {
    const email = freshEmail();
    await createUser({ email, passwordHash });
    for (let message = 0; message < 3; message += 1) await requestMagicLink({ email, to: '' }, newDevice());
    expect(await queuedEmailsTo(email)).toHaveLength(3);
    await requestMagicLink({ email, to: '' }, newDevice());
    expect(await queuedEmailsTo(email)).toHaveLength(3);
    await requestPasswordReset({ email, to: '' }, newDevice());
    expect(await queuedEmailsTo(email)).toHaveLength(4);
  });

  test('banned and deleted users get no e-mail', async () => {
    const email = freshEmail();
    await createUser({ email, bannedAt: new Date() });
    await requestMagicLink({ email, to: '' }, newDevice());
    expect(await queuedEmailsTo(email)).toEqual([]);
  });
});

describe('a new password', () => {
  test('by e-mail: the old one and every session are over, and the address counts as confirmed', async () => {
    const email = freshEmail();
    const user = await createUser({ email, passwordHash, emailVerifiedAt: null });
    const session = await createSession(user, 'old');
    await requestPasswordReset({ email, to: '/back' }, newDevice());
    const token = await newestTokenTo(email);
    await expect(resetPassword({ token, password: 'short' }, newDevice())).rejects.toMatchObject({ code: 'invalid' });
    expect(await resetPassword({ token, password: 'gulls above the pier' }, newDevice())).toMatchObject({
      id: user.id,
      to: '/back',
    });
    await expect(resetPassword({ token, password: 'gulls above the pier' }, newDevice())).rejects.toMatchObject({
      code: 'gone',
    });

    expect(await findActorByToken(session)).toBeNull();
    await expect(signInWithPassword({ email, password, to: '' }, stranger)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await signInWithPassword({ email, password: 'gulls above the pier', to: '' }, stranger)).toMatchObject({
      id: user.id,
    });
    expect((await db.user.findUniqueOrThrow({ where: { email } })).emailVerifiedAt).not.toBeNull();
  });

  test('by hand: asks for the old one, keeps this browser, signs out the others, and says so in an e-mail', async () => {
    const email = freshEmail();
    const user = await createUser({ email, passwordHash });
    const [here, there] = [await createSession(user, 'here'), await createSession(user, 'there')];
    const actor = await findActorByToken(here);
    if (!actor) throw new Error('not signed in');
    const both = changePassword(actor, { currentPassword: '', password: 'password1' });
    await expect(both).rejects.toMatchObject({
      fields: { currentPassword: expect.any(String), password: expect.stringContaining('too common') },
    });
    const wrong = changePassword(actor, { currentPassword: 'wrong', password: 'gulls above the pier' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid', fields: { currentPassword: expect.any(String) } });

    await changePassword(actor, { currentPassword: password, password: 'gulls above the pier' });
    expect(await findActorByToken(here)).toMatchObject({ id: user.id });
    expect(await findActorByToken(there)).toBeNull();
    expect((await queuedEmailsTo(email)).at(-1)?.subject).toContain('was changed');
  });

  test('the first one needs a fresh sign-in instead of an old password', async () => {
    const user = await createUser();
    const token = await createSession(user, 'here');
    const actor = await findActorByToken(token);
    if (!actor) throw new Error('not signed in');
    await db.session.update({
      where: { id: actor.sessionId },
      data: { createdAt: new Date(Date.now() - 60 * 60_000) },
    });
    const stale = changePassword(actor, { currentPassword: '', password: 'gulls above the pier' });
    await expect(stale).rejects.toMatchObject({ code: 'forbidden' });
    await db.session.update({ where: { id: actor.sessionId }, data: { createdAt: new Date() } });
    await changePassword(actor, { currentPassword: '', password: 'gulls above the pier' });
  });
});
