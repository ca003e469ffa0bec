import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

test('tags are walked through and selected by keys', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await db.tag.deleteMany();
  const rows = ['Cleat', 'Bollard'].map((name) => ({
    id: newId(),
    name,
    slug: name.toLowerCase(),
    createdAt: new Date(),
  }));
  await db.tag.createMany({ data: rows });
  await page.goto(`${site.url}/admin/tags`);
  await untilHydrated(page.locator('form:has(.rows)'));
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Bollard' })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search tags')).toBeFocused();
});

test('all comments of the queue are selected at once, oldest first on demand', async ({ page, context, site }) => {
  await site.signIn(context, 'moderator');
  await db.comment.deleteMany();
  const { id: postId } = await createPost();
  for (const [at, body] of ['First said', 'Second said'].entries())
    await createComment(postId, { status: 'pending', body, createdAt: new Date(Date.UTC(2026, 0, 1, at)) });
  await page.goto(`${site.url}/admin/comments`);
  await page.getByRole('link', { name: 'Oldest first' }).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'First' })
      .or(page.getByRole('listitem').filter({ hasText: 'Second' }))
      .first(),
  ).toContainText('First');
  await page.getByLabel('Search in comments').fill('said');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search=said.*sort=oldest|sort=oldest.*search=said/);
  await expect(page.getByRole('listitem').filter({ hasText: 'said' }).first()).toContainText('First');
  await page.getByRole('link', { name: 'Newest first' }).click();
  await expect(page).toHaveURL(`${site.url}/admin/comments?search=said`);
  await expect(page.getByRole('listitem').filter({ hasText: 'said' }).first()).toContainText('Second');
  await page.goto(`${site.url}/admin/comments?sort=oldest`);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByText('Apply to 2 comments:')).toBeVisible();
  await page.locator('#bulk').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved 2 comments.')).toBeVisible();
});
