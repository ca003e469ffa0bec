import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { decideReports, moderateComments } from '@/lib/comments/moderation';
import { reportComment } from '@/lib/comments/reports/reporting';
import { appeal } from '@/lib/comments/statements/appealing';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { db } from '@/lib/database/db';
import { TELL_MODERATORS } from '@/lib/events/subscribers';
import { saveChoices } from '@/lib/notifications/choices';
import { unsubscribe } from '@/lib/notifications/unsubscribing';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { createComment, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { emailsTo } from '../../factories/queued-emails';
import { linkIn } from '../../factories/received-emails';
import { actorWith } from '../../factories/users';

const dataDir = process.env.DATA_DIR ?? '';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.comment.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

const jobs = () => db.outbox.findMany({ where: { event: TELL_MODERATORS, doneAt: null } });

/** The time until then is over. */
async function comeDue() {
  await db.outbox.updateMany({ where: { event: TELL_MODERATORS, doneAt: null }, data: { availableAt: new Date(0) } });
}

async function hold(body: string) {
  return say(await actorWith('reader', 'Nora Vik'), (await createPost({ title: 'Ropes' })).id, { body });
}

test('what came to approve within minutes is told to moderators in one e-mail, and to no one else', async () => {
  const [moderator, author, reader] = [
    await actorWith('moderator'),
    await actorWith('author'),
    await actorWith('reader'),
  ];
  await hold('Hemp, not nylon.');
  await hold('Nylon, not hemp.');
  const [job, ...others] = await jobs();
  expect(others).toEqual([]);
  expect(job?.priority).toBe('bulk');
  expect(job?.availableAt.getTime()).toBeGreaterThan(Date.now());
  expect(job?.availableAt.getTime()).toBeLessThanOrEqual(Date.now() + 5 * 60 * 1000);
  expect(await emailsTo(moderator)).toEqual([]);

  await comeDue();
  const [email, ...more] = await emailsTo(moderator);
  expect(more).toEqual([]);
  expect(email?.subject).toBe('2 comments await approval at Harbour News');
  expect(email?.text).toContain('Nora Vik on “Ropes”: Hemp, not nylon.');
  expect(email?.text).toContain('/admin/comments');
  expect(await emailsTo(author)).toEqual([]);
  expect(await emailsTo(reader)).toEqual([]);
});

test('what readers report comes in the same e-mail, until somebody has decided', async () => {
  const moderator = await actorWith('moderator');
  const { id } = await createComment((await createPost()).id, { body: 'Buy rope.' });
  const report = { commentId: id, reason: 'spam', text: '' } as const;
  await reportComment(report, { actor: null, address: '192.0.2.1' });
  await comeDue();
  const [first] = await emailsTo(moderator);
  expect(first?.subject).toBe('1 comment is reported at Harbour News');
  expect(first?.text).toContain('/admin/comments/reports');

  await db.outbox.deleteMany();
  await db.notificationChoice.updateMany({ data: { lastModeration: '' } });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
  await reportComment(report, { actor: null, address: '192.0.2.2' });
  await hold('Hemp, not nylon.');
  await comeDue();
  const [second] = await emailsTo(moderator);
  expect(second?.subject).toBe('1 comment awaits approval, and 1 comment is reported at Harbour News');

  await db.outbox.deleteMany();
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
  await reportComment(report, { actor: null, address: '192.0.2.3' });
  await decideReports(moderator, [id], 'keep');
  await db.comment.deleteMany({ where: { status: 'pending' } });
  await comeDue();
  expect(await emailsTo(moderator)).toEqual([]);
});

test('nothing is sent once nothing waits any more, nor again for what waits on', async () => {
  const moderator = await actorWith('moderator');
  const { id } = await hold('Buy rope.');
  await moderateComments(moderator, [id], 'spam');
  await comeDue();
  expect(await emailsTo(moderator)).toEqual([]);
  expect(await jobs()).toEqual([]);

  await hold('Hemp, not nylon.');
  await comeDue();
  expect(await emailsTo(moderator)).toHaveLength(1);
  await comeDue();
  expect(await emailsTo(moderator)).toHaveLength(1);
});

test('a job that was killed goes on with those who have not got it', async () => {
  const [first, second] = [await actorWith('moderator'), await actorWith('editor')];
  await hold('Hemp, not nylon.');
  const [job] = await jobs();
  await comeDue();
  expect(await emailsTo(first)).toHaveLength(1);
  await db.notificationChoice.updateMany({ where: { userId: second.id }, data: { lastModeration: '' } });
  await db.outbox.create({ data: { ...job!, id: newId(), dedupeKey: newId(), availableAt: new Date(0) } });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
  expect(await emailsTo(second)).toHaveLength(1);
  expect(await emailsTo(first)).toEqual([]);
});

test('goes to nobody who ended it, is banned, or has no proved address', async () => {
  const [ended, linked, banned, unproved] = [
    await actorWith('moderator'),
    await actorWith('moderator'),
    await actorWith('moderator'),
    await actorWith('moderator'),
  ];
  await saveChoices(ended, { moderation: 'off' });
  await db.user.update({ where: { id: banned.id }, data: { bannedAt: new Date() } });
  await db.user.update({ where: { id: unproved.id }, data: { emailVerifiedAt: null } });
  await hold('Hemp, not nylon.');
  await comeDue();
  const [email] = await emailsTo(linked);
  for (const other of [ended, banned, unproved]) expect(await emailsTo(other)).toEqual([]);

  const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
  expect(await unsubscribe({ token, all: '' })).toBe('moderation');
  await db.outbox.deleteMany();
  await hold('Nylon, not hemp.');
  await comeDue();
  expect(await emailsTo(linked)).toHaveLength(1);
});

test('an appeal is told too, with the way to the appeals, until it is decided', async () => {
  const [moderator, author] = [await actorWith('moderator'), await actorWith('reader')];
  const { id } = await createComment((await createPost()).id, { authorId: author.id });
  const { statementId } = await removeWithReason(moderator, { id, reason: 'spam', explanation: '' });
  await appeal(author, { statementId, appeal: 'It was no spam.' });
  await comeDue();
  const [email] = await emailsTo(moderator);
  expect(email?.subject).toBe('1 appeal waits at Harbour News');
  expect(email?.text).toContain('/admin/comments/appeals');
  expect(email?.text).not.toContain('/admin/comments/reports');
});

test('what comes later is told once the hour is over since the e-mail before, and not again for what was told', async () => {
  const moderator = await actorWith('moderator');
  await hold('Hemp, not nylon.');
  await comeDue();
  expect(await emailsTo(moderator)).toHaveLength(1);

  await db.outbox.deleteMany();
  await hold('Nylon, not hemp.');
  await comeDue();
  expect(await emailsTo(moderator)).toHaveLength(1);
  const [again, ...others] = await jobs();
  expect(others).toEqual([]);
  const wait = again!.availableAt.getTime() - Date.now();
  expect(wait).toBeGreaterThan(59 * 60_000);
  expect(wait).toBeLessThanOrEqual(60 * 60_000);

  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  await db.notificationChoice.updateMany({ where: { userId: moderator.id }, data: { lastModeration: hourAgo } });
  await comeDue();
  expect((await emailsTo(moderator)).at(-1)?.subject).toBe('2 comments await approval at Harbour News');
  expect(await emailsTo(moderator)).toHaveLength(2);
  expect(await jobs()).toEqual([]);
});
