import { expect, test } from 'vitest';
import { roles, type Actor } from '@/lib/auth/actor';
import { findCommenter } from '@/lib/comments/commenter-queries';
import { deleteOwnComment, editComment, restoreOwnComment } from '@/lib/comments/editing';
import { findLikesFor } from '@/lib/comments/like-queries';
import { rankOf } from '@/lib/comments/likes';
import { likeComment, removeLikesOf } from '@/lib/comments/liking';
import { decideReports, moderateComments } from '@/lib/comments/moderation';
import { listCommentsOf } from '@/lib/comments/profiles';
import { findShownComment, getThreadPage } from '@/lib/comments/queries';
import { countQueue, listQueue } from '@/lib/comments/queue';
import { findReceipt, listReported } from '@/lib/comments/reports/queries';
import { findReportable, reportComment } from '@/lib/comments/reports/reporting';
import { liftRestriction, restrictCommenter, restrictionForm } from '@/lib/comments/restricting';
import { findCommentFor, findViewerOfThread } from '@/lib/comments/viewer-state';
import { db, transaction } from '@/lib/database/db';
import { listFeedComments, listNewestComments } from '@/lib/feeds/queries';
import { followReplies } from '@/lib/notifications/following';
import { exportOwnData } from '@/lib/users/own-data';
import { createComment, knownReader, say } from '../../factories/comments';
import { eventsOf } from '../../factories/emitted-events';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const moderating: readonly string[] = ['owner', 'admin', 'editor', 'moderator'];

async function restricted(restriction: 'hold' | 'shadow', change: Record<string, string> = {}) {
  const [moderator, reader, post] = [
    await actorWith('moderator'),
    await knownReader('Ole Petersen'),
    await createPost(),
  ];
  await restrictCommenter(moderator, restrictionForm.parse({ userId: reader.id, restriction, ...change }));
  return { moderator, reader, post };
}

const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;

test('a shadowed comment is seen by its author, as any other, and by moderators; nobody else, feed or count has it', async () => {
  const { moderator, reader, post } = await restricted('shadow');
  const before = (await countQueue(moderator)).shadowed;
  let id = '';
  const events = await eventsOf(async () => {
    ({ id } = await say(reader, post.id, { body: 'The *ferry* is late.' }));
  });
  expect(events).toEqual([]);
  expect(await countOf(post.id)).toBe(0);
  expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);
  expect(await listFeedComments(post.id)).toEqual([]);
  expect((await listNewestComments()).map((one) => one.id)).not.toContain(id);
  expect((await listCommentsOf(reader.id)).comments).toEqual([]);

  const at = { id, slug: post.slug };
  expect(await findCommentFor(null, at)).toBeNull();
  expect(await findCommentFor(await actorWith('reader'), at)).toBeNull();
  expect(await findCommentFor(reader, at)).toMatchObject({
    status: 'approved',
    can: { reply: true, edit: true, deleteOwn: true, moderate: false },
  });
  expect(await findCommentFor(moderator, at)).toMatchObject({ status: 'shadowed', can: { reply: false } });
  const shown = { slug: post.slug, comment: { id, bodyHtml: '<p>The <em>ferry</em> is late.</p>' } };
  expect((await findViewerOfThread(reader, post.id)).own).toMatchObject([{ id, pending: null, canEdit: true, shown }]);
  expect((await exportOwnData(reader)).comments).toContainEqual(expect.objectContaining({ id, status: 'approved' }));

  expect((await countQueue(moderator)).shadowed).toBe(before + 1);
  const filter = { state: 'shadowed', post: post.id, user: '', search: '', after: '' } as const;
  expect((await listQueue(moderator, filter)).comments).toMatchObject([{ id }]);
});

test('what its author does with it stays in the shadow: reply, edit, delete and restore', async () => {
  const { reader, post } = await restricted('shadow');
  const { id } = await say(reader, post.id);
  const reply = await say(reader, post.id, { parentId: id });
  await expect(say(await knownReader(), post.id, { parentId: id })).rejects.toMatchObject({ code: 'not_found' });
  await editComment(reader, { id, body: 'Better words.' });
  await deleteOwnComment(reader, id);
  await restoreOwnComment(reader, id);
  expect([await statusOf(id), await statusOf(reply.id)]).toEqual(['shadowed', 'shadowed']);
  expect(await countOf(post.id)).toBe(0);
});

test('whoever edits an approved comment in the shadow takes it there', async () => {
  const { reader, post } = await restricted('shadow');
  const { id } = await createComment(post.id, { authorId: reader.id });
  await editComment(reader, { id, body: 'Buy ropes.' });
  expect(await statusOf(id)).toBe('shadowed');
  expect(await countOf(post.id)).toBe(0);
});

