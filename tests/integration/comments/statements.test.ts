import { beforeEach, expect, test } from 'vitest';
import { roles, type Actor } from '@/lib/auth/actor';
import { moderateComments } from '@/lib/comments/moderation';
import { appeal, decideAppeal } from '@/lib/comments/statements/appealing';
import {
  countAppeals,
  findStatement,
  findStatementOn,
  listAppeals,
  listStatements,
} from '@/lib/comments/statements/queries';
import { reportComment } from '@/lib/comments/reports/reporting';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { countUnread, findUnreadDecisions } from '@/lib/notifications/queries';
import { markAsRead } from '@/lib/notifications/reading';
import { storeSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { createComment, knownReader } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';

const moderating: readonly string[] = ['owner', 'admin', 'editor', 'moderator'];
const MONTH_MS = 31 * 86_400_000;

beforeEach(() => db.commentStatement.deleteMany());

async function aComment(status: 'approved' | 'pending' = 'approved') {
  const [moderator, reader, post] = [await actorWith('moderator'), await actorWith('reader'), await createPost()];
  const { id } = await createComment(post.id, { authorId: reader.id, body: 'Buy ropes.', status });
  return { moderator, reader, post, id };
}

async function aRemoval() {
  const made = await aComment();
  const removal = { id: made.id, reason: 'spam', explanation: 'Ropes are advertised elsewhere.' } as const;
  return { ...made, ...(await removeWithReason(made.moderator, removal)) };
}

const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;
const emailOf = async ({ id }: Actor) => (await db.user.findUniqueOrThrow({ where: { id } })).email!;
const codeOf = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code: string }) => error.code);

test('a comment that is removed for a reason is gone, and its author is told why, and that a person decided', async () => {
  const { reader, id, post, statementId } = await aRemoval();
  expect(await statusOf(id)).toBe('deleted');
  expect(await countOf(post.id)).toBe(0);
  expect(await findStatement(reader, statementId)).toMatchObject({
    reason: 'spam',
    explanation: 'Ropes are advertised elsewhere.',
    excerpt: 'Buy ropes.',
    wasHeldBySoftware: false,
    isRemoved: true,
    refusal: '',
  });
  expect(await findStatementOn(reader, id)).toEqual({ id: statementId });
  expect(await findStatement(await actorWith('reader'), statementId)).toBeNull();

  const [email, ...more] = await queuedEmailsTo(await emailOf(reader));
  expect(more).toEqual([]);
  for (const words of [
    'Buy ropes.',
    'Reason: Spam or advertising. Ropes are',
    'A person made this decision',
    'you can appeal until',
  ]) {
    expect(email?.text).toContain(words);
  }
  expect(email?.text).toContain(paths.decision(statementId));
});

test('it counts as unread until the author says that they read it', async () => {
  const { reader } = await aRemoval();
  expect(await countUnread(reader)).toBe(1);
  const { count, newest } = await findUnreadDecisions(reader);
  expect(count).toBe(1);
  await markAsRead(reader, { newest });
  expect(await countUnread(reader)).toBe(0);
  expect(await listStatements(reader)).toMatchObject([{ readAt: expect.any(Date) as Date }]);
});

test('no e-mail goes to whoever does not want any, nor about what is shown again meanwhile', async () => {
  const { moderator, reader, id } = await aComment();
  await saveChoices(reader, { decisions: 'off' });
  await removeWithReason(moderator, { id, reason: 'spam', explanation: '' });
  expect(await queuedEmailsTo(await emailOf(reader))).toEqual([]);

  const other = await aRemoval();
  await moderateComments(other.moderator, [other.id], 'restore');
  expect(await queuedEmailsTo(await emailOf(other.reader))).toEqual([]);
});

test('what software held before is said to have been, and a comment that waited is refused in the same way', async () => {
  const { moderator, reader, id } = await aComment('pending');
  const verdict = { source: 'rules', outcome: 'hold', reasons: '["word “ropes”"]', createdAt: new Date() };
  await db.commentVerdict.create({ data: { commentId: id, ...verdict } });
  const { statementId } = await removeWithReason(moderator, { id, reason: 'spam', explanation: '' });
  expect(await findStatement(reader, statementId)).toMatchObject({ wasHeldBySoftware: true });
});

test('what reports hid by themselves is said to have been held by software', async () => {
  const { moderator, reader, post, id } = await aComment();
  await storeSettings({ commentReports: true, holdAtReportPoints: 1 });
  const report = { commentId: id, reason: 'spam', text: '' } as const;
  await reportComment(report, { actor: await knownReader(), address: '203.0.113.7' });
  expect(await statusOf(id)).toBe('pending');
  const { statementId } = await removeWithReason(moderator, { id, reason: 'spam', explanation: '' });
  expect(await findStatement(reader, statementId)).toMatchObject({ wasHeldBySoftware: true });

  const held = await createComment(post.id, { authorId: reader.id, status: 'pending' });
  const byHand = await removeWithReason(moderator, { id: held.id, reason: 'spam', explanation: '' });
  expect(await findStatement(reader, byHand.statementId)).toMatchObject({ wasHeldBySoftware: false });
});

