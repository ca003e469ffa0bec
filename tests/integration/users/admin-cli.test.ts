import { beforeEach, expect, test } from 'vitest';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { newDevice } from '@/lib/auth/device-record';
import { db } from '@/lib/database/db';
import { createUserByHand, listUsers, newUser, resetPasswordByHand, setRoleByHand } from '@/lib/users/admin-cli';
import { resetPassword } from '@/lib/users/passwords';
import { signInWithMagicLink, signInWithPassword } from '@/lib/users/sign-in';
import { createUser } from '../../factories/users';

const stranger = { address: '203.0.113.9', device: newDevice() };
const password = 'nets dry on the quay';
const secretIn = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';
const olga = newUser.parse({ email: 'Olga@example.test', name: ' Olga  Ritter ', role: 'owner' });

beforeEach(async () => {
  await db.user.deleteMany();
});

test('the operator makes an account with a password, or with a link that opens it once', async () => {
  const { id, link } = await createUserByHand(olga, null);
  expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
    email: 'olga@example.test',
    role: 'owner',
  });
  expect(await signInWithMagicLink(secretIn(link), newDevice())).toMatchObject({ id });
  await expect(signInWithMagicLink(secretIn(link), newDevice())).rejects.toMatchObject({ code: 'gone' });

  const ida = newUser.parse({ email: 'ida@example.test', name: 'Ida', role: 'editor' });
  expect(await createUserByHand(ida, password)).toMatchObject({ link: null });
  expect(await signInWithPassword({ email: ida.email, password, to: '' }, stranger)).toMatchObject({ role: 'editor' });

  await expect(createUserByHand(ida, null)).rejects.toMatchObject({ code: 'conflict' });
  await expect(createUserByHand({ ...ida, email: 'x@example.test' }, 'short')).rejects.toMatchObject({
    code: 'invalid',
  });
  expect((await listUsers('editor')).map((user) => user.email)).toEqual(['ida@example.test']);
});

test('a role given by hand counts at once; the last owner stays one', async () => {
  const user = await createUser({ role: 'owner' });
  const email = user.email ?? '';
  await expect(setRoleByHand(email, 'reader')).rejects.toMatchObject({ code: 'conflict' });
  await createUser({ role: 'owner' });
  const token = await createSession(user, 'here');
  await setRoleByHand(email, 'reader');
  expect(await findActorByToken(token)).toBeNull();
  await expect(setRoleByHand('nobody@example.test', 'reader')).rejects.toMatchObject({ code: 'not_found' });
});

test('a lost password is replaced by link, or at the terminal', async () => {
  const user = await createUser();
  const email = user.email ?? '';
  const link = await resetPasswordByHand(email, null);
  expect(await resetPassword({ token: secretIn(link), password }, newDevice())).toMatchObject({ id: user.id });
  expect(await resetPasswordByHand(email, 'gulls above the pier')).toBeNull();
  expect(await signInWithPassword({ email, password: 'gulls above the pier', to: '' }, stranger)).toMatchObject({
    id: user.id,
  });
});
