import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { followPost } from '@/lib/notifications/following';
import { listFollowed, listNotifications } from '@/lib/notifications/queries';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { changePublished, publishedPost, savedDraft } from '../../factories/published-posts';
import { emailsTo } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';

beforeEach(() => db.outbox.deleteMany());

const followersOf = async (postId: string) =>
  (await db.postFollow.findMany({ where: { postId } })).map(({ userId }) => userId).toSorted();

test('the authors of a post are told of its comments, and of none by themselves', async () => {
  const [author, other] = [await actorWith('author'), await actorWith('author')];
  const editor = await actorWith('editor');
  const { id } = await publishedPost(editor, { authorIds: [author.id, other.id] });
  expect(await followersOf(id)).toEqual([author.id, other.id].toSorted());

  await say(author, id, { body: 'Ask me anything.' });
  const comment = await say(await knownReader(), id, { body: 'When is high water?' });
  expect(await emailsTo(author)).toHaveLength(1);
  expect((await listNotifications(author)).notifications).toMatchObject([{ commentId: comment.id, kind: 'follow' }]);
  expect((await listNotifications(other)).notifications).toHaveLength(2);
  expect(await listFollowed(author)).toMatchObject([{ id }]);
});

test('whoever ended it is not made to follow again by a change, or by being published again', async () => {
  const author = await actorWith('author');
  const { id } = await publishedPost(author);
  await followPost(author, { postId: id, follow: 'no' });
  await changePublished(author, id, { title: 'Neap tides' });
  await unpublishPost(author, { id });
  await trashPost(author, { id });
  await restorePost(author, { id });
  const { version } = await db.post.findUniqueOrThrow({ where: { id } });
  await publishPost(author, { id, version });
  expect(await followersOf(id)).toEqual([]);
});

test('a post that is scheduled is followed once, whenever it is scheduled anew and comes due', async () => {
  const author = await actorWith('author');
  const draft = await savedDraft(author);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const scheduled = await publishPost(author, { ...draft, publishAt: tomorrow });
  await publishPost(author, { id: draft.id, version: scheduled.version, publishAt: null });
  expect(await followersOf(draft.id)).toEqual([author.id]);
});

test('pages, posts without comments and posts that readers know already are not followed', async () => {
  const editor = await actorWith('editor');
  const page = await publishedPost(editor, {}, 'page');
  const silent = await publishedPost(editor, { commentsMode: 'off' });
  const imported = await createPost({ firstPublishedAt: new Date('2009-05-01T12:00:00.000Z') });
  await changePublished(editor, imported.id, { authorIds: [editor.id], title: 'An old post' });
  for (const { id } of [page, silent, imported]) expect(await followersOf(id)).toEqual([]);
});
