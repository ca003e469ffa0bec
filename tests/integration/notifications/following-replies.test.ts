import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { DIGESTS } from '@/lib/notifications/digest';
import { followPost, followReplies } from '@/lib/notifications/following';
import { isFollowingReplies, listFollowedComments } from '@/lib/notifications/queries';
import { FOLLOWERS_PER_SLICE } from '@/lib/notifications/telling';
import { translatorOf } from '@/lib/i18n/translator';
import { subscriptionNameIn } from '@/lib/notifications/subscription-names';
import { unsubscribe } from '@/lib/notifications/unsubscribing';
import { processJobs } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { exportOwnData } from '@/lib/users/own-data';
import { knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { emailsTo, handlers, runQueue, toldTo } from '../../factories/queued-emails';
import { linkIn } from '../../factories/received-emails';

const dataDir = process.env.DATA_DIR ?? '';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.notificationChoice.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

const follow = (actor: Actor, postId: string) => followPost(actor, { postId, follow: 'yes' });

describe('who follows the replies to a comment', () => {
  const followComment = (actor: Actor, commentId: string) => followReplies(actor, { commentId, follow: 'yes' });

  test('is told of what is written below it at any depth, and of nothing beside it', async () => {
    const [follower, writer] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
    const post = await createPost({ title: 'Nets and knots' });
    const root = await say(writer, post.id, { body: 'The bowline.' });
    const other = await say(writer, post.id, { body: 'The reef knot.' });
    await runQueue();
    await followComment(follower, root.id);
    await followComment(follower, root.id);
    expect(await isFollowingReplies(follower, root.id)).toBe(true);
    expect(await listFollowedComments(follower)).toMatchObject([{ id: root.id, author: 'Ole Petersen' }]);

    const reply = await say(writer, post.id, { parentId: root.id, body: 'Around twice.' });
    const below = await say(writer, post.id, { parentId: reply.id, body: 'And through.' });
    await say(writer, post.id, { parentId: other.id, body: 'Left over right.' });
    await say(writer, post.id, { body: 'The sheet bend.' });
    await say(follower, post.id, { parentId: root.id, body: 'My own.' });
    await runQueue();
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
    await runQueue();
    const reply = await say(writer, post.id, { parentId: first.id });
    await runQueue();
    await followComment(follower, reply.id);
    await say(writer, post.id, { parentId: reply.id });
    await runQueue();
    const emails = await emailsTo(follower);
    expect(emails).toHaveLength(2);
    const tokens = emails.map((email) => new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '');
    const ended = await Promise.all(tokens.map((token) => unsubscribe({ token, all: '' })));
    expect(ended.toSorted()).toEqual([`replies-to:${first.id}`, `replies-to:${reply.id}`].toSorted());
    expect(subscriptionNameIn(translatorOf('en'), ended[0]!)).toBe(
      'e-mails about new replies to the comment that you follow',
    );
    expect(await listFollowedComments(follower)).toMatchObject([{ id: second.id }]);
  });

  test('gets no e-mail that waited when they unfollowed, at once or in a digest', async () => {
    const [follower, daily, writer] = [await knownReader(), await knownReader(), await knownReader()];
    await saveChoices(daily, { followed: 'daily' });
    const post = await createPost();
    const root = await say(writer, post.id);
    await runQueue();
    for (const actor of [follower, daily]) await followComment(actor, root.id);
    await say(writer, post.id, { parentId: root.id });
    await processJobs({ 'tell-of-comment': handlers['tell-of-comment']! }, 'test');
    for (const actor of [follower, daily]) await followReplies(actor, { commentId: root.id, follow: 'no' });
    await db.outbox.updateMany({ where: { doneAt: null }, data: { availableAt: new Date() } });
    await runQueue();
    const day = { event: DIGESTS, payload: '{"day":"2099-01-01"}', dedupeKey: newId(), priority: 'bulk' };
    await db.outbox.create({ data: { ...day, id: newId(), availableAt: new Date(), createdAt: new Date() } });
    await runQueue();
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
    await runQueue();
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
    await runQueue();
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
    await runQueue();
    expect(await db.notification.count({ where: { commentId, kind: 'follow-replies' } })).toBe(ofReplies.length);
    expect(await db.notification.count({ where: { commentId, kind: 'follow' } })).toBe(60);
  });
});
