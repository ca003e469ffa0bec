import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { db } from '@/lib/database/db';
import { countReactions, findReactionsFor } from '@/lib/reactions/queries';
import { react } from '@/lib/reactions/reacting';
import type { ReactionKind } from '@/lib/reactions/reaction';
import { applySettings } from '@/lib/settings/updating';
import { deleteAccount } from '../factories/deleted-accounts';
import { exportOwnData } from '@/lib/users/own-data';
import { createPost } from '../factories/posts';
import { filledSettingsForm } from '../factories/settings';
import { madeStaleBy } from '../factories/stale-tags';
import { actorWith, createUser } from '../factories/users';

const wish = (postId: string, kind: ReactionKind, isAdded = true) => ({ postId, kind, isAdded });

test('each reader reacts once in each way, however many press at once', async () => {
  const post = await createPost();
  const readers = await Promise.all(Array.from({ length: 30 }, () => actorWith('reader')));
  await Promise.all(readers.flatMap((one) => [react(one, wish(post.id, 'love')), react(one, wish(post.id, 'love'))]));
  await react(readers[0]!, wish(post.id, 'sad'));
  expect(await countReactions(post.id)).toEqual({ love: 30, sad: 1 });
  expect(await findReactionsFor(readers[0]!, post.id)).toEqual({
    counts: { love: 30, sad: 1 },
    own: expect.arrayContaining(['love', 'sad']) as unknown,
  });
  const away = [wish(post.id, 'love', false), wish(post.id, 'love', false)];
  await Promise.all(away.map((each) => react(readers[0]!, each)));
  expect(await countReactions(post.id)).toEqual({ love: 29, sad: 1 });
});

test('a reaction makes no page stale by itself', async () => {
  const [post, reader] = [await createPost(), await actorWith('reader')];
  expect((await madeStaleBy(() => react(reader, wish(post.id, 'funny')))).tags).toEqual([cacheTags.likes(post.id)]);
  expect((await madeStaleBy(() => react(reader, wish(post.id, 'funny')))).tags).toEqual([]);
});

test('only confirmed readers who are not banned react, to posts that are public, in ways that are offered', async () => {
  const [post, reader] = [await createPost(), await actorWith('reader')];
  const refusal = (actor: typeof reader, postId: string, kind: ReactionKind = 'like') =>
    react(actor, wish(postId, kind)).then(
      () => null,
      (error: Error) => error.message,
    );
  const gone = 'This post no longer exists.';
  expect(await refusal(reader, (await createPost({ status: 'draft' })).id)).toBe(gone);
  expect(await refusal(reader, (await createPost({ type: 'page' })).id)).toBe(gone);
  expect(await refusal(reader, (await createPost({ publishAt: new Date(Date.now() + 60_000) })).id)).toBe(gone);
  expect(await refusal(reader, 'no-such-post')).toBe(gone);
  const newcomer = await createUser({ emailVerifiedAt: null });
  expect(await refusal({ ...reader, id: newcomer.id }, post.id)).toBe('Please confirm your e-mail address first.');
  const banned = await createUser({ bannedAt: new Date() });
  expect(await refusal({ ...reader, id: banned.id }, post.id)).toBe(
    'Your account is not allowed to react at the moment.',
  );
  expect(await refusal(reader, post.id, 'thanks')).toBe('This reaction is no longer offered.');
  expect(await countReactions(post.id)).toEqual({});
  await applySettings(await actorWith('admin'), await filledSettingsForm({ reactionThanks: 'on' }));
  expect(await refusal(reader, post.id, 'thanks')).toBeNull();
  await applySettings(await actorWith('admin'), await filledSettingsForm({ reactionThanks: undefined }));
  expect(await react(reader, wish(post.id, 'thanks', false))).toMatchObject({ count: 0, hasChanged: true });
});

test('reactions are exported, and go with the account together with what they counted', async () => {
  const [post, other] = [await createPost(), await createPost()];
  const [reader, stays] = [await actorWith('reader'), await actorWith('reader')];
  for (const actor of [reader, stays]) {
    await react(actor, wish(post.id, 'like'));
    await react(actor, wish(post.id, 'love'));
    await react(actor, wish(other.id, 'like'));
  }
  const hidden = await createPost();
  await react(reader, wish(hidden.id, 'sad'));
  await db.post.update({ where: { id: hidden.id }, data: { status: 'private' } });
  const exported = (await exportOwnData(reader)).reactions;
  expect(exported.filter(({ post }) => post === '')).toMatchObject([{ kind: 'sad' }]);
  expect(JSON.stringify(exported)).not.toContain(hidden.slug);
  const reactions = exported.filter(({ post }) => post !== '');
  expect(reactions.map(({ kind }) => kind).toSorted()).toEqual(['like', 'like', 'love']);
  expect(reactions.every((each) => each.post.startsWith('http'))).toBe(true);
  const { hashPassword } = await import('@/lib/auth/passwords');
  await db.user.update({ where: { id: reader.id }, data: { passwordHash: await hashPassword('seven gulls at noon') } });
  const { tags } = await madeStaleBy(() => deleteAccount(reader, { ownPassword: 'seven gulls at noon' }));
  expect(tags).toEqual(expect.arrayContaining([cacheTags.likes(post.id), cacheTags.likes(other.id)]));
  expect(await db.postReaction.count({ where: { userId: reader.id } })).toBe(0);
  expect([await countReactions(post.id), await countReactions(other.id)]).toEqual([{ like: 1, love: 1 }, { like: 1 }]);
});
