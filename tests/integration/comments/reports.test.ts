import { expect, test } from 'vitest';
import { roles, type Actor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords';
import { decideReports, moderateComments, undoModeration } from '@/lib/comments/moderation';
import { reportDecisions } from '@/lib/comments/policy';
import { getThreadPage } from '@/lib/comments/queries';
import { countReported, findReceipt, listReported } from '@/lib/comments/reports/queries';
import { commentReportForm } from '@/lib/comments/reports/report';
import { findReportable, reportComment } from '@/lib/comments/reports/reporting';
import { deleteOldCommentReports } from '@/lib/comments/reports/retention';
import { deleteOwnComment } from '@/lib/comments/editing';
import { db } from '@/lib/database/db';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { storeSettings } from '@/lib/settings/queries';
import { deleteAccount } from '../../factories/deleted-accounts';
import { exportOwnData } from '@/lib/users/own-data';
import { createComment, say } from '../../factories/comments';
import { eventsOf } from '../../factories/emitted-events';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

let visitors = 0;

/** A report by somebody whom nobody knows, unless an actor is given. */
function report(commentId: string, actor: Actor | null = null, more: object = {}) {
  visitors += 1;
  const form = commentReportForm.parse({ commentId, reason: 'spam', ...more });
  return reportComment(form, { actor, address: `192.0.2.${visitors}` });
}

async function aComment() {
  const post = await createPost();
  const { id } = await createComment(post.id, { body: 'Buy my boats.' });
  return { id, post };
}

const reportedIn = async (actor: Actor, id: string) =>
  (await listReported(actor)).reported.find(({ comment }) => comment.id === id);
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
const receiptOf = (token: string) => findReceipt(token);

test('anybody reports a comment, and a moderator reads why, of how many and what they wrote', async () => {
  const { id, post } = await aComment();
  await report(id);
  await report(id, await actorWith('reader'), { reason: 'other', text: ' Not\u202Etrue. ' });
  const moderator = await actorWith('moderator');

  expect(await reportedIn(moderator, id)).toMatchObject({
    comment: { id, post: { id: post.id } },
    reports: 2,
    points: 3,
    reasons: [
      { reason: 'spam', count: 1 },
      { reason: 'other', count: 1 },
    ],
    texts: [{ text: 'Nottrue.' }],
  });
  expect(await statusOf(id)).toBe('approved');
});

test('one report a person and comment counts, and leads to the same receipt', async () => {
  const { id } = await aComment();
  const reader = await actorWith('reader');
  const form = commentReportForm.parse({ commentId: id, reason: 'hate' });
  const send = (actor: Actor | null) => reportComment(form, { actor, address: '198.51.100.1' });

  const own = await Promise.all([send(reader), send(reader), send(reader)]);
  const anonymous = [await send(null), await send(null)];

  expect(new Set(own.map(({ token }) => token)).size).toBe(1);
  expect(own.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set([...own, ...anonymous].map(({ token }) => token)).size).toBe(2);
  expect(await reportedIn(await actorWith('editor'), id)).toMatchObject({ reports: 2, points: 3 });
});

test('a reason is needed, and words where none of them fits', () => {
  const typed = { commentId: 'c', reason: 'other', text: '' };
  const wrong = (more: object) => commentReportForm.safeParse({ ...typed, ...more }).error?.issues[0];
  expect(wrong({})).toMatchObject({ path: ['text'], message: 'Say in a few words what is wrong with it.' });
  expect(wrong({ reason: 'rude' })).toMatchObject({ path: ['reason'], message: 'Choose what is wrong with it.' });
  expect(wrong({ text: 'x'.repeat(1_001) })).toMatchObject({
    path: ['text'],
    message: 'Use at most 1,000 characters.',
  });
  expect(wrong({ text: 'x', [HONEYPOT_FIELD]: 'https://bot.example' })).toMatchObject({ path: [HONEYPOT_FIELD] });
});

test.each(['pending', 'hidden', 'spam'] as const)('a comment that is %s cannot be reported', async (status) => {
  const { id } = await createComment((await createPost()).id, { status });
  expect(await findReportable(id, null)).toBeNull();
  await expect(report(id)).rejects.toMatchObject({ code: 'not_found' });
});

test('nothing is reported where readers see no comments, where the site wants no reports, and of oneself', async () => {
  for (const more of [{ status: 'draft' }, { commentsMode: 'off' }]) {
    const { id } = await createComment((await createPost(more)).id);
    await expect(report(id)).rejects.toMatchObject({ code: 'not_found' });
  }
  const reader = await actorWith('reader');
  const { id } = await createComment((await createPost()).id, { authorId: reader.id });
  await expect(report(id, reader)).rejects.toMatchObject({ code: 'conflict', message: /your own comment/ });
  await storeSettings({ commentReports: false });
  await expect(report(id)).rejects.toMatchObject({ code: 'not_found' });
  await storeSettings({ commentReports: true });
  expect(await db.reportedComment.count({ where: { commentId: id } })).toBe(0);
});

test('enough points of people with an account take a comment off the page until somebody decides', async () => {
  const { id, post } = await aComment();
  for (let count = 0; count < 12; count += 1) await report(id);
  await report(id, await actorWith('reader'));
  await report(id, await actorWith('reader'));
  expect(await statusOf(id)).toBe('approved');

  const { tags, result } = await madeStaleBy(async () => report(id, await actorWith('reader')));

  expect(tags).toContain(`comments:${post.id}`);
  expect(await statusOf(id)).toBe('pending');
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).commentCount).toBe(0);
  expect(await receiptOf(result.token)).toMatchObject({ outcome: 'open', status: 'pending' });
  expect(await db.auditEntry.findFirst({ where: { subjectId: id, action: 'comment.hold' } })).toMatchObject({
    actorId: null,
  });
});

