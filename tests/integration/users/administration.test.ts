import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '@/lib/auth/actor';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { db } from '@/lib/database/db';
import { banForm, banUser, unbanUser } from '@/lib/users/banning';
import { inviteImported, inviteUser } from '@/lib/users/invitations';
import { findUserPage } from '@/lib/users/queries';
import { changeRole } from '@/lib/users/roles';
import { signOutUser } from '@/lib/users/sessions';
import { changeSettings, settingsForm } from '@/lib/settings/updating';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { defaultSettings } from '@/lib/settings/settings';
import { settingsFields } from '../../factories/settings';
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
    expect(JSON.parse(message.payload)).toEqual({ kind: 'invite', userId: id });
    expect((await queuedEmailsTo('otto@example.test')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('You are invited'),
    ]);

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

describe('the list of people', () => {
  const search = (actor: Actor, filter: Partial<{ search: string; role: string; after: string }>) =>
    findUserPage(actor, { search: '', role: '', after: '', ...filter });

  test('finds by name in any case, by address and by role; wildcards are only themselves', async () => {
    const admin = await actorWith('admin', 'Adam Keel');
    await createUser({ name: 'Ida Brandt', email: 'ida@example.test', role: 'editor' });
    await createUser({ name: 'Otto 100% Lind', email: 'otto@example.test' });
    await createUser({ name: 'Gone', deletedAt: new Date() });
    const names = async (filter: object) => (await search(admin, filter)).users.map((user) => user.name).sort();
    expect(await names({})).toEqual(['Adam Keel', 'Ida Brandt', 'Otto 100% Lind']);
    expect(await names({ search: 'iDA br' })).toEqual(['Ida Brandt']);
    expect(await names({ search: 'OTTO@example' })).toEqual(['Otto 100% Lind']);
    expect(await names({ search: '100%' })).toEqual(['Otto 100% Lind']);
    expect(await names({ search: '_' })).toEqual([]);
    expect(await names({ search: "'; DROP TABLE" })).toEqual([]);
    expect(await names({ role: 'editor' })).toEqual(['Ida Brandt']);
    expect(await names({ role: 'no such role' })).toHaveLength(3);
  });

  test('pages list every user once, equal times included', async () => {
    const admin = await actorWith('admin');
    const createdAt = new Date('2026-11-01T00:00:00.000Z');
    for (let n = 0; n < 119; n += 1) await createUser({ createdAt });
    const seen: string[] = [];
    for (let after = '', page = 0; page < 5; page += 1) {
      const { users, next } = await search(admin, { after });
      seen.push(...users.map((user) => user.id));
      if (!next) break;
      after = next;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test('is restricted to some roles', async () => {
    await expect(search(await actorWith('editor'), {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('settings', () => {
  const form = {
    ...settingsFields(defaultSettings),
    signUpOpen: undefined,
    showPlaceholders: 'on',
    postsPerPage: '12',
  };

  test('are stored, and what did not change is not', async () => {
    const admin = await actorWith('admin');
    const wanted = settingsForm.parse({
      ...form,
      siteName: '  Harbour News ',
      robots: 'User-agent: *\r\nDisallow: /x',
    });
    const changed = await changeSettings(admin, wanted);
    expect(changed.sort()).toEqual(['postsPerPage', 'robots', 'showPlaceholders', 'signUpOpen', 'siteName']);
    expect(await getSettings()).toMatchObject({
      siteName: 'Harbour News',
      signUpOpen: false,
      showPlaceholders: true,
      postsPerPage: 12,
      robots: 'User-agent: *\nDisallow: /x',
    });
    expect(await changeSettings(admin, wanted)).toEqual([]);
    expect(await db.auditEntry.count({ where: { action: 'settings.change' } })).toBe(1);
  });

  test('wrong values name their field', () => {
    const wrong = settingsForm.safeParse({
      ...form,
      siteName: ' ',
      language: 'no language',
      timeZone: 'Mars/North',
      postsPerPage: '0',
    });
    expect(wrong.error?.issues.map((issue) => issue.path[0]).sort()).toEqual([
      'language',
      'postsPerPage',
      'siteName',
      'timeZone',
    ]);
  });

  test('take a language that readers can be addressed in, and keep another that stands already', async () => {
    const admin = await actorWith('admin');
    const refused = changeSettings(admin, settingsForm.parse({ ...form, language: 'nb', siteName: 'Havnen' }));
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      fields: { language: expect.stringContaining('Choose a language') },
    });
    expect(await getSettings()).toMatchObject({ language: 'en', siteName: expect.not.stringContaining('Havnen') });

    expect(await changeSettings(admin, settingsForm.parse({ ...form, language: 'de-CH' }))).toContain('language');
    await storeSettings({ language: 'nb' });
    const kept = settingsForm.parse({ ...form, language: 'nb', siteName: 'Havnen' });
    expect(await changeSettings(admin, kept)).toContain('siteName');
    expect(await getSettings()).toMatchObject({ language: 'nb', siteName: 'Havnen' });
    await storeSettings({ language: 'en' });
  });

  test('are not for editors', async () => {
    const attempt = changeSettings(await actorWith('editor'), settingsForm.parse(form));
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  });
});
