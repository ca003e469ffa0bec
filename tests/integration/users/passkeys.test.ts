import { beforeEach, describe, expect, test } from 'vitest';
import { can, type Actor, type Role } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords';
import { hasProof } from '@/lib/auth/session-proof';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { applySettings } from '@/lib/settings/updating';
import { resetPasskeysByHand } from '@/lib/users/admin-cli';
import { deleteAccount } from '../../factories/deleted-accounts';
import { exportOwnData } from '@/lib/users/own-data';
import {
  addPasskey,
  beginPasskey,
  beginPasskeyConfirmation,
  beginPasskeySignIn,
  confirmWithPasskey,
  declinePasskey,
  listPasskeys,
  offersPasskey,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from '@/lib/users/passkeys';
import { newAuthenticator } from '../../factories/authenticator';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { createUser } from '../../factories/users';

const { origin, hostname: rpId } = new URL(env().siteUrl);
const HOUR_MS = 60 * 60 * 1000;
const refusal = 'This passkey was not accepted.';

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await storeSettings({ staffPasskeys: false });
});

async function signedIn(role: Role = 'reader', overrides: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser({ role, ...overrides });
  const token = await createSession(user, 'Firefox/140.0 Linux');
  const now = async (): Promise<Actor> => {
    const actor = await findActorByToken(token);
    if (!actor) throw new Error('not signed in');
    return actor;
  };
  return { user, now, actor: await now() };
}

async function withPasskey(role: Role = 'reader', overrides: Parameters<typeof createUser>[0] = {}) {
  const person = await signedIn(role, overrides);
  const device = newAuthenticator({ origin, rpId });
  await addPasskey(person.actor, { answer: device.create(await beginPasskey(person.actor)), name: 'Laptop' });
  return { ...person, device };
}

async function makeStale(actor: Actor) {
  const before = new Date(Date.now() - HOUR_MS);
  await db.session.update({ where: { id: actor.sessionId }, data: { createdAt: before } });
  await db.sessionProof.deleteMany({ where: { sessionId: actor.sessionId } });
}

const signIn = (answer: string) => signInWithPasskey({ answer, to: '/a-post' });

describe('a passkey', () => {
  test('is added, listed, signs in, is renamed and removed, and its owner is told', async () => {
    const { actor, user, device } = await withPasskey();
    expect(await listPasskeys(actor)).toMatchObject([{ name: 'Laptop', lastUsedAt: null }]);

    const options = await beginPasskeySignIn();
    expect(options).toMatchObject({ rpId, userVerification: 'required', allowCredentials: [] });
    expect(await signIn(device.use(options))).toMatchObject({ id: user.id, to: '/a-post' });
    const [passkey] = await listPasskeys(actor);
    expect(passkey?.lastUsedAt).toBeInstanceOf(Date);

    const id = passkey?.id ?? '';
    await renamePasskey(actor, { passkey: id, passkeyName: 'Old laptop' });
    expect(await listPasskeys(actor)).toMatchObject([{ name: 'Old laptop' }]);
    await removePasskey(actor, { id });
    expect(await listPasskeys(actor)).toEqual([]);
    await expect(signIn(device.use(await beginPasskeySignIn()))).rejects.toThrow('This passkey was removed here.');

    const subjects = (await queuedEmailsTo(user.email ?? '')).map(({ subject }) => subject);
    expect(subjects.sort()).toEqual([
      expect.stringMatching(/^A passkey was added to your account/),
      expect.stringMatching(/^A passkey was removed from your account/),
    ]);
    const audited = await db.auditEntry.findMany({ where: { subjectId: user.id }, orderBy: { id: 'asc' } });
    expect(audited.map(({ action }) => action)).toEqual(['account.passkey-add', 'account.passkey-remove']);
  });

  test('is only its owner’s to rename and remove', async () => {
    const { actor } = await withPasskey();
    const [passkey] = await listPasskeys(actor);
    const stranger = await signedIn();
    const id = passkey?.id ?? '';
    await expect(renamePasskey(stranger.actor, { passkey: id, passkeyName: 'Mine' })).rejects.toThrow(
      'no longer exists',
    );
    await expect(removePasskey(stranger.actor, { id })).rejects.toThrow('no longer exists');
    expect(await listPasskeys(actor)).toHaveLength(1);
  });

  test('needs a fresh sign-in to be added or removed, or another passkey', async () => {
    const { actor, device } = await withPasskey();
    await makeStale(actor);
    const [passkey] = await listPasskeys(actor);
    await expect(beginPasskey(actor)).rejects.toThrow('Please sign in once more first');
    await expect(removePasskey(actor, { id: passkey?.id ?? '' })).rejects.toThrow('Please sign in once more first');
    await confirmWithPasskey(actor, { answer: device.use(await beginPasskeyConfirmation(actor)) });
    await removePasskey(actor, { id: passkey?.id ?? '' });
    expect(await listPasskeys(actor)).toEqual([]);
  });
});

