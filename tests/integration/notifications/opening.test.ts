import { expect, test } from 'vitest';
import { moderateComments } from '@/lib/comments/moderation';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { db } from '@/lib/database/db';
import { countUnread, listNotifications } from '@/lib/notifications/queries';
import { openDecision, openNotification } from '@/lib/notifications/reading';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';

async function someTold() {
  const [reader, post] = [await actorWith('reader'), await createPost()];
  const told = async () => {
    const comment = await createComment(post.id);
    const row = { id: newId(), userId: reader.id, commentId: comment.id, kind: 'reply', delivery: 'none' };
    await db.notification.create({ data: { ...row, createdAt: new Date() } });
    return { id: row.id, commentId: comment.id };
  };
  return { reader, post, first: await told(), second: await told() };
}

test('to open a notification marks it as read, it alone, and leads to its comment in the thread', async () => {
  const { reader, post, first, second } = await someTold();
  expect(await openNotification(reader, first)).toBe(paths.commentAnchor(post.slug, first.commentId));
  const { notifications } = await listNotifications(reader);
  expect(notifications.map(({ id, isRead }) => [id, isRead])).toEqual([
    [second.id, false],
    [first.id, true],
  ]);
  expect(await countUnread(reader)).toBe(1);
  const { readAt } = await db.notification.findUniqueOrThrow({ where: { id: first.id } });
  await openNotification(reader, first, new Date(Date.now() + 60_000));
  expect(await db.notification.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({ readAt });
});

test('nobody opens what somebody else was told, or what was removed meanwhile', async () => {
  const { reader, first, second } = await someTold();
  await expect(openNotification(await actorWith('reader'), first)).rejects.toMatchObject({ code: 'not_found' });
  await moderateComments(await actorWith('moderator'), [second.commentId], 'hide');
  await expect(openNotification(reader, second)).rejects.toMatchObject({ code: 'not_found' });
  await expect(openNotification(reader, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  expect(await db.notification.count({ where: { userId: reader.id, readAt: null } })).toBe(2);
});

test('to open a decision marks it as read, for the author of the comment alone', async () => {
  const [reader, moderator, post] = [await actorWith('reader'), await actorWith('moderator'), await createPost()];
  const { id } = await createComment(post.id, { authorId: reader.id });
  const { statementId } = await removeWithReason(moderator, { id, reason: 'spam', explanation: '' });
  await openDecision(moderator, { id: statementId });
  expect(await countUnread(reader)).toBe(1);
  expect(await openDecision(reader, { id: statementId })).toBe(paths.decision(statementId));
  expect(await countUnread(reader)).toBe(0);
});
