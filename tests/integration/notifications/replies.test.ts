import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/passwords';
import { editComment } from '@/lib/comments/editing';
import { moderateComments } from '@/lib/comments/moderation';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { countUnread, listNotifications, PAGE_SIZE } from '@/lib/notifications/queries';
import { markAsRead } from '@/lib/notifications/reading';
import { unsubscribe } from '@/lib/notifications/unsubscribing';
import { unsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { processJobs } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { deleteAccount } from '../../factories/deleted-accounts';
import { cleanUp } from '@/lib/users/housekeeping';
import { exportOwnData } from '@/lib/users/own-data';
import { findCurrentUser } from '@/lib/users/queries';
import { createComment, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { emailsTo, handlers, runQueue, toldTo } from '../../factories/queued-emails';
import { linkIn } from '../../factories/received-emails';
import { actorWith } from '../../factories/users';

const dataDir = process.env.DATA_DIR ?? '';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

/** A comment by one reader and a reply to it by another. */
async function conversation() {
  const [asker, answerer] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
  const post = await createPost({ title: 'Nets and knots' });
  const question = await say(asker, post.id, { body: 'Which knot holds best?' });
  const reply = (overrides = {}) =>
    say(answerer, post.id, { parentId: question.id, body: 'The *bowline*, of course.', ...overrides });
  return { asker, answerer, post, question, reply };
}

describe('a reply to a comment', () => {
  test('is told to its author on the site and by one e-mail, and to nobody else', async () => {
    const { asker, answerer, question, reply } = await conversation();
    const { id } = await reply();
    await runQueue();

    expect(await toldTo(asker)).toMatchObject([
      { commentId: id, author: 'Ole Petersen', excerpt: 'The bowline, of course.', isRead: false },
    ]);
    expect(await countUnread(asker)).toBe(1);
    expect(await findCurrentUser(asker)).toMatchObject({ unread: 1 });
    expect(await toldTo(answerer)).toEqual([]);
    const [email, ...others] = await emailsTo(asker);
    expect(others).toEqual([]);
    expect(await emailsTo(answerer)).toEqual([]);
    expect(email?.subject).toBe('Re: Nets and knots');
    expect(email?.text).toContain('Ole Petersen replied to your comment on “Nets and knots” at Harbour News');
    expect(email?.text).toContain('The bowline, of course.');
    expect(email?.text).toContain('You had written: “Which knot holds best?”');
    expect(email?.messageId).toContain(id);
    expect(email?.inReplyTo).toContain(question.id);
  });

  test('has the headers by which mail programs nest and end it', async () => {
    const { asker, question, post, reply, answerer } = await conversation();
    const first = await reply();
    const second = await say(asker, post.id, { parentId: first.id });
    const third = await say(answerer, post.id, { parentId: second.id });
    await runQueue();
    const emails = await emailsTo(asker);
    expect(emails).toHaveLength(2);
    const last = emails.find(({ messageId }) => messageId?.includes(third.id));
    const references = [last?.references ?? []].flat();
    expect(references).toHaveLength(3);
    expect(references.map((one) => one.replace(/^<(.*)\..*@.*$/, '$1'))).toEqual([
      `post-${post.id}`,
      `comment-${question.id}`,
      `comment-${second.id}`,
    ]);
    expect(last?.inReplyTo).toBe(references[2]);
    const headerOf = (name: string) => last?.headerLines.find(({ key }) => key === name)?.line.replace(/\s+/g, ' ');
    expect(headerOf('list-id')).toMatch(/^List-Id: <comments\.[\w.]+>$/i);
    expect(headerOf('list-unsubscribe')).toMatch(
      /^List-Unsubscribe: <https?:\/\/[^>]+\/api\/unsubscribe\?token=[^>]+>$/i,
    );
    expect(headerOf('list-unsubscribe-post')).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/i);
  });

  test('is told once, however often it is approved, edited, or its jobs are done', async () => {
    const { asker, answerer, reply } = await conversation();
    const moderator = await actorWith('moderator');
    const { id } = await reply();
    const jobs = await db.outbox.findMany({ where: { doneAt: null } });
    await runQueue();
    await editComment(answerer, { id, body: 'The bowline.' });
    await moderateComments(moderator, [id], 'hide');
    await moderateComments(moderator, [id], 'approve');
    await db.outbox.createMany({ data: jobs.map((job) => ({ ...job, id: newId(), dedupeKey: newId() })) });
    await runQueue();
    expect(await toldTo(asker)).toHaveLength(1);
    expect(await emailsTo(asker)).toHaveLength(1);
  });

  test('is e-mailed by the next process when the first was killed', async () => {
    const { asker, reply } = await conversation();
    const { id } = await reply();
    const first = Object.keys(handlers).filter((name) => name !== 'notification-emails');
    await processJobs(Object.fromEntries(first.map((name) => [name, handlers[name]!])), 'killed');
    // It had claimed the e-mail, and leased the job.
    await db.notification.updateMany({ where: { commentId: id }, data: { emailDueAt: new Date(Date.now() + 60_000) } });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date(Date.now() + 180_000) } });
    expect(await emailsTo(asker)).toEqual([]);

    await db.notification.updateMany({ where: { commentId: id }, data: { emailDueAt: new Date() } });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    expect(await emailsTo(asker)).toHaveLength(1);
    expect(await db.notification.findFirst({ where: { commentId: id } })).toMatchObject({
      emailDueAt: null,
      emailedAt: expect.any(Date),
    });
  });

  test('is e-mailed when a claim of a process that was killed outlives its job', async () => {
    const { asker, reply } = await conversation();
    const { id } = await reply();
    const first = Object.keys(handlers).filter((name) => name !== 'notification-emails');
    await processJobs(Object.fromEntries(first.map((name) => [name, handlers[name]!])), 'killed');
    const claimedUntil = new Date(Date.now() + 20_000);
    await db.notification.updateMany({ where: { commentId: id }, data: { emailDueAt: claimedUntil } });
    expect(await emailsTo(asker)).toEqual([]);
    expect(await db.outbox.findMany({ where: { doneAt: null } })).toMatchObject([
      { event: 'notification-emails', availableAt: claimedUntil },
    ]);
    await db.notification.updateMany({ where: { commentId: id }, data: { emailDueAt: new Date() } });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    expect(await emailsTo(asker)).toHaveLength(1);
  });

  test('is not told to oneself, nor to an author without an account', async () => {
    const { asker, answerer, question, post } = await conversation();
    await say(asker, post.id, { parentId: question.id });
    const imported = await createComment(post.id);
    await say(answerer, post.id, { parentId: imported.id });
    await runQueue();
    expect(await db.notification.count({ where: { comment: { postId: post.id } } })).toBe(0);
    expect(await emailsTo(asker)).toEqual([]);
  });

  test('that awaits approval is told when it is approved, and never if it is not', async () => {
    const { asker, question, post } = await conversation();
    const moderator = await actorWith('moderator');
    const newcomer = await actorWith('reader', 'Nora Vik');
    const pending = await say(newcomer, post.id, { parentId: question.id, body: 'The reef knot.' });
    const spam = await say(newcomer, post.id, { parentId: question.id, body: 'Buy rope.' });
    await moderateComments(moderator, [spam.id], 'spam');
    await runQueue();
    expect(pending.status).toBe('pending');
    expect(await toldTo(asker)).toEqual([]);
    expect(await emailsTo(asker)).toEqual([]);

    await moderateComments(moderator, [pending.id], 'approve');
    await runQueue();
    expect(await toldTo(asker)).toMatchObject([{ commentId: pending.id }]);
    expect(await emailsTo(asker)).toHaveLength(1);
  });

  test('that is hidden before its e-mail goes is not e-mailed, listed or counted until it is shown again', async () => {
    const { asker, reply } = await conversation();
    const moderator = await actorWith('moderator');
    const { id } = await reply();
    await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
    expect(await countUnread(asker)).toBe(1);
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    await moderateComments(moderator, [id], 'hide');
    await runQueue();
    expect(await emailsTo(asker)).toEqual([]);
    expect(await toldTo(asker)).toEqual([]);
    expect(await countUnread(asker)).toBe(0);

    await moderateComments(moderator, [id], 'approve');
    await runQueue();
    expect(await emailsTo(asker)).toHaveLength(1);
  });
});

