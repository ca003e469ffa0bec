import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { answerComment } from '@/lib/comments/answering';
import { undoModeration } from '@/lib/comments/moderation';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { submitComment } from '@/lib/comments/submission';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith, createUser } from '../../factories/users';

const answer = (id: string, more = {}) => ({ id, body: 'Welcome aboard.', idempotencyKey: null, ...more });
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;

describe('a moderator replies from the queue', () => {
  test('a reply to what readers see is posted below it, and nothing else changes', async () => {
    const { id } = await createComment((await createPost()).id);
    const { approval, reply } = await answerComment(await actorWith('moderator'), answer(id));
    expect(approval).toBeNull();
    expect(await db.comment.findUnique({ where: { id: reply.id } })).toMatchObject({
      parentId: id,
      status: 'approved',
      body: 'Welcome aboard.',
    });
  });

  test('a reply to what awaits approval approves it, which can be undone', async () => {
    const { id } = await createComment((await createPost()).id, { status: 'pending' });
    const moderator = await actorWith('moderator');
    const { approval } = await answerComment(moderator, answer(id));
    expect(approval).toMatchObject({ changed: 1 });
    expect(await statusOf(id)).toBe('approved');
    await undoModeration(moderator, approval!.batch);
    expect(await statusOf(id)).toBe('pending');
  });

  test('a reply that is sent twice is posted once', async () => {
    const { id } = await createComment((await createPost()).id, { status: 'pending' });
    const moderator = await actorWith('moderator');
    const sent = answer(id, { idempotencyKey: newId() });
    const replies = [await answerComment(moderator, sent), await answerComment(moderator, sent)];
    expect(new Set(replies.map(({ reply }) => reply.id)).size).toBe(1);
    expect(await db.comment.count({ where: { parentId: id } })).toBe(1);
  });

  test.each([
    ['the post is closed', { commentsMode: 'closed' }, 'forbidden'],
    ['its comments closed by age', { publishAt: new Date(0), commentsClosing: 'publication-7' }, 'forbidden'],
    ['the conversation is locked', { commentsLockedReason: 'Enough.' }, 'forbidden'],
    ['the post is no longer public', { status: 'draft' }, 'not_found'],
  ])('nothing is approved when %s', async (_, post, code) => {
    const { id } = await createComment((await createPost(post)).id, { status: 'pending' });
    await expect(answerComment(await actorWith('moderator'), answer(id))).rejects.toMatchObject({ code });
    expect(await statusOf(id)).toBe('pending');
  });

  test('nothing is approved when the reply was posted before, or is empty once it is read', async () => {
    const { id: postId } = await createPost();
    const { id } = await createComment(postId, { status: 'pending' });
    const moderator = await actorWith('moderator');
    await submitComment(moderator, { postId, parentId: null, body: 'Welcome aboard.', idempotencyKey: null });
    await expect(answerComment(moderator, answer(id))).rejects.toMatchObject({ code: 'conflict' });
    await expect(answerComment(moderator, answer(id, { body: '\u200b' }))).rejects.toMatchObject({ code: 'invalid' });
    expect(await statusOf(id)).toBe('pending');
  });

  test.each(['hidden', 'spam', 'shadowed'] as const)('a %s comment is not answered', async (status) => {
    const { id } = await createComment((await createPost()).id, { status });
    const replying = answerComment(await actorWith('moderator'), answer(id));
    await expect(replying).rejects.toMatchObject({ code: 'not_found' });
    expect(await statusOf(id)).toBe(status);
  });

  test.each(roles.filter((role) => !['owner', 'admin', 'editor', 'moderator'].includes(role)))(
    'somebody with the role %s is refused',
    async (role) => {
      const { id } = await createComment((await createPost()).id, { status: 'pending' });
      await expect(answerComment(await actorWith(role), answer(id))).rejects.toMatchObject({ code: 'forbidden' });
      expect(await statusOf(id)).toBe('pending');
    },
  );
});

test('the queue says whose new comments are restricted and who is suspended, until that ends', async () => {
  const post = await createPost();
  const [past, future] = [new Date(Date.now() - 1_000), new Date(Date.now() + 60_000)];
  const authors = [
    { commentRestriction: 'hold', commentRestrictedUntil: future },
    { commentRestriction: 'shadow', commentRestrictedUntil: past },
    { bannedAt: past, bannedUntil: future },
    { bannedAt: past, bannedUntil: past },
  ];
  for (const author of authors) await createComment(post.id, { authorId: (await createUser(author)).id });
  const filter = parseQueueFilter({ state: 'all', post: post.id });
  const { comments } = await listQueue(await actorWith('moderator'), filter);
  expect(comments.toReversed().map(({ restriction, isSuspended }) => [restriction, isSuspended])).toEqual([
    ['hold', false],
    [null, false],
    [null, true],
    [null, false],
  ]);
});