test('an appeal that another moderator upholds shows the comment again, and its author is told', async () => {
  const { moderator, reader, post, id, statementId } = await aRemoval();
  await appeal(reader, { statementId, appeal: 'I only asked where to buy some.' });
  expect(await countAppeals(moderator)).toBe(1);
  const other = await actorWith('editor');
  expect(await listAppeals(moderator)).toMatchObject([{ id: statementId, isOwnDecision: true }]);
  expect(await listAppeals(other)).toMatchObject([{ isOwnDecision: false, appeal: 'I only asked where to buy some.' }]);
  const decision = { statementId, intent: 'upheld', answer: 'You are right.' } as const;
  await expect(decideAppeal(moderator, decision)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await statusOf(id)).toBe('deleted');

  await decideAppeal(other, decision);
  expect(await statusOf(id)).toBe('approved');
  expect(await countOf(post.id)).toBe(1);
  expect(await countAppeals(other)).toBe(0);
  await expect(decideAppeal(other, { ...decision, intent: 'rejected' })).rejects.toThrow('decided already');
  const told = (await queuedEmailsTo(await emailOf(reader))).at(-1);
  expect(told?.text).toContain('Your appeal was upheld, and your comment is shown again');
  expect(told?.text).toContain('You are right.');
});

test('one that is rejected stays removed; where there is no other moderator, the same one decides', async () => {
  const { moderator, reader, id, statementId } = await aRemoval();
  await appeal(reader, { statementId, appeal: 'No.' });
  await db.user.updateMany({
    where: { role: { in: [...moderating] }, id: { not: moderator.id } },
    data: { bannedAt: new Date() },
  });
  await decideAppeal(moderator, { statementId, intent: 'rejected', answer: '' });
  expect(await statusOf(id)).toBe('deleted');
  expect((await queuedEmailsTo(await emailOf(reader))).at(-1)?.text).toContain('Your appeal was rejected');
});

test('an appeal is refused the second time, also at once, after six months, and by anybody else', async () => {
  const { reader, statementId } = await aRemoval();
  const text = { statementId, appeal: 'It was no spam.' };
  await expect(appeal(await actorWith('reader'), text)).rejects.toMatchObject({ code: 'not_found' });
  await expect(appeal(reader, text, new Date(Date.now() + 7 * MONTH_MS))).rejects.toThrow('more than six months ago');
  const both = await Promise.all([codeOf(appeal(reader, text)), codeOf(appeal(reader, text))]);
  expect(both.toSorted()).toEqual(['conflict', 'done']);
  await expect(appeal(reader, text)).rejects.toThrow('You can appeal only once.');
});

test('who cannot be told is not told: imported, shadowed and removed comments are refused', async () => {
  const { moderator, id, post } = await aComment();
  const why = { reason: 'spam', explanation: '' } as const;
  const imported = await createComment(post.id, { authorName: 'Ida' });
  await expect(removeWithReason(moderator, { id: imported.id, ...why })).rejects.toThrow('has no account');
  await db.comment.update({ where: { id }, data: { status: 'shadowed' } });
  await expect(removeWithReason(moderator, { id, ...why })).rejects.toThrow('told nothing');
  await db.comment.update({ where: { id }, data: { status: 'deleted' } });
  await expect(removeWithReason(moderator, { id, ...why })).rejects.toThrow('removed already');
  await expect(removeWithReason(moderator, { id: 'none', ...why })).rejects.toMatchObject({ code: 'not_found' });
  expect(await db.commentStatement.count()).toBe(0);
});

test.each(roles)('who removes comments for a reason, and decides appeals: %s', async (role) => {
  const { reader, id } = await aComment();
  const expected = moderating.includes(role) ? 'done' : 'forbidden';
  const actor = await actorWith(role);
  expect(await codeOf(removeWithReason(actor, { id, reason: 'hate', explanation: '' }))).toBe(expected);
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'comment.state-reason' } })).toBe(
    expected === 'done' ? 1 : 0,
  );
  const { statementId } = await aRemoval();
  await db.commentStatement.update({
    where: { id: statementId },
    data: { appealStatus: 'open', appealedAt: new Date() },
  });
  const decision = { statementId, intent: 'rejected', answer: '' } as const;
  expect(await codeOf(decideAppeal(actor, decision))).toBe(expected);
  expect(await codeOf(listAppeals(actor))).toBe(expected);
  expect(await countAppeals(reader)).toBe(0);
});