describe('an answer is refused', () => {
  test.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['of a device that did not verify its owner', { isVerified: false }],
  ])('%s, to sign in and to add', async (_what, changes) => {
    const { device } = await withPasskey();
    await expect(signIn(device.use(await beginPasskeySignIn(), changes))).rejects.toThrow(refusal);
    const { actor } = await signedIn();
    const other = newAuthenticator({ origin, rpId });
    const adding = addPasskey(actor, { answer: other.create(await beginPasskey(actor), changes), name: 'Laptop' });
    await expect(adding).rejects.toThrow(refusal);
    expect(await listPasskeys(actor)).toEqual([]);
  });

  test('when it is sent twice, comes late or answers what was never asked', async () => {
    const { device } = await withPasskey();
    const answer = device.use(await beginPasskeySignIn());
    const sent = await Promise.allSettled([signIn(answer), signIn(answer)]);
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(signIn(answer)).rejects.toThrow('This took too long, or was sent twice.');
    const late = device.use(await beginPasskeySignIn());
    await db.token.updateMany({ where: { purpose: 'passkey-use' }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    await expect(signIn(late)).rejects.toThrow('This took too long');
    await expect(signIn(device.use({ challenge: 'bm90aGluZw' }))).rejects.toThrow('This took too long');
  });

  test('when it was signed by another key', async () => {
    const { device } = await withPasskey();
    const { id, rawId } = JSON.parse(device.use({ challenge: 'eA' })) as { id: string; rawId: string };
    const forger = newAuthenticator({ origin, rpId });
    const forged = JSON.parse(forger.use(await beginPasskeySignIn())) as object;
    await expect(signIn(JSON.stringify({ ...forged, id, rawId }))).rejects.toThrow(refusal);
  });

  test('when it was asked of another session, or belongs to another account', async () => {
    const [mine, other] = [await withPasskey(), await withPasskey()];
    const asked = await beginPasskeyConfirmation(mine.actor);
    await expect(confirmWithPasskey(other.actor, { answer: other.device.use(asked) })).rejects.toThrow('too long');
    const again = await beginPasskeyConfirmation(mine.actor);
    const strange = confirmWithPasskey(mine.actor, { answer: other.device.use(again) });
    await expect(strange).rejects.toThrow('This passkey belongs to another account.');
    const adding = await beginPasskey(mine.actor);
    const answer = newAuthenticator({ origin, rpId }).create(adding);
    await expect(addPasskey(other.actor, { answer, name: 'Laptop' })).rejects.toThrow('This took too long');
  });

  test('when its counter went back, which is noted', async () => {
    const { device, user } = await withPasskey();
    await signIn(device.use(await beginPasskeySignIn(), { counter: 9 }));
    for (const counter of [9, 3, 0]) {
      const copied = signIn(device.use(await beginPasskeySignIn(), { counter }));
      await expect(copied).rejects.toThrow('This passkey may have been copied');
    }
    const where = { subjectId: user.id, action: 'account.passkey-refuse' };
    expect(await db.auditEntry.count({ where })).toBe(3);
    expect(await signIn(device.use(await beginPasskeySignIn(), { counter: 10 }))).toMatchObject({ id: user.id });
  });

  test.each(['', '{}', 'null', '[]', '{"id":"x"}', `"${'x'.repeat(30_000)}"`])('if it is %.20s', async (answer) => {
    await expect(signIn(answer)).rejects.toThrow(refusal);
  });

  test('of somebody who is suspended', async () => {
    const { device, user } = await withPasskey();
    await db.user.update({ where: { id: user.id }, data: { bannedAt: new Date() } });
    await expect(signIn(device.use(await beginPasskeySignIn()))).rejects.toThrow('This account is suspended.');
  });
});

test('a device that does not count may sign in again and again', async () => {
  const { actor, user } = await signedIn();
  const device = newAuthenticator({ origin, rpId });
  await addPasskey(actor, { answer: device.create(await beginPasskey(actor), { counter: 0 }), name: 'Phone' });
  for (let times = 0; times < 2; times += 1) {
    expect(await signIn(device.use(await beginPasskeySignIn(), { counter: 0 }))).toMatchObject({ id: user.id });
  }
});

