import { expect, test } from 'vitest';
import { moderateComments } from '@/lib/comments/moderation';
import { createSession } from '@/lib/auth/session-records';
import { db } from '@/lib/database/db';
import { listMuted, listMutedComments } from '@/lib/mutes/queries';
import { MAX_MUTED, muteAuthor, unmute } from '@/lib/mutes/muting';
import { processJobs } from '@/lib/outbox/worker';
import { deleteAccount } from '../../factories/deleted-accounts';
import { exportOwnData } from '@/lib/users/own-data';
import { createComment, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { handlers, toldTo } from '../../factories/queued-emails';
import { actorWith, createUser } from '../../factories/users';

test('the comments of somebody muted are named to the one who muted them, and to nobody else', async () => {
  const post = await createPost();
  const [ida, ole] = [await knownReader('Ida'), await knownReader('Ole')];
  const { id } = await say(ole, post.id);
  const other = await say(ole, post.id, { body: 'Once more.' });
  await say(ida, post.id);

  await muteAuthor(ida, { commentId: id, intent: 'mute' });
  await muteAuthor(ida, { commentId: other.id, intent: 'mute' });

  expect(await listMuted(ida)).toEqual([{ id: ole.id, name: 'Ole' }]);
  expect(await exportOwnData(ida)).toMatchObject({ muted: ['Ole'] });
  expect((await listMutedComments(ida, post.id)).toSorted()).toEqual([id, other.id].toSorted());
  expect(await listMutedComments(ole, post.id)).toEqual([]);
  expect(await listMutedComments(ida, (await createPost()).id)).toEqual([]);

  await muteAuthor(ida, { commentId: id, intent: 'unmute' });
  expect(await listMutedComments(ida, post.id)).toEqual([]);
});

test('nobody mutes themselves, a comment without an account, one that readers do not see, or without end', async () => {
  const post = await createPost();
  const [ida, ole] = [await knownReader('Ida'), await knownReader('Ole')];
  const own = await say(ida, post.id);
  const imported = await createComment(post.id);
  const hidden = await say(ole, post.id);
  await moderateComments(await actorWith('moderator'), [hidden.id], 'hide');
  const mute = (commentId: string) => muteAuthor(ida, { commentId, intent: 'mute' });

  await expect(mute(own.id)).rejects.toThrow('You cannot mute yourself.');
  await expect(mute(imported.id)).rejects.toThrow(/has no account here/);
  await expect(mute(hidden.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(mute('x')).rejects.toMatchObject({ code: 'not_found' });
  const seen = await say(ole, post.id, { body: 'Seen.' });
  const others = await Promise.all(Array.from({ length: 5 }, () => createUser()));
  const many = Array.from({ length: MAX_MUTED - others.length }, (_, at) => ({ id: `muted-${at}` }));
  await db.user.createMany({
    data: many.map(({ id }) => ({ id, name: id, slug: id, avatarSeed: id, createdAt: new Date() })),
  });
  const rows = [...others, ...many].map(({ id }) => ({ userId: ida.id, mutedId: id, createdAt: new Date() }));
  await db.mute.createMany({ data: rows });
  await expect(mute(seen.id)).rejects.toThrow(/You can mute 500 people/);
  await unmute(ida, { mutedId: others[0]!.id });
  await mute(seen.id);
  expect(await listMutedComments(ida, post.id)).toEqual([seen.id]);
});

test('whoever deletes their account leaves no mutes behind', async () => {
  const post = await createPost();
  const [ida, ole] = [await knownReader('Ida'), await knownReader('Ole')];
  await muteAuthor(ida, { commentId: (await say(ole, post.id)).id, intent: 'mute' });
  await muteAuthor(ole, { commentId: (await say(ida, post.id)).id, intent: 'mute' });
  await createSession({ id: ida.id, sessionVersion: 0 }, 'test');
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: ida.id }, select: { id: true } });
  await deleteAccount({ ...ida, sessionId }, { ownPassword: '' });
  expect(await db.mute.count({ where: { OR: [{ userId: ida.id }, { mutedId: ida.id }] } })).toBe(0);
});

test('whoever has muted somebody is not told of their replies', async () => {
  const post = await createPost();
  const [ida, ole] = [await knownReader('Ida'), await knownReader('Ole')];
  const question = await say(ida, post.id);
  const muted = await say(ole, post.id, { body: 'A first word.' });
  await muteAuthor(ida, { commentId: muted.id, intent: 'mute' });
  await say(ole, post.id, { parentId: question.id, body: 'The bowline.' });
  const friendly = await say(await knownReader('Ada'), post.id, { parentId: question.id, body: 'Ask somebody.' });
  while ((await processJobs(handlers, 'test')) > 0);

  expect((await toldTo(ida)).map(({ commentId }) => commentId)).toEqual([friendly.id]);
});
