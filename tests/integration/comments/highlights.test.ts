import { expect, test } from 'vitest';
import { roles } from '@/lib/auth/actor';
import { pickComment, pinComment } from '@/lib/comments/highlighting';
import { moderateComments, undoModeration } from '@/lib/comments/moderation';
import { getThreadPage } from '@/lib/comments/queries';
import { getSortedPage } from '@/lib/comments/sorted-queries';
import { findCommentFor, findViewerOfThread } from '@/lib/comments/viewer-state';
import { db } from '@/lib/database/db';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const moderating: readonly string[] = ['owner', 'admin', 'editor', 'moderator'];
const editing: readonly string[] = ['owner', 'admin', 'editor'];
const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 12, minute));
const pinnedOf = async (postId: string) => (await getThreadPage(postId, 1))?.pinned.map(({ id }) => id);

test('pinned comments stand above the thread in the order of pinning, and in their places too', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const [first, second] = [await createComment(post.id), await createComment(post.id)];
  await pinComment(moderator, { id: second.id, on: true }, at(1));
  await pinComment(moderator, { id: first.id, on: true }, at(2));

  expect(await pinnedOf(post.id)).toEqual([second.id, first.id]);
  expect((await getThreadPage(post.id, 1))?.comments).toMatchObject([
    { id: first.id, isPinned: true },
    { id: second.id, isPinned: true },
  ]);
  const sorted = await getSortedPage(post.id, { order: 'newest', after: null });
  expect(sorted?.pinned.map(({ id }) => id)).toEqual([second.id, first.id]);

  await pinComment(moderator, { id: second.id, on: false });
  expect(await pinnedOf(post.id)).toEqual([first.id]);
});

test('a fourth pin is refused in a sentence, and so is a reply', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const comments = [1, 2, 3, 4].map(() => createComment(post.id));
  const [first, second, third, fourth] = await Promise.all(comments);
  const reply = await createComment(post.id, { parentId: first!.id });
  await expect(pinComment(moderator, { id: reply.id, on: true })).rejects.toThrow('A reply cannot be pinned.');
  for (const { id } of [first!, second!, third!]) await pinComment(moderator, { id, on: true });

  await expect(pinComment(moderator, { id: fourth!.id, on: true })).rejects.toThrow('3 comments are pinned');

  await pinComment(moderator, { id: first!.id, on: false });
  await pinComment(moderator, { id: fourth!.id, on: true });
  expect(await pinnedOf(post.id)).toEqual([second!.id, third!.id, fourth!.id]);
});

test('two moderators who pin at once pin no fourth', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const ids = (await Promise.all([1, 2, 3, 4, 5].map(() => createComment(post.id)))).map(({ id }) => id);
  const answers = await Promise.allSettled(ids.map((id) => pinComment(moderator, { id, on: true })));

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await pinnedOf(post.id)).toHaveLength(3);
});

test('a pinned comment that is removed is not shown as pinned, and is again when that is undone', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const { id } = await createComment(post.id);
  await pinComment(moderator, { id, on: true });
  await pickComment(await actorWith('editor'), { id, on: true });
  await createComment(post.id, { parentId: id });

  const { batch } = await moderateComments(moderator, [id], 'hide');
  expect(await pinnedOf(post.id)).toEqual([]);
  expect((await getThreadPage(post.id, 1))?.comments[0]).toMatchObject({ id, isPinned: false, isPicked: false });
  await expect(pinComment(moderator, { id: 'none', on: true })).rejects.toMatchObject({ code: 'not_found' });

  await undoModeration(moderator, batch);
  expect(await pinnedOf(post.id)).toEqual([id]);
});

test('what readers cannot see is neither pinned nor picked', async () => {
  const post = await createPost();
  const { id } = await createComment(post.id, { status: 'pending' });
  await expect(pinComment(await actorWith('moderator'), { id, on: true })).rejects.toMatchObject({ code: 'conflict' });
  await expect(pickComment(await actorWith('editor'), { id, on: true })).rejects.toMatchObject({ code: 'conflict' });
});

test.each(roles)('who may pin and pick: %s', async (role) => {
  const post = await createPost();
  const { id } = await createComment(post.id);
  const actor = await actorWith(role);
  const answer = async (change: Promise<unknown>) =>
    change.then(() => true).catch(({ code }: { code: string }) => code);

  expect(await answer(pinComment(actor, { id, on: true }))).toBe(moderating.includes(role) ? true : 'forbidden');
  expect(await answer(pickComment(actor, { id, on: true }))).toBe(editing.includes(role) ? true : 'forbidden');
  const found = await findCommentFor(actor, { id, slug: post.slug });
  expect(found?.can).toMatchObject({ pin: moderating.includes(role), pick: editing.includes(role) });
  expect((await findViewerOfThread(actor, post.id)).canPick).toBe(editing.includes(role));
});

test('the author of the post picks comments, replies too, but not their own', async () => {
  const post = await createPost();
  const author = await actorWith('author');
  await db.postAuthor.create({ data: { postId: post.id, userId: author.id, position: 0 } });
  const own = await createComment(post.id, { authorId: author.id });
  const reply = await createComment(post.id, { parentId: own.id });

  await pickComment(author, { id: reply.id, on: true });
  expect((await getThreadPage(post.id, 1))?.comments).toMatchObject([{ isPicked: false }, { isPicked: true }]);
  expect((await findViewerOfThread(author, post.id)).canPick).toBe(true);
  await expect(pickComment(author, { id: own.id, on: true })).rejects.toThrow('Your own comment cannot be your pick.');

  await db.user.update({ where: { id: author.id }, data: { role: 'reader' } });
  await expect(pickComment(author, { id: reply.id, on: false })).rejects.toMatchObject({ code: 'forbidden' });
});

test('each change is entered in the audit log once and makes the thread stale; done again, it changes nothing', async () => {
  const post = await createPost();
  const moderator = await actorWith('moderator');
  const { id } = await createComment(post.id);
  const pin = async (on: boolean) => (await madeStaleBy(() => pinComment(moderator, { id, on }))).tags;

  expect(await pin(true)).toEqual([`comments:${post.id}`]);
  expect(await pin(true)).toEqual([]);
  expect(await pin(false)).toEqual([`comments:${post.id}`]);
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } });
  expect(entries.map(({ action }) => action).sort()).toEqual(['comment.pin', 'comment.unpin']);
});