test('a member of staff is enough, and reports without an account if the site says so', async () => {
  const [byStaff, byAnybody] = [await aComment(), await aComment()];
  await report(byStaff.id, await actorWith('author'));
  expect(await statusOf(byStaff.id)).toBe('pending');
  await storeSettings({ anonymousReportsHold: true, holdAtReportPoints: 2 });
  await report(byAnybody.id);
  expect(await statusOf(byAnybody.id)).toBe('approved');
  await report(byAnybody.id);
  expect(await statusOf(byAnybody.id)).toBe('pending');
  await storeSettings({ anonymousReportsHold: false, holdAtReportPoints: 6 });
});

test('ten approved comments make a reader’s report count more', async () => {
  const { id } = await aComment();
  const trusted = await actorWith('reader');
  const post = await createPost();
  for (let count = 0; count < 10; count += 1) await createComment(post.id, { authorId: trusted.id });
  await report(id, trusted);
  expect(await reportedIn(await actorWith('owner'), id)).toMatchObject({ points: 3 });
});

test('keeping, holding and removing decide comment and reports together, and are undone together', async () => {
  const moderator = await actorWith('moderator');
  const { id } = await aComment();
  const { token } = await report(id, await actorWith('reader'));

  const kept = await decideReports(moderator, [id], 'keep');
  expect(await receiptOf(token)).toMatchObject({ outcome: 'kept', status: 'approved' });
  expect(await reportedIn(moderator, id)).toBeUndefined();
  await undoModeration(moderator, kept.batch);
  expect(await receiptOf(token)).toMatchObject({ outcome: 'open', decidedAt: null });

  await decideReports(moderator, [id], 'hold');
  expect(await receiptOf(token)).toMatchObject({ outcome: 'open', status: 'pending' });
  expect(await reportedIn(moderator, id)).toMatchObject({ reports: 1 });

  const removed = await decideReports(moderator, [id], 'remove');
  expect(await receiptOf(token)).toMatchObject({ outcome: 'removed', status: 'deleted' });
  const undone = await undoModeration(moderator, removed.batch);
  expect(await receiptOf(token)).toMatchObject({ outcome: 'open', status: 'pending' });
  await undoModeration(moderator, undone.batch);
  expect(await receiptOf(token)).toMatchObject({ outcome: 'removed', status: 'deleted' });
  expect(
    await db.auditEntry.count({ where: { subjectId: id, action: { in: ['comment.keep', 'comment.remove'] } } }),
  ).toBe(2);
});

test('a comment that a moderator kept is not held by reports again, until that is undone', async () => {
  const moderator = await actorWith('moderator');
  const { id } = await aComment();
  await report(id);
  const { batch } = await decideReports(moderator, [id], 'keep');
  await report(id, await actorWith('editor'));
  expect(await statusOf(id)).toBe('approved');
  expect(await reportedIn(moderator, id)).toMatchObject({ reports: 1, points: 6 });
  await undoModeration(moderator, batch);
  await report(id, await actorWith('editor'));
  expect(await statusOf(id)).toBe('pending');
});

test.each([
  ['hide', 'removed'],
  ['spam', 'removed'],
  ['delete', 'removed'],
] as const)('“%s” in the list of comments decides reports too', async (action, outcome) => {
  const moderator = await actorWith('moderator');
  const { id } = await aComment();
  const { token } = await report(id);
  const events = await eventsOf(() => moderateComments(moderator, [id], action));
  expect(await receiptOf(token)).toMatchObject({ outcome });
  expect(events.find(({ type }) => type === 'comment.reports-decided')).toMatchObject({
    decisions: [{ commentId: id, outcome }],
  });
});

