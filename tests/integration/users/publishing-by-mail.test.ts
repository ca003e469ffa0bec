import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { newDevice } from '@/lib/auth/device-record';
import { deleteOldMailed, findMailed, findPublished } from '@/lib/comments/mailed';
import { db } from '@/lib/database/db';
import { findPublishing, proveByComment, publishMailed, requestPublishing } from '@/lib/users/publishing-by-mail';
import { storeSettings } from '@/lib/settings/queries';
import { draftFor } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { newestTokenTo, queuedEmailsTo } from '../../factories/queued-emails';
import { createUser } from '../../factories/users';

const dataDir = process.env.DATA_DIR ?? '';
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

let count = 0;
const freshEmail = () => `writer-${(count += 1)}@example.test`;
const visitor = { actor: null, device: newDevice() };

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await storeSettings({ signUpOpen: true, siteName: 'Harbour News', commentModeration: 'first' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

async function written(overrides: { email?: string; name?: string; body?: string } = {}) {
  const { email = freshEmail(), name = 'Ida Brandt', body = `From the pier, ${count}.` } = overrides;
  const post = await createPost({ title: 'Nets and knots' });
  const draft = draftFor(post.id, { body });
  const { id } = await requestPublishing(draft, { name, email });
  return { id, post, email, draft, token: await newestTokenTo(email) };
}

async function actorOf(id: string): Promise<Actor> {
  const { name, role, emailVerifiedAt } = await db.user.findUniqueOrThrow({ where: { id } });
  return { id, name, role: role as Actor['role'], sessionId: '', emailVerified: emailVerifiedAt !== null };
}

/** Opens the link and presses its button. */
async function press(token: string, name = '') {
  const { id, user } = await proveByComment({ token, name }, visitor);
  const actor = await actorOf(user?.id ?? '');
  return { actor, comment: await publishMailed(actor, id) };
}

describe('writing first', () => {
  test('publishes nothing and makes no account before the button is pressed', async () => {
    const { post, email, token } = await written();
    const [mail, ...others] = await queuedEmailsTo(email);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Publish your comment at Harbour News');
    expect(mail?.text).not.toContain('From the pier');
    expect(mail?.text).not.toContain('Ida');

    expect(await findPublishing(token, null)).toMatchObject({
      isOwn: false,
      name: '',
      isExpired: false,
      isUsed: false,
    });
    expect(await db.comment.count({ where: { postId: post.id } })).toBe(0);
    expect(await db.user.count({ where: { email } })).toBe(0);

    const { actor, comment } = await press(token);
    expect(actor).toMatchObject({ name: 'Ida Brandt', role: 'reader', emailVerified: true });
    expect(comment).toMatchObject({ status: 'pending', address: `/${post.slug}/comments/${comment.id}` });
    expect(await db.user.count({ where: { email } })).toBe(1);
  });

  test('promises no publication where a moderator looks at first comments', async () => {
    const mailTo = async () => (await queuedEmailsTo((await written()).email)).at(-1)?.text;
    const held = await mailTo();
    expect(held).toContain('Readers may see it only once a moderator has approved it.');
    expect(held).not.toContain('publishes it');
    await storeSettings({ commentModeration: 'links' });
    expect(await mailTo()).toContain('One button there publishes it and signs you in.');
  });

  test('stores neither the text nor the address in clear', async () => {
    const { id, email } = await written({ body: 'A secret about herring.' });
    const rows = JSON.stringify([await db.mailedComment.findUnique({ where: { id } }), await db.outbox.findMany()]);
    expect(rows).not.toContain('herring');
    expect(rows).not.toContain(email);
  });

  test('the same form sent twice, even at once, sends one e-mail', async () => {
    const [post, email] = [await createPost(), freshEmail()];
    const draft = draftFor(post.id);
    const send = () => requestPublishing(draft, { name: 'Ida Brandt', email });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await send()).toEqual(first);
    expect(await queuedEmailsTo(email)).toHaveLength(1);
  });

  test.each([
    [{ name: '', email: 'ida@example.test' }, 'Enter your name.'],
    [{ name: 'Ida', email: '' }, 'Enter your e-mail address, or leave the name empty, too, and sign in next.'],
    [{ name: 'Harbour News', email: 'ida@example.test' }, /official name of the site/],
  ])('refuses %o', async (writer, sentence) => {
    const post = await createPost();
    await expect(requestPublishing(draftFor(post.id), writer)).rejects.toThrow(sentence);
    expect(await db.mailedComment.count({ where: { postId: post.id } })).toBe(0);
  });

  test('sends no e-mail for a post that takes no comments, and five an hour to one address', async () => {
    const [closed, open, email] = [await createPost({ commentsMode: 'closed' }), await createPost(), freshEmail()];
    const send = (postId: string) => requestPublishing(draftFor(postId), { name: 'Ida Brandt', email });
    await expect(send(closed.id)).rejects.toThrow('Comments on this post are closed.');
    for (let sent = 0; sent < 5; sent += 1) await send(open.id);
    await expect(send(open.id)).rejects.toThrow(`Several e-mails went to ${email} in the last hour.`);
    expect(await queuedEmailsTo(email)).toHaveLength(5);
  });

  test('an address with an account gets the same answer and e-mail', async () => {
    const known = await createUser();
    const [first, second] = [await written({ email: known.email ?? '' }), await written()];
    const [one] = await queuedEmailsTo(first.email);
    const [other] = await queuedEmailsTo(second.email);
    const neutral = (text = '') => text.replace(/token=\S+/, '');
    expect(neutral(one?.text)).toBe(neutral(other?.text));
  });
});

describe('the link', () => {
  test('signs in to the account that the address has, under its own name', async () => {
    const known = await createUser({ name: 'Marta Nilsen' });
    const { token } = await written({ email: known.email ?? '', name: 'Someone Else' });
    expect(await findPublishing(token, null)).toMatchObject({ name: 'Marta Nilsen' });
    const { actor } = await press(token, 'Another Name');
    expect(actor).toMatchObject({ id: known.id, name: 'Marta Nilsen' });
  });

  test('takes an account that a stranger made for the address away from them', async () => {
    const known = await createUser({ emailVerifiedAt: null, passwordHash: 'a stranger’s' });
    await press((await written({ email: known.email ?? '' })).token);
    const user = await db.user.findUniqueOrThrow({ where: { id: known.id } });
    expect(user).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) });
  });

  test('signs in once, and then says where the comment is', async () => {
    const { token, id } = await written();
    const { comment } = await press(token);
    await expect(press(token)).rejects.toThrow('This link has been used');
    const found = await findPublishing(token, null);
    expect(found?.mailed).toMatchObject({ commentId: comment.id, text: null });
    expect(await findPublished(comment.id)).toEqual({ address: comment.address, isWaiting: true });
    await db.comment.update({ where: { id: comment.id }, data: { status: 'approved' } });
    expect(await findPublished(comment.id)).toMatchObject({ isWaiting: false });
    expect(await db.mailedComment.findUnique({ where: { id } })).toMatchObject({ sealed: '' });
  });

  test('pressed twice at once makes one account and one comment', async () => {
    const { token, post, email } = await written();
    const results = await Promise.allSettled([press(token), press(token)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.comment.count({ where: { postId: post.id } })).toBe(1);
    expect(await db.user.count({ where: { email } })).toBe(1);
  });

  test.each(['moderator', 'owner'] as const)(
    'is not enough to sign a %s in, who publishes when signed in',
    async (role) => {
      const known = await createUser({ role });
      const { token } = await written({ email: known.email ?? '' });
      await expect(press(token)).rejects.toThrow('This address belongs to a member of staff. Sign in first');
      const actor = await actorOf(known.id);
      const { id, user } = await proveByComment({ token, name: '' }, { ...visitor, actor });
      expect(user).toBeNull();
      expect(await publishMailed(actor, id)).toMatchObject({ status: 'approved' });
    },
  );

  test('does not sign in a suspended account', async () => {
    const known = await createUser({ bannedAt: new Date() });
    const { token, post } = await written({ email: known.email ?? '' });
    await expect(press(token)).rejects.toThrow('This account is suspended.');
    expect(await db.comment.count({ where: { postId: post.id } })).toBe(0);
  });

  test('keeps the text when the conversation was locked meanwhile, for whoever it signed in', async () => {
    const { token, post, email } = await written({ body: 'My last word on herring.' });
    await db.post.update({ where: { id: post.id }, data: { commentsLockedReason: 'Enough.' } });
    await expect(press(token)).rejects.toThrow('This conversation is locked: Enough.');
    const { id } = await db.user.findUniqueOrThrow({ where: { email } });
    const found = await findPublishing(token, await actorOf(id));
    expect(found).toMatchObject({ isOwn: true, isUsed: false, mailed: { text: { body: 'My last word on herring.' } } });

    await db.post.update({ where: { id: post.id }, data: { commentsLockedReason: '' } });
    await expect(press(token)).rejects.toThrow('This link has been used');
    const actor = await actorOf(id);
    const again = await proveByComment({ token, name: '' }, { ...visitor, actor });
    expect(await publishMailed(actor, again.id)).toMatchObject({ status: 'pending' });
  });

  test('publishes for nobody but the person whose address it proved', async () => {
    const { token, id } = await written();
    await proveByComment({ token, name: '' }, visitor);
    await expect(publishMailed(await actorOf((await createUser()).id), id)).rejects.toThrow('This link has been used');
  });

  test('ends after a week, shows the text for another, and is nothing then', async () => {
    const { token, id } = await written({ body: 'Still here.' });
    expect(await findPublishing(token, null, later(8))).toMatchObject({ isExpired: true });
    await db.mailedComment.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    await expect(press(token)).rejects.toThrow('This link has been used or has expired.');
    expect((await findMailed({ secret: token }))?.text?.body).toBe('Still here.');
    await deleteOldMailed();
    expect(await findMailed({ secret: token })).not.toBeNull();
    await deleteOldMailed(later(8));
    expect(await findMailed({ secret: token })).toBeNull();
  });

  test('makes no account when sign-up was closed meanwhile, and none under a name of staff', async () => {
    const { token } = await written();
    await createUser({ role: 'editor', name: 'Ida Brandt' });
    await expect(press(token)).rejects.toThrow('A member of staff has this name or a similar one.');
    await storeSettings({ signUpOpen: false });
    await expect(press(token, 'Ida of the Pier')).rejects.toThrow('This site is not accepting new accounts');
    await storeSettings({ signUpOpen: true });
    expect((await press(token, 'Ida of the Pier')).actor.name).toBe('Ida of the Pier');
    await db.user.deleteMany({ where: { role: 'editor', name: 'Ida Brandt' } });
  });

  test.each(['', 'nothing', '../../etc/passwd', 'x'.repeat(50)])('%j is no link', async (token) => {
    expect(await findPublishing(token, null)).toBeNull();
    await expect(press(token)).rejects.toThrow('This link has been used or has expired.');
  });
});