test('a comment with replies that is edited into the shadow is like any other to its author, and removed to others', async () => {
  const { moderator, reader, post } = await restricted('shadow');
  const { id, path } = await createComment(post.id, { authorId: reader.id });
  const below = await createComment(post.id, { parentId: id });
  const { id: own } = await createComment(post.id, { parentId: id, authorId: reader.id, status: 'shadowed' });
  await editComment(reader, { id, body: 'Buy ropes.' });

  expect((await getThreadPage(post.id, 1))?.comments).toMatchObject([
    { id, state: 'removed-by-moderator', bodyHtml: '', author: { id: null, name: '' } },
    { id: below.id, state: 'shown' },
  ]);
  const around = async (actor: Actor | null, commentId: string) => {
    const found = await findCommentFor(actor, { id: commentId, slug: post.slug });
    return { above: found?.ancestors[0]?.state, below: found?.answers.map((one) => one.id) };
  };
  expect(await around(reader, below.id)).toEqual({ above: 'shown', below: [] });
  expect(await around(reader, id)).toMatchObject({ below: [below.id, own] });
  for (const other of [null, await actorWith('reader'), moderator]) {
    expect((await around(other, below.id)).above).toBe('removed-by-moderator');
  }
  expect(await around(moderator, id)).toMatchObject({ below: [below.id] });
  expect(await findShownComment(id, reader.id)).toMatchObject({ state: 'shown', path, bodyHtml: '<p>Buy ropes.</p>' });
});

