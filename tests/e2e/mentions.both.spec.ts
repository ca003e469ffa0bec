import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a name behind @ mentions who wrote in the thread: a link to their page, and a notification', async ({
  page,
  context,
  site,
  browser,
  javaScriptEnabled,
}) => {
  const post = await createPost();
  const other = await browser.newContext({ javaScriptEnabled });
  const ida = await site.signIn(other, 'reader', 'Ida Brandt');
  await createComment(post.id, { authorId: ida.id, body: 'The ferry is late.' });
  const writer = await site.signIn(context, 'reader', 'Ole Petersen');
  await createComment((await createPost()).id, { authorId: writer.id });
  await site.refresh([`comments:${post.id}`]);

  await page.goto(`${site.url}/${post.slug}`);
  await page.getByLabel('Your comment').fill('@Ida Brandt is right, and @Nobody is not.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.locator('.comment-form__preview').getByRole('link', { name: '@Ida Brandt' })).toBeVisible();
  await page.getByRole('button', { name: 'Post comment' }).click();
  const comment = page.locator('.comment', { hasText: 'is right' });
  await expect(comment.locator('.comment__body')).toHaveText('@Ida Brandt is right, and @Nobody is not.');
  await comment.getByRole('link', { name: '@Ida Brandt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ida Brandt' })).toBeVisible();

  const mentioned = await other.newPage();
  const told = () => db.notification.count({ where: { userId: ida.id, kind: 'mention' } });
  await expect.poll(told).toBe(1);
  await mentioned.goto(`${site.url}/account/notifications`);
  await expect(mentioned.getByText('Ole Petersen mentioned you in a comment on')).toBeVisible();
  await mentioned.getByLabel('Comments that mention me').selectOption({ label: 'Never' });
  await mentioned.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await db.notificationChoice.findUnique({ where: { userId: ida.id } }))?.mentions)
    .toBe('off');
  await other.close();
});
