import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { moderateComments } from '@/lib/comments/moderation';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { followPost, followReplies } from '@/lib/notifications/following';
import { isFollowing, listFollowed } from '@/lib/notifications/queries';
import { FOLLOWERS_PER_SLICE } from '@/lib/notifications/telling';
import { readUnsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { isSubscribed, unsubscribe } from '@/lib/notifications/unsubscribing';
import { processJobs } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { exportOwnData } from '@/lib/users/own-data';
import { knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { emailsTo, handlers, runQueue, toldTo } from '../../factories/queued-emails';
import { linkIn } from '../../factories/received-emails';
import { actorWith } from '../../factories/users';

const dataDir = process.env.DATA_DIR ?? '';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.notificationChoice.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

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
    await runQueue();
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
    await runQueue();
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
    await runQueue();
    expect(await emailsTo(follower)).toEqual([]);

    await follow(follower, post.id);
    await say(writer, post.id);
    await runQueue();
    const [email] = await emailsTo(follower);
    const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
    const link = readUnsubscribeToken(token)!;
    const areOn = () => Promise.all([isSubscribed(link), isSubscribed({ ...link, subscription: 'all' })]);
    expect(await areOn()).toEqual([true, true]);
    await unsubscribe({ token, all: '' });
    expect(await listFollowed(follower)).toMatchObject([{ id: other.id }]);
    expect(await areOn()).toEqual([false, true]);
    await unsubscribe({ token, all: 'yes' });
    expect(await areOn()).toEqual([false, false]);
    await say(writer, other.id);
    await runQueue();
    expect(await emailsTo(follower)).toHaveLength(1);
    expect(await toldTo(follower)).toHaveLength(3);
  });

  test('is not told of what was written before, even if it is shown only later', async () => {
    const [early, late, writer] = [await knownReader(), await knownReader(), await knownReader()];
    const post = await createPost();
    await follow(early, post.id);
    const question = await say(writer, post.id);
    const { id } = await say(writer, post.id, { parentId: question.id, body: 'The bowline.' });
    await moderateComments(await actorWith('moderator'), [id], 'hide');
    await runQueue();
    await follow(late, post.id);
    await followReplies(late, { commentId: question.id, follow: 'yes' });
    await moderateComments(await actorWith('moderator'), [id], 'restore');
    await runQueue();
    expect((await toldTo(early)).map(({ commentId }) => commentId)).toContain(id);
    expect(await toldTo(late)).toEqual([]);
    expect(await emailsTo(late)).toEqual([]);
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
  await runQueue();
  expect(await db.notification.count({ where: { commentId: id } })).toBe(count);
  await db.outbox.create({ data: { ...first!, id: newId(), dedupeKey: newId() } });
  await runQueue();
  expect(await db.notification.count({ where: { commentId: id } })).toBe(count);
});

test('more followers than a slice of e-mails has are all e-mailed', async () => {
  const writer = await knownReader();
  const post = await createPost();
  const followers: Actor[] = [];
  for (let at = 0; at < 60; at += 1) followers.push(await actorWith('reader'));
  for (const follower of followers) await follow(follower, post.id);
  await say(writer, post.id);
  await runQueue();
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
  await runQueue();
  expect(await toldTo(moderator)).toMatchObject([{ commentId: id, kind: 'all' }]);
  expect(await toldTo(silent)).toEqual([]);
  expect(await toldTo(reader)).toEqual([]);
  const [email] = await emailsTo(moderator);
  expect(email?.text).toContain('because you asked to be told of all comments');
  const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
  expect(await unsubscribe({ token, all: '' })).toBe('comments');
  await say(writer, post.id);
  await runQueue();
  expect(await emailsTo(moderator)).toHaveLength(1);

  await saveChoices(moderator, { comments: 'at-once' });
  await say(writer, post.id);
  await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
  await db.user.update({ where: { id: moderator.id }, data: { role: 'reader' } });
  await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
  await runQueue();
  expect(await emailsTo(moderator)).toHaveLength(1);
});
