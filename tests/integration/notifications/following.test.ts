import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { DIGESTS } from '@/lib/notifications/digest';
import { followPost, followReplies } from '@/lib/notifications/following';
import {
  isFollowing,
  isFollowingReplies,
  listFollowed,
  listFollowedComments,
  listNotifications,
} from '@/lib/notifications/queries';
import { FOLLOWERS_PER_SLICE } from '@/lib/notifications/telling';
import { subscriptionName, unsubscribe } from '@/lib/notifications/unsubscribing';
import { processJobs } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { exportOwnData } from '@/lib/users/own-data';
import { knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { handlers, queuedEmailsTo } from '../../factories/queued-emails';
import { linkIn } from '../../factories/received-emails';
import { actorWith } from '../../factories/users';

const dataDir = process.env.DATA_DIR ?? '';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.notificationChoice.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

const work = async () => {
  while ((await processJobs(handlers, 'test')) > 0);
};
const emailsTo = async ({ id }: Actor) =>
  queuedEmailsTo((await db.user.findUniqueOrThrow({ where: { id } })).email ?? '');
const toldTo = async (actor: Actor) => (await listNotifications(actor)).notifications;
const follow = (actor: Actor, postId: string) => followPost(actor, { postId, follow: 'yes' });

describe('who follows a post', () => {
  test('is told of every comment by others, once, and of none when they follow no longer', async () => {
    const [follower, writer] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
    const [post, other] = [await createPost({ title: 'Nets and knots' }), await createPost()];
    await follow(follower, post.id);
    await follow(follower, post.id);
    expect(await isFollowing(follower, post.id)).toBe(true);
    expect(await listFollowed(follower)).toMatchObject([{ id: post.id }]);

    const { id } = await say(writer, post.id, { body: 'The bowline.' });
    const own = await say(follower, post.id, { body: 'Which one?' });
    const reply = await say(writer, post.id, { parentId: own.id, body: 'The first.' });
    await say(writer, other.id);
    await work();
    expect(await toldTo(follower)).toMatchObject([
      { commentId: reply.id, kind: 'reply' },
      { commentId: id, kind: 'follow' },
    ]);
    const emails = await emailsTo(follower);
    const [first, second] = emails.toSorted(
      (a, b) => Number(a.messageId?.includes(reply.id)) - Number(b.messageId?.includes(reply.id)),
    );
    expect(emails).toHaveLength(2);
    expect(first?.subject).toBe('Re: Nets and knots');
    expect(first?.text).toContain('Ole Petersen commented on “Nets and knots” at Harbour News');
    expect(first?.text).toContain('because you follow this post');
    expect(second?.text).toContain('Ole Petersen replied to your comment');
    expect(first?.inReplyTo).toMatch(/^<post-/);

    await followPost(follower, { postId: post.id, follow: 'no' });
    await say(writer, post.id, { body: 'Anybody there?' });
    await work();
    expect(await toldTo(follower)).toHaveLength(2);
  });

  test('gets no e-mail that waited when they unfollowed, and the link of one ends that post alone', async () => {
    const [follower, writer] = [await knownReader(), await knownReader()];
    const [post, other] = [await createPost(), await createPost()];
    await follow(follower, post.id);
    await follow(follower, other.id);
    await say(writer, post.id);
    await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
    await followPost(follower, { postId: post.id, follow: 'no' });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    await work();
    expect(await emailsTo(follower)).toEqual([]);

    await follow(follower, post.id);
    await say(writer, post.id);
    await work();
    const [email] = await emailsTo(follower);
    const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
    await unsubscribe({ token, all: '' });
    expect(await listFollowed(follower)).toMatchObject([{ id: other.id }]);
    await unsubscribe({ token, all: 'yes' });
    await say(writer, other.id);
    await work();
    expect(await emailsTo(follower)).toHaveLength(1);
    expect(await toldTo(follower)).toHaveLength(3);
  });

  test('is refused where there is nothing to follow', async () => {
    const reader = await knownReader();
    const draft = await createPost({ status: 'draft', publishAt: null });
    const silent = await createPost({ commentsMode: 'off' });
    await expect(follow(reader, draft.id)).rejects.toThrow('This post no longer exists.');
    await expect(follow(reader, silent.id)).rejects.toThrow('This post has no comments to follow.');
    expect(await listFollowed(reader)).toEqual([]);
  });

  test('finds it in the file of own data', async () => {
    const reader = await knownReader();
    const post = await createPost();
    await follow(reader, post.id);
    expect((await exportOwnData(reader)).notifications.follows).toMatchObject([{ postId: post.id }]);
  });
});

describe('who follows the replies to a comment', () => {
  const followComment = (actor: Actor, commentId: string) => followReplies(actor, { commentId, follow: 'yes' });

  test('is told of what is written below it at any depth, and of nothing beside it', async () => {
    const [follower, writer] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
    const post = await createPost({ title: 'Nets and knots' });
    const root = await say(writer, post.id, { body: 'The bowline.' });
    const other = await say(writer, post.id, { body: 'The reef knot.' });
    await work();
    await followComment(follower, root.id);
    await followComment(follower, root.id);
    expect(await isFollowingReplies(follower, root.id)).toBe(true);
    expect(await listFollowedComments(follower)).toMatchObject([{ id: root.id, author: 'Ole Petersen' }]);

    const reply = await say(writer, post.id, { parentId: root.id, body: 'Around twice.' });
    const below = await say(writer, post.id, { parentId: reply.id, body: 'And through.' });
    await say(writer, post.id, { parentId: other.id, body: 'Left over right.' });
    await say(writer, post.id, { body: 'The sheet bend.' });
    await say(follower, post.id, { parentId: root.id, body: 'My own.' });
    await work();
    expect(await toldTo(follower)).toMatchObject([
      { commentId: below.id, kind: 'follow-replies' },
      { commentId: reply.id, kind: 'follow-replies' },
    ]);
    const emails = await emailsTo(follower);
    expect(emails).toHaveLength(2);
    expect(emails[0]?.text).toContain('Ole Petersen replied in a conversation that you follow on “Nets and knots”');
    expect(emails[0]?.text).toContain('because you follow the replies to a comment above it');
  });

  test('ends it by the link of an e-mail, for that comment alone', async () => {
    const [follower, writer] = [await knownReader(), await knownReader()];
    const post = await createPost();
    const [first, second] = [await say(writer, post.id), await say(writer, post.id)];
    await followComment(follower, first.id);
    await followComment(follower, second.id);
    await work();
    const reply = await say(writer, post.id, { parentId: first.id });
    await work();
    await followComment(follower, reply.id);
    await say(writer, post.id, { parentId: reply.id });
    await work();
    const emails = await emailsTo(follower);
    expect(emails).toHaveLength(2);
    const tokens = emails.map((email) => new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '');
    const ended = await Promise.all(tokens.map((token) => unsubscribe({ token, all: '' })));
    expect(ended.toSorted()).toEqual([`replies-to:${first.id}`, `replies-to:${reply.id}`].toSorted());
    expect(subscriptionName(ended[0]!)).toBe('e-mails about new replies to the comment that you follow');
    expect(await listFollowedComments(follower)).toMatchObject([{ id: second.id }]);
  });

  test('gets no e-mail that waited when they unfollowed, at once or in a digest', async () => {
    const [follower, daily, writer] = [await knownReader(), await knownReader(), await knownReader()];
    await saveChoices(daily, { followed: 'daily' });
    const post = await createPost();
    const root = await say(writer, post.id);
    await work();
    for (const actor of [follower, daily]) await followComment(actor, root.id);
    await say(writer, post.id, { parentId: root.id });
    await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
    for (const actor of [follower, daily]) await followReplies(actor, { commentId: root.id, follow: 'no' });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    await work();
    const day = { event: DIGESTS, payload: '{"day":"2099-01-01"}', dedupeKey: newId(), priority: 'bulk' };
    await db.outbox.create({ data: { ...day, id: newId(), availableAt: new Date(), createdAt: new Date() } });
    await work();
    expect([...(await emailsTo(follower)), ...(await emailsTo(daily))]).toEqual([]);
    expect(await toldTo(daily)).toHaveLength(1);
  });

  test('is told of a reply to their own comment as that, and once who follows the post, too', async () => {
    const [follower, writer] = [await knownReader(), await knownReader()];
    const post = await createPost();
    const own = await say(follower, post.id);
    await followComment(follower, own.id);
    await follow(follower, post.id);
    const reply = await say(writer, post.id, { parentId: own.id });
    await say(writer, post.id, { parentId: reply.id });
    await work();
    expect((await toldTo(follower)).map(({ kind }) => kind)).toEqual(['follow-replies', 'reply']);
    expect(await emailsTo(follower)).toHaveLength(2);
  });

  test('is refused where there is nothing to follow, and finds it in the file of own data', async () => {
    const [reader, writer] = [await knownReader(), await knownReader()];
    const [draft, silent, post] = [await createPost(), await createPost(), await createPost()];
    const [hidden, mute] = [await say(writer, draft.id), await say(writer, silent.id)];
    await db.post.update({ where: { id: draft.id }, data: { status: 'draft' } });
    await db.post.update({ where: { id: silent.id }, data: { commentsMode: 'off' } });
    await expect(followComment(reader, hidden.id)).rejects.toThrow('This comment no longer exists.');
    await expect(followComment(reader, mute.id)).rejects.toThrow('This post has no comments to follow.');
    const shown = await say(writer, post.id);
    await followComment(reader, shown.id);
    expect((await exportOwnData(reader)).notifications.followsReplies).toMatchObject([{ commentId: shown.id }]);
  });

  test('many are told in slices beside those who follow the post, each once', async () => {
    const writer = await knownReader();
    const post = await createPost();
    const root = await say(writer, post.id);
    await work();
    const createdAt = new Date();
    const users = Array.from({ length: FOLLOWERS_PER_SLICE + 120 }, (_, at) => {
      const id = newId();
      return { id, name: `Reader ${at}`, slug: id, avatarSeed: id, createdAt, updatedAt: createdAt };
    });
    await db.user.createMany({ data: users });
    const [ofReplies, ofPost] = [users.slice(0, -60), users.slice(60)];
    await db.commentFollow.createMany({
      data: ofReplies.map(({ id: userId }) => ({ userId, commentId: root.id, createdAt })),
    });
    await db.postFollow.createMany({ data: ofPost.map(({ id: userId }) => ({ userId, postId: post.id, createdAt })) });
    const { id: commentId } = await say(writer, post.id, { parentId: root.id });
    await work();
    expect(await db.notification.count({ where: { commentId, kind: 'follow-replies' } })).toBe(ofReplies.length);
    expect(await db.notification.count({ where: { commentId, kind: 'follow' } })).toBe(60);
  });
});

test('followers are told in slices, each once, also when a slice is done again', async () => {
  const writer = await knownReader();
  const post = await createPost();
  const count = FOLLOWERS_PER_SLICE + 20;
  const createdAt = new Date();
  const users = Array.from({ length: count }, (_, at) => {
    const id = newId();
    return { id, name: `Reader ${at}`, slug: id, avatarSeed: id, createdAt, updatedAt: createdAt };
  });
  await db.user.createMany({ data: users });
  await db.postFollow.createMany({ data: users.map(({ id: userId }) => ({ userId, postId: post.id, createdAt })) });
  const { id } = await say(writer, post.id);
  const [first] = await db.outbox.findMany({ where: { doneAt: null } });
  await work();
  expect(await db.notification.count({ where: { commentId: id } })).toBe(count);
  await db.outbox.create({ data: { ...first!, id: newId(), dedupeKey: newId() } });
  await work();
  expect(await db.notification.count({ where: { commentId: id } })).toBe(count);
});

test('more followers than a slice of e-mails has are all e-mailed', async () => {
  const writer = await knownReader();
  const post = await createPost();
  const followers: Actor[] = [];
  for (let at = 0; at < 60; at += 1) followers.push(await actorWith('reader'));
  for (const follower of followers) await follow(follower, post.id);
  await say(writer, post.id);
  await work();
  expect(await db.notification.count({ where: { comment: { postId: post.id }, emailedAt: null } })).toBe(0);
  for (const follower of [followers[0]!, followers[59]!]) expect(await emailsTo(follower)).toHaveLength(1);
});

test('staff who moderate may choose to be told of all comments; others may not', async () => {
  const [moderator, silent, reader, writer] = [
    await actorWith('moderator'),
    await actorWith('editor'),
    await actorWith('reader'),
    await knownReader(),
  ];
  await saveChoices(moderator, { comments: 'at-once' });
  await saveChoices(reader, { comments: 'at-once' });
  const post = await createPost();
  const { id } = await say(writer, post.id);
  await work();
  expect(await toldTo(moderator)).toMatchObject([{ commentId: id, kind: 'all' }]);
  expect(await toldTo(silent)).toEqual([]);
  expect(await toldTo(reader)).toEqual([]);
  const [email] = await emailsTo(moderator);
  expect(email?.text).toContain('because you asked to be told of all comments');
  const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
  expect(await unsubscribe({ token, all: '' })).toBe('comments');
  await say(writer, post.id);
  await work();
  expect(await emailsTo(moderator)).toHaveLength(1);

  await saveChoices(moderator, { comments: 'at-once' });
  await say(writer, post.id);
  await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
  await db.user.update({ where: { id: moderator.id }, data: { role: 'reader' } });
  await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
  await work();
  expect(await emailsTo(moderator)).toHaveLength(1);
});
