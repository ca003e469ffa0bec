import { expect, test } from 'vitest';
import { discardDraft, storeDraft, listDrafts, publishDrafts } from '@/lib/comments/drafts';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const DAY_MS = 24 * 60 * 60 * 1000;

test('publishes a stored draft once, however often it is requested', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const secret = await storeDraft(draftFor(post.id, { body: 'From the pier.' }));
  expect(await listDrafts([secret])).toMatchObject([{ body: 'From the pier.', postSlug: post.slug }]);

  const [first, second] = await Promise.all([publishDrafts(reader, [secret]), publishDrafts(reader, [secret])]);
  const third = await publishDrafts(reader, [secret]);

  expect(first.published).toHaveLength(1);
  expect(second.published).toEqual(first.published);
  expect(third.published).toEqual(first.published);
  expect(await db.comment.count({ where: { postId: post.id } })).toBe(1);
  expect(await listDrafts([secret])).toEqual([]);
});

test('stores only a hash of the secret', async () => {
  const post = await createPost();
  const secret = await storeDraft(draftFor(post.id));
  const rows = await db.commentDraft.findMany({ where: { postId: post.id } });
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(await listDrafts(['no-such-secret-is-kept-here', ''])).toEqual([]);
});

test('keeps a draft that may not be published, with the reason', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const secret = await storeDraft(draftFor(post.id));
  await db.post.update({ where: { id: post.id }, data: { commentsLockedReason: 'Enough.' } });

  const { published, refused } = await publishDrafts(reader, [secret]);

  expect(published).toEqual([]);
  expect(refused).toEqual([{ secret, reason: 'This conversation is locked: Enough.' }]);
  expect(await listDrafts([secret])).toHaveLength(1);
});

test.each([
  { status: 'draft', publishAt: null },
  { publishAt: new Date(Date.now() + DAY_MS) },
  { unpublishAt: new Date(Date.now() - 1_000) },
  { status: 'trashed' },
  { status: 'private' },
])('a draft says nothing of a post that is %o', async (state) => {
  const post = await createPost({ title: 'SECRET: layoffs on Monday', slug: `layoffs-${newId()}`, ...state });
  const secret = await storeDraft(draftFor(post.id));

  const [waiting] = await listDrafts([secret]);
  expect(waiting).toMatchObject({ postTitle: 'A post that is not public', postSlug: '' });
  const { refused } = await publishDrafts(await knownReader(), [secret]);
  expect(refused).toEqual([{ secret, reason: 'This post does not accept comments.' }]);
  expect(await listDrafts([secret])).toHaveLength(1);
});

test('keeps the draft of an unconfirmed user until they have confirmed', async () => {
  const post = await createPost();
  const user = await actorWith('reader');
  await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: null } });
  const secret = await storeDraft(draftFor(post.id));
  expect((await publishDrafts(user, [secret])).published).toEqual([]);

  await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } });
  expect((await publishDrafts(user, [secret])).published).toHaveLength(1);
});

test('links a repeated text to the existing comment', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'Twice typed.' });
  const secret = await storeDraft(draftFor(post.id, { body: 'Twice typed.' }));

  const { published } = await publishDrafts(reader, [secret]);
  expect(published).toMatchObject([{ address: `/${post.slug}/comments/${id}` }]);
});

test('deletes a draft after a week, or when it is discarded', async () => {
  const post = await createPost();
  const [old, unwanted] = [await storeDraft(draftFor(post.id)), await storeDraft(draftFor(post.id))];
  await discardDraft(unwanted);

  expect(await listDrafts([old, unwanted])).toHaveLength(1);
  expect(await listDrafts([old, unwanted], new Date(Date.now() + 8 * DAY_MS))).toEqual([]);
});
