import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { moderateComments } from '@/lib/comments/moderation';
import { db } from '@/lib/database/db';
import { findChoices, saveChoices } from '@/lib/notifications/choices';
import { DIGESTS, queueDigests } from '@/lib/notifications/digest';
import { followPost } from '@/lib/notifications/following';
import { unsubscribe } from '@/lib/notifications/unsubscribing';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { emailsTo, runQueue } from '../../factories/queued-emails';
import { linkIn } from '../../factories/received-emails';
import { actorWith } from '../../factories/users';

const dataDir = process.env.DATA_DIR ?? '';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await db.notification.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first', timeZone: 'Europe/Vienna' });
  rmSync(join(dataDir, 'outbox'), { recursive: true, force: true });
});

/** In Vienna in winter, an hour before UTC's. */
const at = (text: string) => new Date(`2026-11-${text}:00.000Z`);
const digestsAt = async (text: string) => {
  await queueDigests(at(text));
  await runQueue();
};

/** Somebody who is told once a day, with a comment that others reply to, and a post that they follow. */
async function daily() {
  const [reader, writer] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
  await saveChoices(reader, { replies: 'daily', followed: 'daily' });
  const [post, followed] = [await createPost({ title: 'Nets and knots' }), await createPost({ title: 'Ropes' })];
  await followPost(reader, { postId: followed.id, follow: 'yes' });
  const question = await say(reader, post.id, { body: 'Which knot?' });
  const reply = (body: string) => say(writer, post.id, { parentId: question.id, body });
  const comment = (body: string) => say(writer, followed.id, { body });
  return { reader, writer, followed, reply, comment };
}

test('what came is told in one e-mail a day, each thing once', async () => {
  const { reader, reply, comment } = await daily();
  await reply('The bowline.');
  await comment('Hemp, not nylon.');
  await runQueue();
  expect(await emailsTo(reader)).toEqual([]);

  await digestsAt('27T05:59');
  expect(await emailsTo(reader)).toEqual([]);
  await digestsAt('27T06:00');
  const [email, ...others] = await emailsTo(reader);
  expect(others).toEqual([]);
  expect(email?.subject).toBe('2 new comments at Harbour News');
  expect(email?.text).toContain('Ole Petersen replied to your comment on “Nets and knots”: The bowline.');
  expect(email?.text).toContain('Ole Petersen commented on “Ropes”: Hemp, not nylon.');
  expect(email?.headers.has('list')).toBe(true);

  await reply('Or the clove hitch.');
  await runQueue();
  await digestsAt('27T12:00');
  expect(await emailsTo(reader)).toHaveLength(1);
  await digestsAt('28T06:30');
  const [, next] = await emailsTo(reader);
  expect(next?.subject).toBe('A new comment at Harbour News');
  expect(next?.text).not.toContain('The bowline.');
  await digestsAt('29T06:30');
  expect(await emailsTo(reader)).toHaveLength(2);
});

test('a job that is done again sends no second e-mail', async () => {
  const { reader, reply } = await daily();
  await reply('The bowline.');
  await runQueue();
  await queueDigests(at('27T08:00'));
  const [job] = await db.outbox.findMany({ where: { event: DIGESTS } });
  await runQueue();
  await reply('Or the clove hitch.');
  await runQueue();
  await db.outbox.create({ data: { ...job!, id: newId(), dedupeKey: newId() } });
  await runQueue();
  expect(await emailsTo(reader)).toHaveLength(1);
});

test('what is not seen, not wanted any more or too old is left out', async () => {
  const { reader, followed, reply, comment } = await daily();
  const moderator = await actorWith('moderator');
  const hidden = await reply('Buy rope.');
  await comment('Hemp, not nylon.');
  const old = await reply('Long ago.');
  await runQueue();
  await moderateComments(moderator, [hidden.id], 'hide');
  await followPost(reader, { postId: followed.id, follow: 'no' });
  await db.notification.updateMany({
    where: { commentId: old.id },
    data: { createdAt: new Date(Date.now() - 8 * 24 * 60 * 60 * 1000) },
  });
  await digestsAt('27T08:00');
  expect(await emailsTo(reader)).toEqual([]);

  await moderateComments(moderator, [hidden.id], 'approve');
  await runQueue();
  await digestsAt('28T08:00');
  const [email] = await emailsTo(reader);
  expect(email?.text).toContain('Buy rope.');
  expect(email?.text).not.toContain('Hemp');
  expect(email?.text).not.toContain('Long ago.');
});

test.each([{ emailVerifiedAt: null }, { bannedAt: new Date() }])('nobody with %o gets one', async (data) => {
  const { reader, reply } = await daily();
  await reply('The bowline.');
  await runQueue();
  await db.user.update({ where: { id: reader.id }, data });
  await digestsAt('27T08:00');
  expect(await emailsTo(reader)).toEqual([]);
});

test('its link ends what comes once a day, and nothing else', async () => {
  const { reader, reply } = await daily();
  await saveChoices(reader, { followed: 'at-once' });
  await reply('The bowline.');
  await runQueue();
  await digestsAt('27T08:00');
  const [email] = await emailsTo(reader);
  const token = new URLSearchParams(linkIn(email).split('?')[1]).get('token') ?? '';
  expect(await unsubscribe({ token, all: '' })).toBe('digest');
  expect(await findChoices(reader)).toMatchObject({ replies: 'off', followed: 'at-once', comments: 'off' });
});

test('many people get theirs, slice by slice', async () => {
  const writer = await knownReader();
  const post = await createPost();
  const followers: Actor[] = [];
  for (let count = 0; count < 60; count += 1) followers.push(await actorWith('reader'));
  for (const follower of followers) {
    await followPost(follower, { postId: post.id, follow: 'yes' });
    await saveChoices(follower, { followed: 'daily' });
  }
  await say(writer, post.id);
  await runQueue();
  await digestsAt('27T08:00');
  expect(await db.notification.count({ where: { emailedAt: null } })).toBe(0);
  for (const follower of followers.slice(-2)) expect(await emailsTo(follower)).toHaveLength(1);
});
