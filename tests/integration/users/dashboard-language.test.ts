import { expect, test } from 'vitest';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { chooseDashboardLanguage } from '@/lib/users/dashboard-language';
import { createUser } from '../../factories/users';

async function signedIn(role: 'editor' | 'reader') {
  const token = await createSession(await createUser({ role }), 'a browser');
  const find = async () => (await findActorByToken(token))!;
  return { actor: await find(), find };
}

test('staff choose the language of their dashboard, and take it back', async () => {
  const { actor, find } = await signedIn('editor');
  expect(actor.dashboardLanguage).toBeUndefined();

  await chooseDashboardLanguage(actor, { dashboardLanguage: 'de' });
  expect((await find()).dashboardLanguage).toBe('de');

  await chooseDashboardLanguage(actor, { dashboardLanguage: '' });
  expect((await find()).dashboardLanguage).toBeUndefined();
});

test('readers have no dashboard, and no language for it', async () => {
  const { actor, find } = await signedIn('reader');
  await expect(chooseDashboardLanguage(actor, { dashboardLanguage: 'de' })).rejects.toThrow(
    'Your role does not allow this.',
  );
  expect((await find()).dashboardLanguage).toBeUndefined();
});