describe('an e-mail about a reply', () => {
  const accounts = {
    'whose address is not proved': { emailVerifiedAt: null },
    'who is banned': { bannedAt: new Date() },
  };
  test.each(Object.entries(accounts))('does not go to somebody %s', async (_, data) => {
    const { asker, reply } = await conversation();
    await db.user.update({ where: { id: asker.id }, data });
    await reply();
    await runQueue();
    expect(await emailsTo(asker)).toEqual([]);
    expect(await toldTo(asker)).toHaveLength(1);
  });

  test('does not go to somebody who was banned while it waited', async () => {
    const { asker, reply } = await conversation();
    await reply();
    await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
    await db.user.update({ where: { id: asker.id }, data: { bannedAt: new Date() } });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    await runQueue();
    expect(await emailsTo(asker)).toEqual([]);
    expect(await db.notification.findFirst({ where: { userId: asker.id } })).toMatchObject({
      emailDueAt: null,
      emailedAt: null,
    });
  });

  test('does not go to those who chose so, with their account or with the link of an e-mail', async () => {
    const { asker, reply } = await conversation();
    await saveChoices(asker, { replies: 'off' });
    await reply();
    await runQueue();
    expect(await emailsTo(asker)).toEqual([]);
    expect(await countUnread(asker)).toBe(1);

    await saveChoices(asker, { replies: 'at-once' });
    await reply({ body: 'Or the clove hitch.' });
    await runQueue();
    const [email] = await emailsTo(asker);
    const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
    expect(await unsubscribe({ token, all: '' })).toBe('replies');
    expect(await unsubscribe({ token, all: '' })).toBe('replies');
    await reply({ body: 'Or none at all.' });
    await runQueue();
    expect(await emailsTo(asker)).toHaveLength(1);
    expect(await countUnread(asker)).toBe(3);
  });

  test('is not ended by a forged link', async () => {
    const { asker, answerer } = await conversation();
    const good = unsubscribeToken({ userId: answerer.id, subscription: 'replies' });
    const [, signature = ''] = good.split('.');
    const forged = `${Buffer.from(`${asker.id} replies`).toString('base64url')}.${signature}`;
    for (const token of ['', 'x', forged, good.slice(0, -1)]) {
      await expect(unsubscribe({ token, all: '' })).rejects.toThrow('This link is not complete');
    }
    expect(await db.notificationChoice.count({ where: { userId: { in: [asker.id, answerer.id] } } })).toBe(0);
  });
});

