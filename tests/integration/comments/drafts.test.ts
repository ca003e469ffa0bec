import { expect, test } from 'vitest';
import { discardDraft, storeDraft, listDrafts, publishDrafts } from '@/lib/comments/drafts';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

const DAY_MS = 24 * 60 * 60 * 1000;

test('a text that waited is published once, however often it is asked for', async () => {
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

test('the secret is not kept, only what it can be known by', async () => {
  const post = await createPost();
  const secret = await storeDraft(draftFor(post.id));
  const rows = await db.commentDraft.findMany({ where: { postId: post.id } });
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(await listDrafts(['no-such-secret-is-kept-here', ''])).toEqual([]);
});

test('what may not be published stays, with the reason', async () => {
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
])('a text that waits says nothing of a post that is %o', async (state) => {
  const post = await createPost({ title: 'SECRET: layoffs on Monday', slug: `layoffs-${newId()}`, ...state });
  const secret = await storeDraft(draftFor(post.id));

  const [waiting] = await listDrafts([secret]);
  expect(waiting).toMatchObject({ postTitle: 'A post that is not public', postSlug: '' });
  const { refused } = await publishDrafts(await knownReader(), [secret]);
  expect(refused).toEqual([{ secret, reason: 'This post does not accept comments.' }]);
  expect(await listDrafts([secret])).toHaveLength(1);
});

test('an unconfirmed person’s text waits until they have confirmed', async () => {
  const post = await createPost();
  const user = await actorWith('reader');
  await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: null } });
  const secret = await storeDraft(draftFor(post.id));
  expect((await publishDrafts(user, [secret])).published).toEqual([]);

  await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } });
  expect((await publishDrafts(user, [secret])).published).toHaveLength(1);
});

test('words that are there already lead to where they are', async () => {
  const post = await createPost();
  const reader = await knownReader();
  const { id } = await say(reader, post.id, { body: 'Twice typed.' });
  const secret = await storeDraft(draftFor(post.id, { body: 'Twice typed.' }));

  const { published } = await publishDrafts(reader, [secret]);
  expect(published).toMatchObject([{ address: `/${post.slug}/comments/${id}` }]);
});

test('after a week, or when thrown away, a text is gone', async () => {
  const post = await createPost();
  const [old, unwanted] = [await storeDraft(draftFor(post.id)), await storeDraft(draftFor(post.id))];
  await discardDraft(unwanted);

  expect(await listDrafts([old, unwanted])).toHaveLength(1);
  expect(await listDrafts([old, unwanted], new Date(Date.now() + 8 * DAY_MS))).toEqual([]);
});
