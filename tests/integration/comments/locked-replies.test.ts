import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { publishDrafts, storeDraft } from '@/lib/comments/drafts';
import { editComment } from '@/lib/comments/editing';
import { MAX_LOCKS } from '@/lib/comments/locked-replies';
import { lockReplies } from '@/lib/comments/locking-replies';
import { writeLocks } from '@/lib/comments/stored-locks';
import { findCommentFor } from '@/lib/comments/viewer-state';
import { db } from '@/lib/database/db';
import { createComment, draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const moderating: readonly string[] = ['owner', 'admin', 'editor', 'moderator'];
const enough = { code: 'forbidden', message: 'Replies to this comment are locked: Enough.' };

async function aLockedThread() {
  const post = await createPost();
  const [moderator, reader] = [await actorWith('moderator'), await knownReader()];
  const root = await createComment(post.id);
  const locked = await createComment(post.id, { parentId: root.id });
  const below = await createComment(post.id, { parentId: locked.id, authorId: reader.id });
  await lockReplies(moderator, { id: locked.id, reason: 'Enough.' });
  return { post, moderator, reader, root, locked, below };
}

test('nobody replies to a locked comment or below it; beside and above it the conversation goes on', async () => {
  const { post, moderator, reader, root, locked, below } = await aLockedThread();
  for (const { id: parentId } of [locked, below]) {
    await expect(say(reader, post.id, { parentId })).rejects.toMatchObject(enough);
    await expect(say(moderator, post.id, { parentId })).rejects.toMatchObject(enough);
  }
  await expect(editComment(reader, { id: below.id, body: 'Once more.' })).rejects.toMatchObject(enough);
  expect((await say(reader, post.id, { parentId: root.id })).status).toBe('approved');
  expect((await say(reader, post.id)).status).toBe('approved');

  await lockReplies(moderator, { id: locked.id, reason: '' });
  expect((await say(reader, post.id, { parentId: below.id })).status).toBe('approved');
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).lockedReplies).toBeNull();
});

test('a text that waited for its author to sign in is refused too, and kept', async () => {
  const { post, reader, below } = await aLockedThread();
  const secret = await storeDraft(draftFor(post.id, { parentId: below.id, body: 'I was away.' }));
  const { published, refused } = await publishDrafts(reader, [secret]);
  expect([published, refused]).toMatchObject([[], [{}]]);
  expect(await db.commentDraft.count({ where: { postId: post.id } })).toBe(1);
});

test('its page says why instead of offering a reply', async () => {
  const { post, locked, below, root } = await aLockedThread();
  const at = async (id: string) => findCommentFor(null, { id, slug: post.slug });
  for (const { id } of [locked, below]) {
    expect(await at(id)).toMatchObject({ lock: { id: locked.id, reason: 'Enough.' }, can: { reply: false } });
  }
  expect(await at(root.id)).toMatchObject({ lock: null, can: { reply: true } });
});

test.each(roles)('who may lock replies: %s', async (role) => {
  const post = await createPost();
  const { id } = await createComment(post.id);
  const isAllowed = moderating.includes(role);
  const answer = lockReplies(await actorWith(role), { id, reason: 'Enough.' });
  const code = await answer.then(() => 'done').catch((error: { code: string }) => error.code);
  expect(code).toBe(isAllowed ? 'done' : 'forbidden');
  const where = { subjectId: id, action: 'comment.lock-replies' };
  expect(await db.auditEntry.count({ where })).toBe(isAllowed ? 1 : 0);
});

test('locking again changes the reason; a comment that is gone and one lock too many are refused', async () => {
  const { post, moderator, locked, below, root } = await aLockedThread();
  await lockReplies(moderator, { id: locked.id, reason: 'Really.' });
  expect(await findCommentFor(null, { id: below.id, slug: post.slug })).toMatchObject({ lock: { reason: 'Really.' } });
  await expect(lockReplies(moderator, { id: 'none', reason: 'No.' })).rejects.toMatchObject({ code: 'not_found' });

  const locks = Array.from({ length: MAX_LOCKS }, (_, at) => ({ id: `c${at}`, path: `x${at}`, reason: 'No.' }));
  await db.post.update({ where: { id: post.id }, data: { lockedReplies: writeLocks(locks) } });
  await expect(lockReplies(moderator, { id: root.id, reason: 'No.' })).rejects.toThrow('Lock the whole post.');
});
