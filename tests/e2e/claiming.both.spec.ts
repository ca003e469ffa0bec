import { commenterHash } from '@/lib/comments/commenters';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a reader makes the comments that were imported with their address their own', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Lamps along the quay' });
  const { id: commentId } = await createComment(post.id, {
    authorName: 'An old friend',
    body: 'I remember the lamps.',
  });
  await site.refresh(['list', `comments:${post.id}`]);
  const reader = await site.signIn(context, 'reader', 'Ida Brandt');
  const { email } = await db.user.findUniqueOrThrow({ where: { id: reader.id } });
  await db.importedCommenter.create({ data: { commentId, emailHash: commenterHash(email ?? '') } });
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator(`#comment-${commentId}`)).toContainText('An old friend');

  await page.goto(`${site.url}/account`);
  await expect(
    page.getByText('One comment that was imported from another system was written with your e-mail address.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Add to my account' }).click();
  await expect(page.getByText('One comment is yours now, under your name.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to my account' })).toHaveCount(0);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator(`#comment-${commentId}`)).toContainText('Ida Brandt');
});
