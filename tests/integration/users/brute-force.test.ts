import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { newDevice, readDevice, withAccount, writeDevice } from '@/lib/auth/device-record';
import { hashPassword } from '@/lib/auth/passwords';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { readDb, db } from '@/lib/database/db';
import { signInWithIdentity } from '@/lib/users/identities';
import { requestPasswordReset, resetPassword } from '@/lib/users/passwords';
import { updateProfile } from '@/lib/users/profile';
import { requestMagicLink, signInWithMagicLink, signInWithPassword } from '@/lib/users/sign-in';
import { confirmEmail, requestConfirmation, signUp } from '@/lib/users/sign-up';
import { storeSettings } from '@/lib/settings/queries';
import { actorWith, createUser } from '../../factories/users';
import { newestTokenTo, queuedEmailsTo } from '../../factories/queued-emails';

const dataDir = process.env.DATA_DIR ?? '';
const password = 'nets dry on the quay';
const passwordHash = await hashPassword(password);

let count = 0;
const freshEmail = () => `owner-${(count += 1)}@example.test`;
const from = (address: string) => ({ address, device: newDevice() });
const wrong = { password: 'not the right one', to: '' };

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await storeSettings({ signUpOpen: true, siteName: 'Harbour News' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

describe('failed attempts do not lock others out', () => {
  test('who guesses from one address gets ten tries, and the owner signs in from another and where they are known', async () => {
    const email = freshEmail();
    const { id } = await createUser({ email, passwordHash });
    const attacker = from('198.51.100.1');
    const codes = await codesOf(12, () => signInWithPassword({ email, ...wrong }, attacker));
    expect(codes).toEqual([...Array<string>(10).fill('unauthenticated'), 'rate_limited', 'rate_limited']);

    expect(await signInWithPassword({ email, password, to: '' }, from('192.0.2.7'))).toMatchObject({ id });
    const known = { address: attacker.address, device: withAccount(newDevice(), id) };
    expect(await signInWithPassword({ email, password, to: '' }, known)).toMatchObject({ id });
  });

  test('guesses from hundreds of addresses are few, and neither a known browser nor the link waits for them', async () => {
    const email = freshEmail();
    const { id } = await createUser({ email });
    const addresses = Array.from({ length: 200 }, (_, number) => `10.0.${number >> 8}.${number & 255}`);
    const codes: string[] = [];
    for (const address of addresses) {
      codes.push(...(await codesOf(1, () => signInWithPassword({ email, ...wrong }, from(address)))));
    }
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(50);

    await db.user.update({ where: { id }, data: { passwordHash } });
    const atHome = { address: '192.0.2.7', device: withAccount(newDevice(), id) };
    expect(await signInWithPassword({ email, password, to: '' }, atHome)).toMatchObject({ id });
    const elsewhere = signInWithPassword({ email, password, to: '' }, from('192.0.2.8'));
    await expect(elsewhere).rejects.toMatchObject({ code: 'rate_limited', message: /link by e-mail/ });
    await requestMagicLink({ email, to: '' }, newDevice());
    expect(await signInWithMagicLink(await newestTokenTo(email), newDevice())).toMatchObject({ id });
  });

  test('an unknown address gets the same answer', async () => {
    const [known, unknown] = [freshEmail(), freshEmail()];
    await createUser({ email: known, passwordHash });
    const said = [];
    for (const email of [known, unknown]) {
      const tries = await sentencesOf(11, () =>
        signInWithPassword({ email, ...wrong }, from(`198.51.100.${email.length}`)),
      );
      said.push(tries);
    }
    expect(said[1]).toEqual(said[0]);
  });

  test('a browser that knows another account has no more tries than any', async () => {
    const email = freshEmail();
    await createUser({ email, passwordHash });
    const other = await createUser();
    const attacker = { address: '198.51.100.1', device: withAccount(newDevice(), other.id) };
    expect(await codesOf(11, () => signInWithPassword({ email, ...wrong }, attacker))).toContain('rate_limited');
  });

  test('a browser that knows the account may not guess without end', async () => {
    const email = freshEmail();
    const { id } = await createUser({ email });
    const known = { address: '192.0.2.7', device: withAccount(newDevice(), id) };
    expect((await codesOf(11, () => signInWithPassword({ email, ...wrong }, known))).at(-1)).toBe('rate_limited');
  });

  test('however often a stranger asks for e-mails, the owner has a link that works', async () => {
    const email = freshEmail();
    const { id } = await createUser({ email, passwordHash });
    for (let request = 0; request < 40; request += 1) {
      await requestMagicLink({ email, to: '' }, newDevice());
      await requestPasswordReset({ email, to: '' }, newDevice());
    }
    expect(await queuedEmailsTo(email)).toHaveLength(6);

    // Where they are known, e-mails of their own are sent.
    await requestMagicLink({ email, to: '' }, withAccount(newDevice(), id));
    expect(await queuedEmailsTo(email)).toHaveLength(7);
    expect(await signInWithMagicLink(await newestTokenTo(email), newDevice())).toMatchObject({ id });
  });

  test('who has used up every link is sent another, although a stranger used up the hour', async () => {
    const email = freshEmail();
    const { id } = await createUser({ email, passwordHash });
    for (let request = 0; request < 6; request += 1) await requestMagicLink({ email, to: '' }, newDevice());
    await queuedEmailsTo(email);
    await db.token.updateMany({ where: { subject: id }, data: { usedAt: new Date() } });

    await requestMagicLink({ email, to: '' }, newDevice());
    expect(await queuedEmailsTo(email)).toHaveLength(4);
  });

  test('a forged device cookie is ignored', async () => {
    const device = withAccount(newDevice(), 'somebody');
    expect(await readDevice(await writeDevice(device))).toEqual(device);
    const session = await createSession(await createUser(), 'test');
    for (const token of [undefined, '', 'made-up', session]) expect(await readDevice(token)).toBeNull();
  });
});

describe('an account that a stranger made in advance', () => {
  const registerWith = async (email: string) => {
    const id = await signUp({ name: 'Ida Brandt', email, password, to: '' }, newDevice());
    const impostor = await createSession({ id, sessionVersion: 1 }, 'squatter');
    expect(await findActorByToken(impostor)).toMatchObject({ id });
    return { id, impostor };
  };
  const chosen = 'gulls above the pier';

  test('is its owner’s alone once they confirm it in another browser', async () => {
    const email = freshEmail();
    const { id, impostor } = await registerWith(email);
    const browser = { device: newDevice(), actor: null };
    await requestPasswordReset({ email, to: '' }, newDevice());
    const reset = await newestTokenTo(email);
    await requestConfirmation({ ...(await actorWith('reader')), id }, '', newDevice());
    const proven = await confirmEmail({ token: await newestTokenTo(email), password: chosen }, browser);

    const earlier = resetPassword({ token: reset, password: 'ropes below the deck' }, newDevice());
    await expect(earlier).rejects.toMatchObject({ code: 'gone' });
    expect(await findActorByToken(impostor)).toBeNull();
    expect(await findActorByToken(await createSession(proven, 'owner'))).toMatchObject({ id, emailVerified: true });
    const former = signInWithPassword({ email, password, to: '' }, from('198.51.100.1'));
    await expect(former).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await signInWithPassword({ email, password: chosen, to: '' }, from('192.0.2.7'))).toMatchObject({ id });
  });

  test('has no password at all if its owner chooses none; a weak one uses nothing up', async () => {
    const email = freshEmail();
    const { id } = await registerWith(email);
    const browser = { device: newDevice(), actor: null };
    const token = await newestTokenTo(email);
    await expect(confirmEmail({ token, password: 'short' }, browser)).rejects.toMatchObject({ code: 'invalid' });
    await confirmEmail({ token, password: '' }, browser);
    expect(await readDb.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ passwordHash: null });
  });

  test.each(['the browser that signed up', 'a browser that is signed in to it'])(
    'stays as it is in %s',
    async (which) => {
      const email = freshEmail();
      const { id, impostor } = await registerWith(email);
      const device = which.includes('signed up') ? withAccount(newDevice(), id) : newDevice();
      const actor = which.includes('signed in') ? { id } : null;
      const token = await newestTokenTo(email);
      await confirmEmail({ token, password: '' }, { device, actor });
      expect(await findActorByToken(impostor)).toMatchObject({ emailVerified: true });
      expect(await signInWithPassword({ email, password, to: '' }, from('192.0.2.7'))).toMatchObject({ id });
    },
  );

  test.each(['link', 'reset'])('is its owner’s alone after the %s, too, and no other site opens it', async (way) => {
    const email = freshEmail();
    const identity = { provider: 'oidc', providerAccountId: email, email, emailVerified: false, name: 'Ida' };
    const { id } = await signInWithIdentity(identity);
    const impostor = await createSession({ id, sessionVersion: 1 }, 'squatter');
    if (way === 'link') {
      await requestMagicLink({ email, to: '' }, newDevice());
      await signInWithMagicLink(await newestTokenTo(email), newDevice());
    } else {
      await requestPasswordReset({ email, to: '' }, newDevice());
      await resetPassword({ token: await newestTokenTo(email), password: chosen }, newDevice());
    }
    expect(await findActorByToken(impostor)).toBeNull();
    await expect(signInWithIdentity(identity)).rejects.toMatchObject({ reason: 'not-confirmed-there' });
  });

  test('no e-mail to an address that nobody has confirmed says the name that was typed', async () => {
    const email = freshEmail();
    await registerWith(email);
    await requestMagicLink({ email, to: '' }, newDevice());
    await requestPasswordReset({ email, to: '' }, newDevice());
    await signUp({ name: 'Ida Brandt', email, password, to: '' }, newDevice());
    const messages = await queuedEmailsTo(email);
    expect(messages).toHaveLength(4);
    expect(JSON.stringify(messages)).not.toContain('Ida Brandt');
  });
});