test('a passkey of the last minutes stands for the password', async () => {
  const { actor, device, user } = await withPasskey('reader', { passwordHash: await hashPassword('nets on the quay') });
  await makeStale(actor);
  await expect(deleteAccount(actor, { ownPassword: '' })).rejects.toThrow('Enter your password.');
  await confirmWithPasskey(actor, { answer: device.use(await beginPasskeyConfirmation(actor)) });
  await expect(deleteAccount(actor, { ownPassword: 'wrong' })).rejects.toThrow('That is not your current password.');
  await deleteAccount(actor, { ownPassword: '' });
  expect(await db.passkey.count({ where: { userId: user.id } })).toBe(0);
});

test('is offered until somebody has one or declines, once and for all', async () => {
  const { actor } = await signedIn();
  expect(await offersPasskey(actor)).toBe(true);
  await declinePasskey(actor);
  await declinePasskey(actor);
  expect(await offersPasskey(actor)).toBe(false);
  expect(await offersPasskey((await withPasskey()).actor)).toBe(false);
});

test('one’s own data names passkeys without their keys', async () => {
  const { actor } = await withPasskey();
  const data = await exportOwnData(actor);
  expect(data.passkeys).toMatchObject([{ name: 'Laptop', createdAt: expect.any(Date) }]);
  const stored = await db.passkey.findFirstOrThrow({ where: { userId: actor.id } });
  expect(JSON.stringify(data)).not.toContain(stored.publicKey);
  expect(JSON.stringify(data)).not.toContain(stored.credentialId);
});

describe('where staff must use a passkey', () => {
  test('only somebody who has one and used it can ask for that', async () => {
    const { actor } = await signedIn('admin');
    await expect(applySettings(actor, { staffPasskeys: true })).rejects.toThrow('Add a passkey on your account page');
    const known = await withPasskey('owner');
    await db.sessionProof.deleteMany({ where: { sessionId: known.actor.sessionId } });
    await expect(applySettings(known.actor, { staffPasskeys: true })).rejects.toThrow('Confirm with your passkey');
    expect((await getSettings()).staffPasskeys).toBe(false);
    await confirmWithPasskey(known.actor, { answer: known.device.use(await beginPasskeyConfirmation(known.actor)) });
    await applySettings(known.actor, { staffPasskeys: true });
    expect((await getSettings()).staffPasskeys).toBe(true);
    expect((await known.now()).needsPasskey).toBeUndefined();
  });

  test.each(['owner', 'editor', 'moderator'] as const)(
    'a %s without one may do no more than a reader',
    async (role) => {
      await storeSettings({ staffPasskeys: true });
      const { actor, now } = await signedIn(role);
      expect(actor.needsPasskey).toBe(true);
      expect(can(actor, 'admin.enter')).toBe(false);
      expect(can(actor, 'comments.moderate')).toBe(false);
      expect(can(actor, 'comments.write')).toBe(true);
      const device = newAuthenticator({ origin, rpId });
      await addPasskey(actor, { answer: device.create(await beginPasskey(actor)), name: 'Laptop' });
      expect(can(await now(), 'admin.enter')).toBe(true);
    },
  );

  test('a password alone adds no second passkey, and the last one stays', async () => {
    const { actor, device } = await withPasskey('editor');
    await storeSettings({ staffPasskeys: true });
    await db.sessionProof.deleteMany({ where: { sessionId: actor.sessionId } });
    const restricted = { ...actor, needsPasskey: true as const };
    await expect(beginPasskey(restricted)).rejects.toThrow('Please confirm with one of your passkeys first.');
    await confirmWithPasskey(restricted, { answer: device.use(await beginPasskeyConfirmation(restricted)) });
    expect(await hasProof(actor.sessionId)).toBe(true);
    const [passkey] = await listPasskeys(actor);
    await expect(removePasskey(actor, { id: passkey?.id ?? '' })).rejects.toThrow('Add another one before you remove');
  });

  test('the operator removes those of somebody who lost them', async () => {
    await storeSettings({ staffPasskeys: true });
    const { user, now } = await withPasskey('owner');
    expect(await resetPasskeysByHand(user.email ?? '')).toBe(1);
    expect(await db.passkey.count({ where: { userId: user.id } })).toBe(0);
    await expect(now()).rejects.toThrow('not signed in');
  });

  test('readers are asked for nothing', async () => {
    await storeSettings({ staffPasskeys: true });
    expect((await signedIn('reader')).actor.needsPasskey).toBeUndefined();
  });
});
