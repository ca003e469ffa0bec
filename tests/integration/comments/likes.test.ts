import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { findLikesFor } from '@/lib/comments/like-queries';
import { rankOf } from '@/lib/comments/likes';
import { findLikeableSlug, likeComment } from '@/lib/comments/liking';
import { getThreadPage } from '@/lib/comments/queries';
import { findCommentFor } from '@/lib/comments/viewer-state';
import { db } from '@/lib/database/db';
import { refreshLikes } from '@/lib/posts/publishing/scheduler';
import { react } from '@/lib/reactions/reacting';
import { deleteAccount } from '../../factories/deleted-accounts';
import { exportOwnData } from '@/lib/users/own-data';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith, createUser } from '../../factories/users';

const like = (id: string) => ({ id, isLiked: true });
const unlike = (id: string) => ({ id, isLiked: false });
const anHourAgo = () => new Date(Date.now() - 3_600_000);

const countOf = async (id: string) => {
  const { likeCount, rank } = await db.comment.findUniqueOrThrow({ where: { id } });
  expect(await db.commentLike.count({ where: { commentId: id } })).toBe(likeCount);
  expect(rank).toBe(rankOf(likeCount));
  return likeCount;
};

test('fifty readers who like a comment at once are fifty likes, and one who presses twice at once is one', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id);
  const readers = await Promise.all(Array.from({ length: 50 }, () => actorWith('reader')));
  await Promise.all(readers.map((reader) => likeComment(reader, like(id))));
  expect(await countOf(id)).toBe(50);
  const [first] = readers;
  await Promise.all([unlike(id), unlike(id)].map((wish) => likeComment(first!, wish)));
  expect(await countOf(id)).toBe(49);
  const answers = await Promise.all([like(id), like(id), like(id)].map((wish) => likeComment(first!, wish)));
  expect(answers.filter(({ hasChanged }) => hasChanged)).toHaveLength(1);
  expect(await countOf(id)).toBe(50);
});

test('a like changes no other thing about a comment, and makes no thread stale', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id);
  const before = await db.comment.findUniqueOrThrow({ where: { id } });
  const reader = await actorWith('reader');
  const { tags } = await madeStaleBy(() => likeComment(reader, like(id)));
  expect(tags).toEqual([cacheTags.likes(post.id)]);
  expect((await madeStaleBy(() => likeComment(reader, like(id)))).tags).toEqual([]);
  const { likeCount, rank, ...after } = await db.comment.findUniqueOrThrow({ where: { id } });
  expect({ ...after, likeCount: 0, rank: 0 }).toEqual(before);
  expect([likeCount, rank]).toEqual([1, rankOf(1)]);
});

test('pages that show likes are made anew a while after, once for many likes', async () => {
  const [post, other] = [await createPost(), await createPost()];
  const { id } = await createComment(post.id);
  const liked = await madeStaleBy(async () => likeComment(await actorWith('reader'), like(id)));
  expect(liked.tags).toEqual([cacheTags.likes(post.id)]);
  const wish = { postId: other.id, kind: 'like' as const, isAdded: true };
  const reacted = await madeStaleBy(async () => react(await actorWith('reader'), wish));
  expect(reacted.tags).toEqual([cacheTags.likes(other.id)]);

  const told: string[] = [];
  const stopListening = caches.clock.onInvalidate((tags) => {
    told.push(...tags.filter((tag) => tag.startsWith('like-counts:')));
  });
  const stop = refreshLikes(50);
  // At one moment, however slow the machine is.
  for (const tag of [liked, liked, reacted, liked].flatMap(({ tags }) => tags)) caches.clock.invalidate([tag]);
  await expect.poll(() => told.toSorted()).toEqual([post.id, other.id].map(cacheTags.likeCounts).toSorted());
  stop();
  stopListening();
});

test('own comments, removed ones and hidden posts are not liked, nor by people who may not comment', async () => {
  const post = await createPost();
  const [reader, author] = [await actorWith('reader'), await actorWith('reader')];
  const own = await createComment(post.id, { authorId: author.id });
  const refusal = (actor: typeof reader, id: string) =>
    likeComment(actor, like(id)).then(
      () => null,
      (error: Error) => error.message,
    );
  expect(await refusal(author, own.id)).toBe('You cannot like your own comment.');
  const gone = 'This comment no longer exists.';
  for (const status of ['pending', 'hidden', 'spam'] as const) {
    const { id } = await createComment(post.id, { status });
    expect([status, await refusal(reader, id)]).toEqual([status, gone]);
  }
  const mention = await createComment(post.id, { type: 'mention' });
  expect(await refusal(reader, mention.id)).toBe(gone);
  const draft = await createPost({ status: 'draft' });
  expect(await refusal(reader, (await createComment(draft.id)).id)).toBe(gone);
  const off = await createPost({ commentsMode: 'off' });
  expect(await refusal(reader, (await createComment(off.id)).id)).toBe(gone);
  expect(await refusal(reader, 'no-such-comment')).toBe(gone);
  const newcomer = await createUser({ emailVerifiedAt: null });
  const asActor = (user: { id: string; name: string }) => ({ ...reader, id: user.id, name: user.name });
  expect(await refusal(asActor(newcomer), own.id)).toBe('Please confirm your e-mail address first.');
  const banned = await createUser({ bannedAt: new Date() });
  expect(await refusal(asActor(banned), own.id)).toBe('Your account is not allowed to comment at the moment.');
  expect(await countOf(own.id)).toBe(0);
});

