import type { Page } from '@playwright/test';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

/** The form is there before its script is; the script marks it, so that the same words are never taken twice. */
const scripted = (page: Page) => expect(page.locator('#post-comment [name=idempotencyKey]')).not.toHaveValue('');

test('a reply form opens in place, and what is typed survives a closed tab', async ({ page, site }) => {
  const post = await createPost();
  const { id } = await createComment(post.id, { authorName: 'Old Tom' });
  await page.goto(`${site.url}/${post.slug}`);
  await scripted(page);

  await page.getByRole('link', { name: 'Reply to Old Tom' }).click();
  const field = page.getByLabel('Your reply to Old Tom');
  await expect(field).toBeFocused();
  await field.fill('Before the tab was closed');
  await expect(page).toHaveURL(`${site.url}/${post.slug}`);

  await page.reload();
  await scripted(page);
  await page.locator(`a[data-answer="${id}"]`).click();
  await expect(field).toHaveValue('Before the tab was closed');
});

test('a line that breaks keeps the words in the field', async ({ page, site, context }) => {
  const post = await createPost();
  await page.goto(`${site.url}/${post.slug}`);
  await scripted(page);
  await page.getByLabel('Your comment').fill('Sent from the fog.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Post comment' }).click();

  await expect(page.getByText('That did not reach us')).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('Sent from the fog.');
});

test('the queue goes by keyboard, and by the dozen', async ({ page, site, context }) => {
  const post = await createPost();
  for (const body of ['One herring', 'Two herrings', 'Three herrings']) {
    await createComment(post.id, { status: 'pending', body });
  }
  await site.signIn(context, 'moderator', 'Mo Keller');
  await page.goto(`${site.url}/admin/comments?post=${post.id}`);
  await expect(page.locator('[data-chosen]')).toHaveText('0 comments');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await expect(page.getByText('Hid one comment.')).toBeVisible();
  await expect(page.locator('[data-row]')).toHaveCount(2);

  for (const box of await page.locator('[data-row] .row__check input').all()) await box.check();
  await expect(page.locator('[data-chosen]')).toHaveText('2 comments');
  await page.locator('#bulk').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved 2 comments.')).toBeVisible();
  await expect(page.getByText('No comments found')).toBeVisible();
});
