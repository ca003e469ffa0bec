import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '@/lib/auth/actor';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { db } from '@/lib/database/db';
import { banForm, banUser, unbanUser } from '@/lib/users/banning';
import { inviteImported, inviteUser } from '@/lib/users/invitations';
import { changeRole } from '@/lib/users/roles';
import { signOutUser } from '@/lib/users/sessions';
import { settingsSections, shownIn, type SettingsSectionName } from '@/lib/settings/sections';
import { applySettings, changeSection } from '@/lib/settings/updating';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { actorWith, createUser } from '../../factories/users';
import { queuedEmailsTo } from '../../factories/queued-emails';

const ban = (id: string) => banForm.parse({ id, reason: 'Insults.' });
const roleOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).role;

beforeEach(async () => {
  await db.auditEntry.deleteMany();
  await db.user.deleteMany();
});

describe('roles', () => {
  test('a change counts from the next request, whichever way it goes', async () => {
    const owner = await actorWith('owner');
    const editor = await createUser({ role: 'editor' });
    const token = await createSession(editor, 'here');
    expect(await findActorByToken(token)).toMatchObject({ role: 'editor' });
    await changeRole(owner, { id: editor.id, role: 'reader' });
    expect(await findActorByToken(token)).toBeNull();
    expect(await db.auditEntry.findFirstOrThrow()).toMatchObject({
      actorId: owner.id,
      action: 'user.role',
      subjectId: editor.id,
    });
  });

  test.each<[Role, Role, Role, boolean]>([
    ['owner', 'reader', 'owner', true],
    ['owner', 'admin', 'reader', true],
    ['admin', 'reader', 'editor', true],
    ['admin', 'editor', 'moderator', true],
    ['admin', 'reader', 'admin', false],
    ['admin', 'reader', 'owner', false],
    ['admin', 'admin', 'reader', false],
    ['admin', 'owner', 'reader', false],
    ['editor', 'reader', 'author', false],
    ['moderator', 'reader', 'author', false],
    ['reader', 'reader', 'owner', false],
  ])('%s makes a %s a %s: %s', async (who, from, to, isAllowed) => {
    await createUser({ role: 'owner' });
    const actor = await actorWith(who);
    const user = await createUser({ role: from });
    const refusal = await changeRole(actor, { id: user.id, role: to }).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    expect(refusal).toBe(isAllowed ? null : 'forbidden');
    expect(await roleOf(user.id)).toBe(isAllowed ? to : from);
  });

  test('the last owner stays one, even when two step down at once', async () => {
    const [first, second] = [await actorWith('owner'), await actorWith('owner')];
    const both = await Promise.allSettled(
      [first, second].map((one) => changeRole(one, { id: one.id, role: 'reader' })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.user.count({ where: { role: 'owner' } })).toBe(1);
  });

  test('changing a user who does not exist is refused', async () => {
    const owner = await actorWith('owner');
    await expect(changeRole(owner, { id: 'nobody', role: 'editor' })).rejects.toMatchObject({ code: 'not_found' });
    const gone = await createUser({ deletedAt: new Date() });
    await expect(changeRole(owner, { id: gone.id, role: 'editor' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('suspending', () => {
  test('ends every session at once, and lifting it does not restore them', async () => {
    const admin = await actorWith('admin');
    const reader = await createUser();
    const token = await createSession(reader, 'here');
    await banUser(admin, ban(reader.id));
    expect(await findActorByToken(token)).toBeNull();
    await unbanUser(admin, reader.id);
    expect(await findActorByToken(token)).toBeNull();
    const fresh = await db.user.findUniqueOrThrow({ where: { id: reader.id } });
    expect(await findActorByToken(await createSession(fresh, 'again'))).toMatchObject({ id: reader.id });
  });

  test.each<[Role, Role]>([
    ['admin', 'owner'],
    ['admin', 'admin'],
    ['editor', 'reader'],
    ['moderator', 'reader'],
    ['reader', 'reader'],
  ])('%s cannot suspend or sign out a %s', async (who, target) => {
    const actor = await actorWith(who);
    const user = await createUser({ role: target });
    const actions = [
      () => banUser(actor, ban(user.id)),
      () => unbanUser(actor, user.id),
      () => signOutUser(actor, user.id),
    ];
    for (const action of actions) await expect(action()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      bannedAt: null,
      sessionVersion: 1,
    });
  });

  test('an owner cannot suspend themselves', async () => {
    const owner = await actorWith('owner');
    await expect(banUser(owner, ban(owner.id))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a day that has passed is refused', () => {
    expect(banForm.safeParse({ id: 'x', until: '2020-01-01' }).success).toBe(false);
    expect(banForm.safeParse({ id: 'x', until: 'soon' }).success).toBe(false);
    expect(banForm.parse({ id: 'x', until: '' }).until).toBeNull();
  });
});

describe('inviting', () => {
  test('makes the account and asks for its e-mail together', async () => {
    const admin = await actorWith('admin');
    const { id } = await inviteUser(admin, { name: 'Otto Lind', email: 'otto@example.test', role: 'author' });
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
      role: 'author',
      emailVerifiedAt: null,
    });
    const message = await db.outbox.findFirstOrThrow({ where: { payload: { contains: id } } });
    expect(JSON.parse(message.payload)).toEqual({ kind: 'invite', userId: id, byId: admin.id });
    const [email, ...more] = await queuedEmailsTo('otto@example.test');
    expect([email?.subject, more]).toEqual([expect.stringContaining('You are invited'), []]);
    expect(email?.text).toMatch(new RegExp(`${admin.name} invites you to .+\\.\\s+Your role: Author\\.`));

    const again = inviteUser(admin, { name: 'Otto Lind', email: 'otto@example.test', role: 'author' });
    await expect(again).rejects.toMatchObject({ code: 'conflict', fields: { email: expect.any(String) } });
  });

  test('inviting to a higher role is refused', async () => {
    const admin = await actorWith('admin');
    const wanted = { name: 'Otto Lind', email: 'otto2@example.test', role: 'owner' as const };
    await expect(inviteUser(admin, wanted)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(inviteUser(await actorWith('editor'), { ...wanted, role: 'reader' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('an imported author gets their own account back', async () => {
    const admin = await actorWith('admin');
    const imported = await createUser({ email: null, role: 'author' });
    await inviteImported(admin, { id: imported.id, email: 'old@example.test' });
    expect(await db.user.findUniqueOrThrow({ where: { id: imported.id } })).toMatchObject({
      email: 'old@example.test',
    });
    await expect(inviteImported(admin, { id: imported.id, email: 'x@example.test' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('settings', () => {
  const shownNow = async (section: SettingsSectionName) => shownIn(section, await getSettings());

  test('are stored section by section, and what did not change is not', async () => {
    const admin = await actorWith('admin');
    const [site, search] = [await shownNow('site'), await shownNow('search')];
    const named = { wanted: settingsSections.site.parse({ siteName: '  Harbour News ', tagline: '' }), shown: site };
    expect((await changeSection(admin, 'site', named)).changed).toEqual(['siteName']);
    const lines = settingsSections.search.parse({ robots: 'User-agent: *\r\nDisallow: /x' });
    expect((await changeSection(admin, 'search', { wanted: lines, shown: search })).changed).toEqual(['robots']);
    expect(await getSettings()).toMatchObject({
      siteName: 'Harbour News',
      robots: 'User-agent: *\nDisallow: /x',
      signUpOpen: true,
    });
    expect(await changeSection(admin, 'site', named)).toMatchObject({ changed: [], conflicts: [] });
    expect(await db.auditEntry.count({ where: { action: 'settings.change' } })).toBe(2);
  });

  test('that another person changed since the form was made stay, unless the form changes the same one', async () => {
    const [ida, olga] = [await actorWith('admin'), await actorWith('owner')];
    await storeSettings({ siteName: 'Quay', tagline: 'Old', signUpOpen: true, writeFirst: true, gravatar: false });
    const [site, accounts] = [await shownNow('site'), await shownNow('accounts')];
    await applySettings(olga, { tagline: 'By Olga', writeFirst: false });
    const renamed = settingsSections.site.parse({ siteName: 'Pier', tagline: 'Old' });
    expect(await changeSection(ida, 'site', { wanted: renamed, shown: site })).toMatchObject({ changed: ['siteName'] });
    const closed = settingsSections.accounts.parse({ writeFirst: 'on' });
    await changeSection(ida, 'accounts', { wanted: closed, shown: accounts });
    expect(await getSettings()).toMatchObject({
      siteName: 'Pier',
      tagline: 'By Olga',
      signUpOpen: false,
      writeFirst: false,
    });

    const both = { wanted: settingsSections.site.parse({ siteName: 'Mole', tagline: 'By Ida' }), shown: site };
    const refused = await changeSection(ida, 'site', both);
    expect(refused).toMatchObject({ changed: [], conflicts: ['siteName', 'tagline'] });
    expect(await getSettings()).toMatchObject({ siteName: 'Pier', tagline: 'By Olga' });
    const again = await changeSection(ida, 'site', { ...both, shown: refused.shown });
    expect(again.changed.sort()).toEqual(['siteName', 'tagline']);
  });

  test('without what was shown take all of their section', async () => {
    const wanted = settingsSections.site.parse({ siteName: 'Harbour', tagline: 'Wet' });
    for (const shown of ['', 'null', '{"siteName":7}', '{not json']) {
      await storeSettings({ siteName: 'Quay', tagline: 'Old' });
      const { changed } = await changeSection(await actorWith('admin'), 'site', { wanted, shown });
      expect(changed.sort()).toEqual(['siteName', 'tagline']);
    }
  });

  test('wrong values name their field', () => {
    const wrong = [
      settingsSections.site.safeParse({ siteName: ' ', tagline: '' }),
      settingsSections.locale.safeParse({ language: 'no language', timeZone: 'Mars/North' }),
      settingsSections.lists.safeParse({ postsPerPage: '0', feedContent: 'full' }),
    ];
    const fields = wrong.flatMap(({ error }) => error?.issues.map((issue) => issue.path[0]) ?? []);
    expect(fields).toEqual(['siteName', 'language', 'timeZone', 'postsPerPage']);
  });

  test('take a language that readers can be addressed in, and keep another that stands already', async () => {
    const admin = await actorWith('admin');
    await storeSettings({ language: 'en', timeZone: 'UTC' });
    const asked = async (language: string, timeZone: string) =>
      changeSection(admin, 'locale', { wanted: { language, timeZone }, shown: await shownNow('locale') });
    await expect(asked('nb', 'Europe/Oslo')).rejects.toMatchObject({
      code: 'invalid',
      fields: { language: expect.stringContaining('Choose a language') },
    });
    expect(await getSettings()).toMatchObject({ language: 'en', timeZone: 'UTC' });

    expect((await asked('de-CH', 'UTC')).changed).toEqual(['language']);
    await storeSettings({ language: 'nb' });
    expect((await asked('nb', 'Europe/Oslo')).changed).toEqual(['timeZone']);
    expect(await getSettings()).toMatchObject({ language: 'nb', timeZone: 'Europe/Oslo' });
    await storeSettings({ language: 'en', timeZone: 'UTC' });
  });

  test('are not for editors', async () => {
    const wanted = settingsSections.site.parse({ siteName: 'Mine', tagline: '' });
    const attempt = changeSection(await actorWith('editor'), 'site', { wanted, shown: '' });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  });
});
