import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { findCommenter } from '@/lib/comments/commenter-queries';
import { continueHiding, hideAllBy, undoHiding } from '@/lib/comments/hiding-all';
import { moderateComments } from '@/lib/comments/moderation';
import { db } from '@/lib/database/db';
import { HIDE_COMMENTS } from '@/lib/events/subscribers';
import { newId } from '@/lib/platform/ids';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const moderating: readonly string[] = ['owner', 'admin', 'editor', 'moderator'];

/** A moderator and somebody with comments of these statuses on two posts. */
async function somebodyWith(statuses: string[]) {
  const [moderator, reader] = [await actorWith('moderator'), await actorWith('reader')];
  const posts = [await createPost(), await createPost()];
  for (const [at, status] of statuses.entries()) {
    const post = posts[at % posts.length]!;
    await createComment(post.id, { authorId: reader.id, status: status as 'approved' });
  }
  return { moderator, reader, posts, ids: posts.map(({ id }) => id) };
}

async function statusesOf(authorId: string) {
  const rows = await db.comment.groupBy({ by: ['status'], where: { authorId }, _count: { _all: true } });
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count._all]));
}

const countsOf = async (ids: string[]) =>
  (await db.post.findMany({ where: { id: { in: ids } }, select: { commentCount: true } })).map(
    (one) => one.commentCount,
  );

const hidingOf = async (authorId: string) => (await db.commentHiding.findFirstOrThrow({ where: { authorId } })).id;

test('hides what stands, in threads and counts too, and undoing shows exactly that again', async () => {
  const { moderator, reader, ids } = await somebodyWith(['approved', 'approved', 'pending', 'approved', 'spam']);
  const earlier = await createComment(ids[0]!, { authorId: reader.id });
  await moderateComments(moderator, [earlier.id], 'hide');
  expect(await findCommenter(moderator, reader.id)).toMatchObject({ standing: 4, hiding: null });

  expect(await hideAllBy(moderator, reader.id)).toMatchObject({ total: 4 });
  expect(await statusesOf(reader.id)).toEqual({ hidden: 5, spam: 1 });
  expect(await countsOf(ids)).toEqual([0, 0]);
  const hiding = { status: 'done', total: 4, hidden: 4 };
  expect(await findCommenter(moderator, reader.id)).toMatchObject({ standing: 0, hiding });

  await undoHiding(await actorWith('editor'), await hidingOf(reader.id));
  expect(await statusesOf(reader.id)).toEqual({ approved: 3, pending: 1, hidden: 1, spam: 1 });
  expect((await countsOf(ids)).toSorted()).toEqual([1, 2]);
  expect(await findCommenter(moderator, reader.id)).toMatchObject({ hiding: null });
});

test('what somebody changed meanwhile stays as it is when it is undone', async () => {
  const { moderator, reader } = await somebodyWith(['approved', 'approved']);
  await hideAllBy(moderator, reader.id);
  const { id } = await db.comment.findFirstOrThrow({ where: { authorId: reader.id } });
  await moderateComments(moderator, [id], 'spam');
  await undoHiding(moderator, await hidingOf(reader.id));
  expect(await statusesOf(reader.id)).toEqual({ approved: 1, spam: 1 });
});

test('of many the first are hidden at once and the others by a job; what is written meanwhile is not; undoing ends it', async () => {
  const { moderator, reader, ids } = await somebodyWith([]);
  const rows = Array.from({ length: 120 }, (_, at) => {
    const id = newId();
    const path = (at + 1).toString(36).padStart(5, '0');
    const text = { body: 'Aye.', bodyHtml: '<p>Aye.</p>', status: 'approved' };
    const before = new Date(Date.now() - 1_000 * (at + 1));
    return { id, rootId: id, postId: ids[0]!, depth: 0, path, authorId: reader.id, ...text, createdAt: before };
  });
  await db.comment.createMany({ data: rows });
  await db.post.update({ where: { id: ids[0]! }, data: { commentCount: 120, commentSeq: 120 } });

  await hideAllBy(moderator, reader.id);
  expect(await statusesOf(reader.id)).toEqual({ approved: 70, hidden: 50 });
  expect((await findCommenter(moderator, reader.id))?.hiding).toMatchObject({ status: 'running', hidden: 50 });
  await expect(hideAllBy(moderator, reader.id)).rejects.toMatchObject({ code: 'conflict' });

  await db.comment.updateMany({
    where: { authorId: reader.id, path: '00001' },
    data: { createdAt: new Date(Date.now() + 60_000) },
  });
  const hidingId = await hidingOf(reader.id);
  expect(await db.outbox.count({ where: { event: HIDE_COMMENTS, payload: { contains: hidingId } } })).toBe(1);
  await continueHiding({ hidingId });
  expect(await statusesOf(reader.id)).toEqual({ approved: 1, hidden: 119 });
  await continueHiding({ hidingId });
  expect(await statusesOf(reader.id)).toEqual({ approved: 1, hidden: 119 });

  await undoHiding(moderator, hidingId);
  expect((await findCommenter(moderator, reader.id))?.hiding?.status).toBe('undoing');
  await continueHiding({ hidingId });
  expect(await statusesOf(reader.id)).toEqual({ approved: 120 });
  expect((await countsOf(ids)).toSorted((a, b) => a - b)).toEqual([0, 120]);
});

test('nothing to hide, undone twice or too late: a sentence', async () => {
  const { moderator, reader } = await somebodyWith(['hidden']);
  await expect(hideAllBy(moderator, reader.id)).rejects.toThrow('There is nothing to hide');
  await expect(hideAllBy(moderator, (await actorWith('author')).id)).rejects.toThrow('Comments of staff');
  const other = await somebodyWith(['approved']);
  await hideAllBy(moderator, other.reader.id);
  const id = await hidingOf(other.reader.id);
  await expect(undoHiding(moderator, id, new Date(Date.now() + 8 * 86_400_000))).rejects.toThrow('longer ago');
  await undoHiding(moderator, id);
  await expect(undoHiding(moderator, id)).rejects.toThrow('undone already');
});

test.each(roles)('who may hide all that somebody wrote: %s', async (role) => {
  const { reader } = await somebodyWith(['approved']);
  const actor = await actorWith(role);
  const code = await hideAllBy(actor, reader.id)
    .then(() => 'done')
    .catch((error: { code: string }) => error.code);
  expect(code).toBe(moderating.includes(role) ? 'done' : 'forbidden');
  const audited = { subjectId: reader.id, action: 'user.hide-comments' };
  expect(await db.auditEntry.count({ where: audited })).toBe(moderating.includes(role) ? 1 : 0);
});
