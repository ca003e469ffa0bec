import { beforeEach, expect, test } from 'vitest';
import { publishDrafts, storeDraft } from '@/lib/comments/drafts';
import { submitComment } from '@/lib/comments/submission';
import { newDevice } from '@/lib/auth/device-record';
import { db } from '@/lib/database/db';
import { followFrom } from '@/lib/notifications/following';
import { isFollowing, isFollowingReplies } from '@/lib/notifications/queries';
import { storeSettings } from '@/lib/settings/queries';
import { proveByComment, publishMailed, requestPublishing } from '@/lib/users/publishing-by-mail';
import { draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { newestTokenTo } from '../../factories/queued-emails';

beforeEach(() => storeSettings({ signUpOpen: true, siteName: 'Harbour News', commentModeration: 'first' }));

test('a draft keeps the wish to be told of what follows until it is published', async () => {
  const post = await createPost();
  const root = await say(await knownReader(), post.id);
  const reader = await knownReader();
  const drafts = [
    await storeDraft({ ...draftFor(post.id), follow: true }),
    await storeDraft({ ...draftFor(post.id, { parentId: root.id }), follow: true }),
  ];
  expect(await isFollowing(reader, post.id)).toBe(false);
  await publishDrafts(reader, drafts, { follow: followFrom(reader) });
  expect(await isFollowing(reader, post.id)).toBe(true);
  expect(await isFollowingReplies(reader, root.id)).toBe(true);

  const other = await knownReader();
  await publishDrafts(other, [await storeDraft(draftFor(post.id))], { follow: followFrom(other) });
  expect(await isFollowing(other, post.id)).toBe(false);
});

test('so does a comment that an e-mail publishes', async () => {
  const post = await createPost();
  const email = 'follower@example.test';
  await requestPublishing({ ...draftFor(post.id), follow: true }, { name: 'Ida Brandt', email });
  const { id, user } = await proveByComment(
    { token: await newestTokenTo(email), name: '' },
    { actor: null, device: newDevice() },
  );
  const actor = { id: user!.id, name: 'Ida Brandt', role: 'reader' as const, sessionId: '', emailVerified: true };
  expect(await isFollowing(actor, post.id)).toBe(false);
  await publishMailed(actor, id);
  expect(await isFollowing(actor, post.id)).toBe(true);
});

test('whoever’s comment is refused follows nothing', async () => {
  const reader = await knownReader();
  const post = await createPost({ commentsMode: 'closed' });
  const follow = followFrom(reader);
  const about = draftFor(post.id);
  await expect(submitComment(reader, about, new Date(), { after: (tx) => follow(tx, about) })).rejects.toThrow(
    'closed',
  );
  expect(await db.postFollow.count({ where: { userId: reader.id } })).toBe(0);
});