test('approving what reports held keeps it', async () => {
  const { id } = await aComment();
  const { token } = await report(id, await actorWith('editor'));
  await moderateComments(await actorWith('moderator'), [id], 'approve');
  expect(await receiptOf(token)).toMatchObject({ outcome: 'kept', status: 'approved' });
});

test('many are decided at once, two moderators who decide together are one, and nothing is decided twice', async () => {
  const moderators = await Promise.all([actorWith('moderator'), actorWith('moderator')]);
  const [one, other, unreported] = [await aComment(), await aComment(), await aComment()];
  await report(one.id);
  await report(other.id);
  const ids = [one.id, other.id, unreported.id];
  const results = await Promise.allSettled(moderators.map((moderator) => decideReports(moderator, ids, 'remove')));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'fulfilled')).toMatchObject({ value: { changed: 2, skipped: 1 } });
  expect(await statusOf(unreported.id)).toBe('approved');
});

test.each(roles.filter((role) => !['owner', 'admin', 'editor', 'moderator'].includes(role)))(
  'a user with the role %s neither reads reports nor decides them',
  async (role) => {
    const { id } = await aComment();
    await report(id);
    const actor = await actorWith(role);
    await expect(listReported(actor)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await countReported(actor)).toBe(0);
    for (const decision of reportDecisions) {
      await expect(decideReports(actor, [id], decision)).rejects.toMatchObject({ code: 'forbidden' });
    }
  },
);

test('a receipt is for whoever has its address: a changed one is none', async () => {
  const { id } = await aComment();
  const { token } = await report(id);
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  const last = token.endsWith('0') ? '1' : '0';
  for (const wrong of [
    `${token.slice(0, -1)}${last}`,
    token.slice(1),
    `${token}0`,
    token.toUpperCase(),
    '',
    'x'.repeat(64),
  ]) {
    expect(await receiptOf(wrong)).toBeNull();
  }
});

test('what its author deleted needs no decision, and the receipt says who deleted it', async () => {
  const moderator = await actorWith('moderator');
  const author = await actorWith('editor');
  const { id } = await say(author, (await createPost()).id);
  const { token } = await report(id);
  await deleteOwnComment(author, id);
  expect(await reportedIn(moderator, id)).toBeUndefined();
  expect(await receiptOf(token)).toMatchObject({ isDeletedByAuthor: true });
});

test('lists go on where they ended, most points first', async () => {
  const moderator = await actorWith('moderator');
  await db.reportedComment.deleteMany();
  const post = await createPost();
  for (let count = 0; count < 32; count += 1) {
    const { id } = await createComment(post.id);
    await report(id);
    if (count === 20) await report(id);
  }
  const first = await listReported(moderator);
  const second = await listReported(moderator, first.next);
  expect(first.reported).toHaveLength(30);
  expect(first.reported[0]).toMatchObject({ points: 2 });
  expect(second).toMatchObject({ reported: [{ points: 1 }, { points: 1 }], next: '' });
  expect((await listReported(moderator, 'x_y')).reported).toHaveLength(30);
  expect(await countReported(moderator)).toBe(32);
  expect((await getThreadPage(post.id, 1))?.comments).toHaveLength(32);
});

test('a person’s data names what they reported; without the account it is anonymous', async () => {
  const { id } = await aComment();
  const reader = await actorWith('reader');
  const passwordHash = await hashPassword('seven gulls at noon');
  await db.user.update({ where: { id: reader.id }, data: { passwordHash } });
  await report(id, reader, { reason: 'other', text: 'He is my neighbour.' });
  expect(await exportOwnData(reader)).toMatchObject({ reports: [{ commentId: id, text: 'He is my neighbour.' }] });
  await deleteAccount(reader, { ownPassword: 'seven gulls at noon' });
  const row = await db.commentReport.findFirstOrThrow({ where: { commentId: id } });
  expect(row).toMatchObject({ reporter: row.id, reporterId: null, text: '', reason: 'other' });
});

test('the hash of an address goes after a month, a decided report after a year', async () => {
  const { id } = await aComment();
  await report(id);
  await deleteOldCommentReports();
  const find = () => db.commentReport.findFirst({ where: { commentId: id } });
  expect(await find()).toMatchObject({ reporter: expect.stringMatching(/^address:/) as string });
  const in40Days = new Date(Date.now() + 40 * 86_400_000);
  await deleteOldCommentReports(in40Days);
  const row = await find();
  expect(row?.reporter).toBe(row?.id);
  const in400Days = new Date(Date.now() + 400 * 86_400_000);
  await deleteOldCommentReports(in400Days);
  expect(await find()).not.toBeNull();
  await decideReports(await actorWith('owner'), [id], 'keep');
  await deleteOldCommentReports(in400Days);
  expect(await find()).toBeNull();
});