test('in a closed or locked thread comments can still be liked', async () => {
  const post = await createPost({ commentsMode: 'closed', commentsLockedReason: 'Enough.' });
  const { id } = await createComment(post.id);
  expect(await likeComment(await actorWith('reader'), like(id))).toMatchObject({ likes: 1, hasChanged: true });
});

test('for an hour only the author sees the score of a comment', async () => {
  const post = await createPost();
  const [author, reader] = [await actorWith('reader'), await actorWith('reader')];
  const young = await createComment(post.id, { authorId: author.id });
  const old = await createComment(post.id, { authorId: author.id, createdAt: anHourAgo() });
  for (const { id } of [young, old]) await likeComment(reader, like(id));
  const page = await getThreadPage(post.id, 1);
  expect(page?.comments.map(({ likes }) => likes)).toEqual([null, 1]);
  const ids = [young.id, old.id];
  expect(await findLikesFor(reader, post.id, ids)).toEqual({
    liked: expect.arrayContaining(ids) as unknown,
    own: [],
    counts: { [young.id]: 0, [old.id]: 1 },
  });
  expect(await findLikesFor(author, post.id, ids)).toEqual({
    liked: [],
    own: expect.arrayContaining(ids) as unknown,
    counts: { [young.id]: 1, [old.id]: 1 },
  });
  const at = { id: young.id, slug: post.slug };
  expect(await findCommentFor(author, at)).toMatchObject({ likeCount: 1, isLiked: false, can: { like: false } });
  expect(await findCommentFor(reader, at)).toMatchObject({ likeCount: null, isLiked: true, can: { like: true } });
  expect(await findCommentFor(null, at)).toMatchObject({ likeCount: null, isLiked: false });
});

test('the numbers of other posts and of removed comments are not told', async () => {
  const [post, other] = [await createPost(), await createPost()];
  const reader = await actorWith('reader');
  const elsewhere = await createComment(other.id, { createdAt: anHourAgo() });
  const hidden = await createComment(post.id, { status: 'hidden' });
  expect(await findLikesFor(reader, post.id, [elsewhere.id, hidden.id, 'none'])).toEqual({
    liked: [],
    own: [],
    counts: {},
  });
});

test('likes are exported, and go with the account together with what they counted', async () => {
  const post = await createPost();
  const [reader, other] = [await actorWith('reader'), await actorWith('reader')];
  const comments = [await createComment(post.id), await createComment(post.id), await createComment(post.id)];
  for (const { id } of comments) for (const actor of [reader, other]) await likeComment(actor, like(id));
  const hidden = await createPost();
  const unseen = await createComment(hidden.id);
  await likeComment(reader, like(unseen.id));
  expect(await findLikeableSlug(unseen.id)).toBe(hidden.slug);
  await db.post.update({ where: { id: hidden.id }, data: { status: 'private' } });
  expect(await findLikeableSlug(unseen.id)).toBeNull();
  const exported = (await exportOwnData(reader)).likes;
  expect(exported.filter(({ comment }) => comment === '')).toHaveLength(1);
  expect(JSON.stringify(exported)).not.toContain(hidden.slug);
  const likes = exported.filter(({ comment }) => comment !== '');
  expect(likes.map(({ comment }) => comment.split('/').at(-1)).toSorted()).toEqual(
    comments.map(({ id }) => id).toSorted(),
  );
  const { hashPassword } = await import('@/lib/auth/passwords');
  await db.user.update({ where: { id: reader.id }, data: { passwordHash: await hashPassword('seven gulls at noon') } });
  const { tags } = await madeStaleBy(() => deleteAccount(reader, { ownPassword: 'seven gulls at noon' }));
  expect(tags).toContain(cacheTags.likes(post.id));
  expect(await db.commentLike.count({ where: { userId: reader.id } })).toBe(0);
  for (const { id } of comments) expect(await countOf(id)).toBe(1);
});
