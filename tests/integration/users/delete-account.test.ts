import { describe, expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/passwords';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { deleteDueAccounts, keepAccount, scheduleDeletion } from '@/lib/users/delete-account';
import { exportOwnData } from '@/lib/users/own-data';
import { updateProfile } from '@/lib/users/profile';
import { signOutEverywhere } from '@/lib/users/sessions';
import { deleteAccount } from '../../factories/deleted-accounts';
import { createPost } from '../../factories/posts';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { madeStaleBy } from '../../factories/stale-tags';
import { createUser } from '../../factories/users';

const HOUR_MS = 60 * 60 * 1000;
const password = 'nets dry on the quay';
const passwordHash = await hashPassword(password);

async function signedIn(overrides: Parameters<typeof createUser>[0] = {}) {
  const user = await createUser({ passwordHash, ...overrides });
  const token = await createSession(user, 'Firefox/140.0 Linux');
  const actor = await findActorByToken(token);
  if (!actor) throw new Error('not signed in');
  return { user, token, actor };
}

async function commentBy(authorId: string) {
  const [post, id] = [await createPost({ title: 'The harbour at dawn' }), newId()];
  const comment = await db.comment.create({
    data: {
      id,
      postId: post.id,
      rootId: id,
      depth: 0,
      path: id,
      status: 'approved',
      authorId,
      body: 'I was there.',
      bodyHtml: '<p>I was there.</p>',
      ipHash: 'trace',
      createdAt: new Date(),
    },
  });
  return { post, comment };
}

describe('leaving', () => {
  test('removes the user and keeps their texts', async () => {
    const { user, token, actor } = await signedIn({
      name: 'Ida Brandt',
      bio: 'Sailor',
      website: 'https://ida.example',
    });
    const { comment } = await commentBy(user.id);
    await db.account.create({
      data: { id: newId(), userId: user.id, provider: 'oidc', providerAccountId: newId(), createdAt: new Date() },
    });
    await deleteAccount(actor, { ownPassword: password });

    const left = await db.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(left).toMatchObject({ name: 'Deleted person', email: null, passwordHash: null, bio: '', website: '' });
    expect(JSON.stringify(left)).not.toMatch(/ida|brandt/i);
    expect(left.avatarSeed).not.toBe(user.avatarSeed);
    expect(await findActorByToken(token)).toBeNull();
    expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db.account.count({ where: { userId: user.id } })).toBe(0);
    expect(await db.comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({
      body: 'I was there.',
      ipHash: '',
    });
  });

  test('takes a day, in which one may change one’s mind', async () => {
    const { user, actor } = await signedIn();
    const after = (hours: number) => deleteDueAccounts(new Date(Date.now() + hours * HOUR_MS));
    const deleted = async () => (await db.user.findUniqueOrThrow({ where: { id: user.id } })).deletedAt !== null;
    await scheduleDeletion(actor, { ownPassword: password });
    await scheduleDeletion(actor, { ownPassword: password });
    const sent = await queuedEmailsTo(user.email ?? '');
    expect(sent.map(({ subject }) => subject)).toEqual(['Your account at Masthead will be deleted']);
    expect(sent[0]?.text).toContain('What you wrote stays, without your name.');

    await after(23.9);
    expect(await deleted()).toBe(false);
    await keepAccount(actor);
    await keepAccount(actor);
    await after(24.1);
    expect(await deleted()).toBe(false);
    const entries = await db.auditEntry.findMany({ where: { subjectId: user.id }, orderBy: { createdAt: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual(['account.schedule-deletion', 'account.cancel-deletion']);

    await scheduleDeletion(actor, { ownPassword: password });
    await Promise.all([after(24.1), after(24.1)]);
    expect(await deleted()).toBe(true);
    expect(await db.auditEntry.count({ where: { subjectId: user.id, action: 'account.delete' } })).toBe(1);
  });

  test('needs the password, or a fresh sign-in where there is none', async () => {
    const { user, actor } = await signedIn();
    await expect(deleteAccount(actor, { ownPassword: 'wrong' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({ deletedAt: null });

    const without = await signedIn({ passwordHash: null });
    const longAgo = new Date(Date.now() - 60 * 60_000);
    await db.session.update({ where: { id: without.actor.sessionId }, data: { createdAt: longAgo } });
    await expect(deleteAccount(without.actor, { ownPassword: '' })).rejects.toMatchObject({ code: 'forbidden' });
    await db.session.update({ where: { id: without.actor.sessionId }, data: { createdAt: new Date() } });
    await deleteAccount(without.actor, { ownPassword: '' });
  });

  test('the last owner stays', async () => {
    await db.user.updateMany({ where: { role: 'owner' }, data: { role: 'reader' } });
    const { actor } = await signedIn({ role: 'owner' });
    await expect(deleteAccount(actor, { ownPassword: password })).rejects.toMatchObject({ code: 'conflict' });
    const other = await signedIn({ role: 'owner' });
    await scheduleDeletion(actor, { ownPassword: password });
    await expect(scheduleDeletion(other.actor, { ownPassword: password })).rejects.toMatchObject({ code: 'conflict' });
    await db.user.update({ where: { id: other.user.id }, data: { role: 'admin' } });
    await deleteDueAccounts(new Date(Date.now() + 25 * HOUR_MS));
    const left = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
    expect(left).toMatchObject({ role: 'owner', deletedAt: null, deletesAt: null });
    await db.user.update({ where: { id: other.user.id }, data: { role: 'owner' } });
    await deleteAccount(actor, { ownPassword: password });
    expect((await db.user.findUniqueOrThrow({ where: { id: actor.id } })).deletedAt).not.toBeNull();
  });

  test('an address that became free can be used again', async () => {
    const { user, actor } = await signedIn();
    await deleteAccount(actor, { ownPassword: password });
    expect(await createUser({ email: user.email })).toMatchObject({ email: user.email });
  });
});

describe('one’s own account', () => {
  test('can be exported, without secrets', async () => {
    const { user, actor } = await signedIn({ name: 'Ida Brandt' });
    const { post } = await commentBy(user.id);
    await commentBy((await createUser()).id);
    const data = await exportOwnData(actor);
    expect(data.profile).toMatchObject({ name: 'Ida Brandt', email: user.email });
    expect(data.comments).toMatchObject([
      { body: 'I was there.', post: 'The harbour at dawn', address: expect.stringContaining(post.slug) },
    ]);
    expect(data.sessions).toHaveLength(1);
    expect(JSON.stringify(data)).not.toMatch(/argon2|ipHash|trace/);
  });

  test('says nothing of posts that are not public, but keeps the words written there', async () => {
    const { user, actor } = await signedIn({});
    const { post } = await commentBy(user.id);
    await db.post.update({ where: { id: post.id }, data: { title: 'SECRET: layoffs', status: 'draft' } });
    expect((await exportOwnData(actor)).comments).toMatchObject([
      { body: 'I was there.', post: 'A post that is not public', address: '' },
    ]);
    expect((await exportOwnData({ ...actor, role: 'editor' })).comments).toMatchObject([{ post: 'SECRET: layoffs' }]);
  });

  test('a new name is drawn wherever they have written', async () => {
    const { user, actor } = await signedIn();
    const { post } = await commentBy(user.id);
    const { tags } = await madeStaleBy(() => updateProfile(actor, { name: 'Ida Lind' }));
    expect(tags).toEqual(expect.arrayContaining([`author:${user.id}`, `comments:${post.id}`]));
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
      name: 'Ida Lind',
      slug: user.slug,
    });
  });

  test('signing out everywhere ends every session', async () => {
    const { user, token, actor } = await signedIn();
    const other = await createSession(user, 'other');
    await signOutEverywhere(actor);
    expect(await findActorByToken(token)).toBeNull();
    expect(await findActorByToken(other)).toBeNull();
  });
});
