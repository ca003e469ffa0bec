import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('staff pin and pick comments in the thread itself, by one press, and undo it by one', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Buoys' });
  const { id } = await createComment(post.id, { body: 'Green to starboard.', authorName: 'Ida Brandt' });
  await createComment(post.id, { parentId: id, authorName: 'Ole Petersen' });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/${post.slug}`);
  const comment = page.locator(`#comment-${id}`);
  const pinned = page.getByRole('region', { name: 'Pinned comments' });

  await comment.getByRole('button', { name: 'Pin the comment by Ida Brandt', exact: true }).click();
  await expect(pinned.getByRole('article')).toContainText(['Green to starboard.']);
  await comment.getByRole('button', { name: 'Mark as author’s pick the comment by Ida Brandt', exact: true }).click();
  await expect(comment.locator('.comment__header')).toContainText('Author’s pick');
  await expect(page.getByRole('button', { name: 'Pin the comment by Ole Petersen', exact: true })).toHaveCount(0);

  await comment.getByRole('button', { name: 'Unpin the comment by Ida Brandt', exact: true }).click();
  await expect(comment.getByRole('button', { name: 'Pin the comment by Ida Brandt', exact: true })).toBeVisible();
  await expect(pinned).toHaveCount(0);
  await comment.getByRole('button', { name: 'Unmark as author’s pick the comment by Ida Brandt', exact: true }).click();
  await expect(comment.getByRole('button', { name: 'Mark as author’s pick the comment by Ida Brandt' })).toBeVisible();
  await expect(comment.locator('.comment__header')).not.toContainText('Author’s pick');
});
