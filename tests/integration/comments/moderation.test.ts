import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { lockConversation, moderateComments, undoModeration } from '@/lib/comments/moderation';
import { moderationActions } from '@/lib/comments/policy';
import { getThreadPage } from '@/lib/comments/queries';
import { countQueue, listQueue } from '@/lib/comments/queue';
import { parseQueueFilter, type QueueFilter } from '@/lib/comments/queue-filter';
import { findCommentFor } from '@/lib/comments/viewer-state';
import { db } from '@/lib/database/db';
import { createComment, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const moderating = ['owner', 'admin', 'editor', 'moderator'] as const;
const others = roles.filter((role) => !(moderating as readonly string[]).includes(role));
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
const countOf = async (id: string) => (await db.post.findUniqueOrThrow({ where: { id } })).commentCount;

test.each(moderating)('a pending comment approved by a user with the role %s is in the thread', async (role) => {
  const post = await createPost();
  const { id } = await say(await actorWith('reader'), post.id);

  await moderateComments(await actorWith(role), [id], 'approve');

  expect((await getThreadPage(post.id, 1))?.comments).toMatchObject([{ id, state: 'shown' }]);
  expect(await countOf(post.id)).toBe(1);
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'comment.approve' } })).toBe(1);
});

test.each(others)('a user with the role %s cannot moderate', async (role) => {
  const post = await createPost();
  const { id } = await createComment(post.id);
  const actor = await actorWith(role);

  for (const action of moderationActions) {
    await expect(moderateComments(actor, [id], action)).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(undoModeration(actor, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(lockConversation(actor, post.id, 'No.')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listQueue(actor, parseQueueFilter({}))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(countQueue(actor)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await statusOf(id)).toBe('approved');
});

test('a moderator who was banned or demoted a moment ago is refused, whatever their session says', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id);
  const [banned, demoted] = [await actorWith('moderator'), await actorWith('editor')];
  await db.user.update({ where: { id: banned.id }, data: { bannedAt: new Date() } });
  await db.user.update({ where: { id: demoted.id }, data: { role: 'reader' } });

  for (const actor of [banned, demoted]) {
    await expect(moderateComments(actor, [id], 'hide')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(lockConversation(actor, post.id, 'No.')).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('only its author and moderators open a pending comment; hidden and deleted ones likewise', async () => {
  const post = await createPost();
  const author = await actorWith('reader');
  const { id } = await say(author, post.id);
  const [stranger, moderator] = [await actorWith('reader'), await actorWith('moderator')];
  const at = { id, slug: post.slug };

  const opensFor = async () => ({
    author: Boolean(await findCommentFor(author, at)),
    moderator: Boolean(await findCommentFor(moderator, at)),
    stranger: Boolean(await findCommentFor(stranger, at)),
    anonymous: Boolean(await findCommentFor(null, at)),
  });
  const private_ = { author: true, moderator: true, stranger: false, anonymous: false };

  expect(await opensFor()).toEqual(private_);
  await moderateComments(moderator, [id], 'approve');
  expect(await opensFor()).toEqual({ author: true, moderator: true, stranger: true, anonymous: true });
  await moderateComments(moderator, [id], 'hide');
  expect(await opensFor()).toEqual(private_);
  await moderateComments(moderator, [id], 'delete');
  expect(await opensFor()).toEqual(private_);
});

test('a comment does not open under another post’s address', async () => {
  const [post, other] = [await createPost(), await createPost()];
  const { id } = await createComment(post.id);

  expect(await findCommentFor(null, { id, slug: post.slug })).not.toBeNull();
  expect(await findCommentFor(null, { id, slug: other.slug })).toBeNull();
});

test('a removal leaves a moderator’s tombstone, and undo restores the exact state', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const shown = await createComment(post.id);
  const answer = await createComment(post.id, { parentId: shown.id });
  const held = await createComment(post.id, { status: 'pending' });
  const spam = await createComment(post.id, { status: 'spam' });
  const ids = [shown.id, held.id, spam.id];

  const { batch, changed } = await moderateComments(moderator, ids, 'delete');
  expect(changed).toBe(3);
  expect((await getThreadPage(post.id, 1))?.comments).toMatchObject([
    { id: shown.id, state: 'removed-by-moderator', bodyHtml: '' },
    { id: answer.id },
  ]);
  expect(await countOf(post.id)).toBe(1);

  const undone = await undoModeration(moderator, batch);
  expect(await Promise.all(ids.map(statusOf))).toEqual(['approved', 'pending', 'spam']);
  expect(await countOf(post.id)).toBe(2);

  await undoModeration(moderator, undone.batch);
  expect(await Promise.all(ids.map(statusOf))).toEqual(['deleted', 'deleted', 'deleted']);
});

test('undo does not touch what was changed since', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const [first, second] = [await createComment(post.id), await createComment(post.id)];
  const { batch } = await moderateComments(moderator, [first.id, second.id], 'hide');
  await moderateComments(moderator, [second.id], 'spam');

  expect((await undoModeration(moderator, batch)).changed).toBe(1);
  expect(await statusOf(first.id)).toBe('approved');
  expect(await statusOf(second.id)).toBe('spam');
});

test('an action that changes nothing says so, and other entries of the log are no undo', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const { id } = await createComment(post.id);
  await expect(moderateComments(moderator, [id], 'approve')).rejects.toMatchObject({ code: 'conflict' });
  await expect(undoModeration(moderator, 'no-such-batch')).rejects.toMatchObject({ code: 'not_found' });
});

test('a locked conversation says why, and can be opened again', async () => {
  const post = await createPost();
  const editor = await actorWith('editor');
  await lockConversation(editor, post.id, 'It has all been said.');
  await expect(say(editor, post.id)).rejects.toMatchObject({
    code: 'forbidden',
    message: 'This conversation is locked: It has all been said.',
  });

  await lockConversation(editor, post.id, '');
  expect((await say(editor, post.id)).status).toBe('approved');
});

test('the queue narrows by state, post, person and words, and pages without gaps', async () => {
  const post = await createPost({ title: 'Nets' });
  const moderator = await actorWith('moderator');
  const author = await actorWith('reader');
  const ids: string[] = [];
  for (let index = 0; index < 65; index += 1) {
    const same = new Date(Date.UTC(2026, 10, 1, 0, 0, Math.floor(index / 10)));
    const held = { status: 'pending' as const, createdAt: same, body: `Herring ${index}`, authorId: author.id };
    ids.push((await createComment(post.id, held)).id);
  }
  const filter = parseQueueFilter({ state: 'pending', post: post.id });

  const allPages = async (wanted: Partial<QueueFilter>) => {
    const seen: string[] = [];
    let after = '';
    do {
      const page = await listQueue(moderator, { ...filter, ...wanted, after });
      seen.push(...page.comments.map((comment) => comment.id));
      after = page.next;
    } while (after);
    return seen;
  };
  for (const state of ['pending', 'all'] as const) {
    const seen = await allPages({ state });
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    expect(await allPages({ state, sort: 'oldest' })).toEqual(seen.toReversed());
    const found = await allPages({ state, search: 'herring' });
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(await allPages({ state, search: 'herring', sort: 'oldest' })).toEqual(found.toReversed());
  }
  const search = await listQueue(moderator, { ...filter, search: '"Herring 64"' });
  expect(search.comments).toMatchObject([{ body: 'Herring 64', approvedCount: 0, post: { title: 'Nets' } }]);
  const user = await listQueue(moderator, { ...filter, user: moderator.id });
  expect(user.comments).toEqual([]);
});