test('whatever its author does with a comment in the shadow is answered as with any other', async () => {
  const { reader, post } = await restricted('shadow');
  const shadowed = await say(reader, post.id);
  const { id: approved } = await createComment(post.id, { authorId: reader.id });
  const sentenceOf = (work: Promise<unknown>) => work.then(() => '').catch((error: Error) => error.message);
  const tried = async (id: string) => [
    await sentenceOf(likeComment(reader, { id, isLiked: true })),
    await sentenceOf(reportComment({ commentId: id, reason: 'spam', text: '' }, { actor: reader, address: '' })),
    await sentenceOf(followReplies(reader, { commentId: id, follow: 'yes' })),
    (await findReportable(id, reader)) !== null,
    (await findLikesFor(reader, post.id, [id])).own.length,
  ];
  expect(await tried(shadowed.id)).toEqual(await tried(approved));
  const other = await actorWith('reader');
  expect(await findReportable(shadowed.id, other)).toBeNull();
  expect((await findLikesFor(other, post.id, [shadowed.id])).counts).toEqual({});
  await expect(followReplies(other, { commentId: shadowed.id, follow: 'yes' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('what awaited approval before its author was shadowed awaits it after an edit', async () => {
  const { reader, post } = await restricted('shadow');
  const { id } = await createComment(post.id, { authorId: reader.id, status: 'pending' });
  await editComment(reader, { id, body: 'Better words.' });
  expect(await statusOf(id)).toBe('pending');
});

test('once it is lifted new comments are published, also below those of that time; these come out by approval', async () => {
  const { moderator, reader, post } = await restricted('shadow');
  const { id } = await say(reader, post.id);
  await liftRestriction(moderator, reader.id);
  expect((await say(reader, post.id)).status).toBe('approved');
  expect((await say(reader, post.id, { parentId: id })).status).toBe('shadowed');
  expect(await statusOf(id)).toBe('shadowed');
  const events = await eventsOf(() => moderateComments(moderator, [id], 'approve'));
  expect(events.map(({ type }) => type)).toContain('comment.published');
  expect(await countOf(post.id)).toBe(2);
});

test('who is always held awaits approval with every comment and every edit, until the end date', async () => {
  const { reader, post } = await restricted('hold', { until: '2999-01-01' });
  const { id } = await createComment(post.id, { authorId: reader.id });
  expect((await say(reader, post.id)).status).toBe('pending');
  await editComment(reader, { id, body: 'Changed.' });
  expect(await statusOf(id)).toBe('pending');
  await db.user.update({ where: { id: reader.id }, data: { commentRestrictedUntil: new Date(Date.now() - 1) } });
  expect((await say(reader, post.id)).status).toBe('approved');
});

test.each(roles)('who may restrict comments: %s', async (role) => {
  const { id: userId } = await actorWith('reader');
  const input = restrictionForm.parse({ userId, restriction: 'hold', note: 'Quarrels.' });
  const isAllowed = moderating.includes(role);
  const actor = await actorWith(role);
  const codeOf = (work: Promise<unknown>) => work.then(() => 'done').catch((error: { code: string }) => error.code);
  expect(await codeOf(restrictCommenter(actor, input))).toBe(isAllowed ? 'done' : 'forbidden');
  const audited = { subjectId: userId, action: 'user.restrict-comments' };
  expect(await db.auditEntry.count({ where: audited })).toBe(isAllowed ? 1 : 0);
  expect(await codeOf(liftRestriction(actor, userId))).toBe(isAllowed ? 'done' : 'forbidden');
});

test('moderators see what holds for an author, and how many comments they have', async () => {
  const { moderator, reader } = await restricted('hold', { note: 'Quarrels.' });
  const restriction = { kind: 'hold', note: 'Quarrels.', until: null };
  const comments = { approved: 1, shadowed: 0 };
  expect(await findCommenter(moderator, reader.id)).toMatchObject({ restriction, isStaff: false, comments });
  await expect(findCommenter(reader, reader.id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('staff are not restricted, nor whoever is gone; a past day and a long note are refused with a sentence', async () => {
  const moderator = await actorWith('moderator');
  const author = await actorWith('author');
  const input = { note: '', until: null, restriction: 'hold' } as const;
  await expect(restrictCommenter(moderator, { ...input, userId: author.id })).rejects.toThrow('Comments of staff');
  await expect(restrictCommenter(moderator, { ...input, userId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
  const issues = (change: object) =>
    restrictionForm.safeParse({ userId: 'u', restriction: 'hold', ...change }).error?.issues.map((one) => one.message);
  expect(issues({ until: '2020-01-01' })).toEqual(['Choose a day that is still to come.']);
  expect(issues({ note: 'x'.repeat(301) })).toEqual(['Use at most 300 characters for the note.']);
});

test('a like by somebody who is shadowed is shown to them alone, moves nothing, and goes without a trace', async () => {
  const { reader, moderator, post } = await restricted('shadow');
  const longAgo = new Date(Date.now() - 7_200_000);
  const comment = await createComment(post.id, { createdAt: longAgo });
  await likeComment(await actorWith('reader'), { id: comment.id, isLiked: true });
  const like = (isLiked: boolean) => likeComment(reader, { id: comment.id, isLiked });
  const seenBy = async (actor: Actor) => {
    const { liked, counts } = await findLikesFor(actor, post.id, [comment.id]);
    const found = await findCommentFor(actor, { id: comment.id, slug: post.slug });
    expect([found?.isLiked, found?.likeCount]).toEqual([liked.includes(comment.id), counts[comment.id]]);
    return [found?.isLiked, found?.likeCount];
  };

  expect(await like(true)).toMatchObject({ likes: 2, hasChanged: true });
  expect(await like(true)).toMatchObject({ likes: 2, hasChanged: false });
  expect(await seenBy(reader)).toEqual([true, 2]);
  expect(await seenBy(moderator)).toEqual([false, 1]);
  expect(await likesOf(comment.id)).toEqual([1, rankOf(1)]);

  expect(await like(false)).toMatchObject({ likes: 1, hasChanged: true });
  expect(await like(false)).toMatchObject({ likes: 1, hasChanged: false });
  await like(true);
  await liftRestriction(moderator, reader.id);
  await transaction((tx) => removeLikesOf(reader.id, tx));
  expect(await likesOf(comment.id)).toEqual([1, rankOf(1)]);
  await like(true);
  expect(await likesOf(comment.id)).toEqual([2, rankOf(2)]);
});

test('a like from before somebody was shadowed counts on, and is taken away with its count', async () => {
  const [moderator, reader, post] = [await actorWith('moderator'), await knownReader(), await createPost()];
  const { id } = await createComment(post.id);
  await likeComment(reader, { id, isLiked: true });
  await restrictCommenter(moderator, restrictionForm.parse({ userId: reader.id, restriction: 'shadow' }));
  expect(await likesOf(id)).toEqual([1, rankOf(1)]);
  await likeComment(reader, { id, isLiked: false });
  expect(await likesOf(id)).toEqual([0, 0]);
});

test('a report by somebody who is shadowed gets its receipt, and no moderator hears of it or counts it', async () => {
  const { reader, moderator, post } = await restricted('shadow');
  const { id } = await createComment(post.id);
  const report = { commentId: id, reason: 'hate', text: 'Away with it.' } as const;
  let token = '';
  const events = await eventsOf(async () => {
    ({ token } = await reportComment(report, { actor: reader, address: '192.0.2.1' }));
  });
  expect(events).toEqual([]);
  expect(await findReceipt(token)).toMatchObject({ outcome: 'open' });
  expect(await reportComment(report, { actor: reader, address: '192.0.2.1' })).toEqual({ token, isNew: false });
  const listed = async () => (await listReported(moderator)).reported.filter(({ comment }) => comment.id === id);
  expect(await listed()).toEqual([]);

  const other = { commentId: id, reason: 'spam', text: '' } as const;
  await reportComment(other, { actor: await actorWith('reader'), address: '192.0.2.2' });
  expect(await listed()).toMatchObject([{ reports: 1, points: 2, reasons: [{ reason: 'spam', count: 1 }], texts: [] }]);
  await decideReports(moderator, [id], 'remove');
  expect(await findReceipt(token)).toMatchObject({ outcome: 'removed' });
});

async function likesOf(id: string) {
  const { likeCount, rank } = await db.comment.findUniqueOrThrow({ where: { id } });
  return [likeCount, rank];
}