describe('the staff of the site cannot be impersonated', () => {
  const attempt = (name: string) => signUp({ name, email: freshEmail(), password, to: '' }, newDevice());

  test.each([
    'Nora Owner',
    'Ida Brandt (owner)',
    'Nоrа Оwner',
    'NORA  OWNER',
    'Admin',
    'Hаrbour News',
    'Harbour News Team',
  ])('“%s” is refused at the door, on the account page and from elsewhere', async (name) => {
    await createUser({ name: 'Nora Owner', role: 'owner' });
    await createUser({ name: 'Ida Brandt', role: 'editor' });
    await expect(attempt(name)).rejects.toMatchObject({ code: 'invalid', fields: { name: expect.any(String) } });

    const reader = await createUser({ name: 'Ida Brandt' });
    const actor = { id: reader.id, name: reader.name, role: 'reader' as const, sessionId: '', emailVerified: true };
    await expect(updateProfile(actor, { name })).rejects.toMatchObject({ code: 'invalid' });

    const email = freshEmail();
    const identity = { provider: 'oidc', providerAccountId: email, email, emailVerified: true, name };
    const { id } = await signInWithIdentity(identity);
    expect((await db.user.findUniqueOrThrow({ where: { id } })).name).toBe(email.split('@')[0]);
  });

  test('staff keep their names, and others get free ones', async () => {
    const owner = await createUser({ name: 'Olga Ritter', role: 'owner' });
    const actor = { id: owner.id, name: owner.name, role: 'owner' as const, sessionId: '', emailVerified: true };
    await updateProfile(actor, { name: 'OLGA RITTER' });
    await expect(attempt('Olga Richter')).resolves.toEqual(expect.any(String));
  });
});

async function codesOf(times: number, attempt: () => Promise<unknown>) {
  const codes: string[] = [];
  for (let time = 0; time < times; time += 1) {
    codes.push(
      await attempt().then(
        () => 'in',
        (error: { code: string }) => error.code,
      ),
    );
  }
  return codes;
}

async function sentencesOf(times: number, attempt: () => Promise<unknown>) {
  const said: string[] = [];
  for (let time = 0; time < times; time += 1) {
    said.push(
      await attempt().then(
        () => 'in',
        (error: Error) => error.message,
      ),
    );
  }
  return said;
}