describe('notifications', () => {
  test('are deleted after half a year', async () => {
    const { asker, reply } = await conversation();
    await reply();
    await runQueue();
    await cleanUp();
    expect(await countUnread(asker)).toBe(1);
    await db.notification.updateMany({ data: { createdAt: new Date(Date.now() - 181 * 24 * 60 * 60 * 1000) } });
    await cleanUp();
    expect(await countUnread(asker)).toBe(0);
  });

  test('are listed newest first, by pages, and marked as read up to what was seen', async () => {
    const { asker, post, question, reply, answerer } = await conversation();
    const count = PAGE_SIZE + 2;
    for (let at = 0; at < count; at += 1) {
      const { id } = await createComment(post.id, { parentId: question.id, authorId: answerer.id, body: `Knot ${at}` });
      const row = { id: newId(), userId: asker.id, commentId: id, kind: 'reply', delivery: 'none' };
      await db.notification.create({ data: { ...row, createdAt: new Date() } });
    }
    const first = await listNotifications(asker);
    const second = await listNotifications(asker, first.next ?? '');
    expect(first.notifications.map(({ excerpt }) => excerpt).slice(0, 2)).toEqual([
      `Knot ${count - 1}`,
      `Knot ${count - 2}`,
    ]);
    expect(second).toMatchObject({ notifications: [{ excerpt: 'Knot 1' }, { excerpt: 'Knot 0' }], next: null });

    await reply();
    await runQueue();
    await markAsRead(answerer, { newest: first.notifications[0]?.id ?? '' });
    expect(await countUnread(asker)).toBe(count + 1);
    await markAsRead(asker, { newest: first.notifications[0]?.id ?? '' });
    expect(await countUnread(asker)).toBe(1);
  });

  test('are in the file of own data, and go with the account', async () => {
    const { asker, reply } = await conversation();
    const { id } = await reply();
    await saveChoices(asker, { replies: 'off' });
    await db.emailRefusal.create({ data: { userId: asker.id, email: 'ida@example.test', reply: '550 no such user' } });
    await runQueue();
    expect((await exportOwnData(asker)).notifications).toMatchObject({
      choices: { replies: 'off' },
      told: [{ commentId: id, kind: 'reply' }],
    });
    const password = 'seven gulls at noon';
    await db.user.update({ where: { id: asker.id }, data: { passwordHash: await hashPassword(password) } });
    await deleteAccount(asker, { ownPassword: password });
    expect(await db.notification.count({ where: { userId: asker.id } })).toBe(0);
    expect(await db.notificationChoice.count({ where: { userId: asker.id } })).toBe(0);
    expect(await db.emailRefusal.count({ where: { userId: asker.id } })).toBe(0);
    await reply({ body: 'Are you still there?' });
    await runQueue();
    expect(await db.notification.count({ where: { userId: asker.id } })).toBe(0);
  });
});
