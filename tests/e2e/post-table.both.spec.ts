import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const day = 86_400_000;
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });

test.beforeEach(async ({ site }) => {
  await db.post.deleteMany();
  await site.refresh(['list']);
});

test('a post is duplicated from its row, without its address', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Fog signals', canonicalUrl: 'https://elsewhere.example/fog' });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts`);
  await page.getByRole('button', { name: 'Actions for “Fog signals”' }).click();
  await expect(page.getByRole('link', { name: 'View', exact: true })).toHaveAttribute('href', `/${post.slug}`);
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await page.waitForURL((url) => /^\/admin\/posts\/[^/]+$/.test(url.pathname));
  const copy = await db.post.findFirstOrThrow({ where: { id: { not: post.id } } });
  expect(page.url()).toContain(copy.id);
  expect(copy).toMatchObject({
    title: 'Copy of Fog signals',
    status: 'draft',
    bodyHtml: post.bodyHtml,
    canonicalUrl: '',
  });
  expect(copy.slug).not.toBe(post.slug);
});

test('a row’s menu moves that post alone to the trash, whatever is selected, and undo restores it', async ({
  page,
  context,
  site,
}) => {
  await createPost({ title: 'Buoys' });
  await createPost({ title: 'Nets' });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts`);
  await page.getByRole('checkbox', { name: 'Select “Nets”' }).check();
  await page.getByRole('button', { name: 'Actions for “Buoys”' }).click();
  await page.getByRole('button', { name: 'Move to trash' }).first().click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
  await expect(row(page, 'Nets')).toBeVisible();
  await expect(row(page, 'Buoys')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Buoys')).toBeVisible();
});

test('the table sorts by its columns, and leads to the comments of a post', async ({ page, context, site }) => {
  const now = Date.now();
  const old = await createPost({ title: 'Old', publishAt: new Date(now - 9 * day), updatedAt: new Date(now) });
  const recent = await createPost({
    title: 'New',
    publishAt: new Date(now - day),
    updatedAt: new Date(now - day),
  });
  await db.readerStatistic.create({
    data: { period: 'total', dimension: 'post', bucket: '', value: recent.id, count: 3 },
  });
  await createComment(old.id);
  await db.post.update({ where: { id: old.id }, data: { commentCount: 1, updatedAt: new Date(now) } });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts`);
  const titles = page.locator('.rows .row__title');
  await expect(titles).toHaveText(['Old', 'New']);
  await expect(page.getByRole('columnheader', { name: 'Updated' })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('columnheader', { name: 'Updated' }).getByRole('link').click();
  await expect(titles).toHaveText(['New', 'Old']);
  await expect(page.getByRole('columnheader', { name: 'Updated' })).toHaveAttribute('aria-sort', 'ascending');

  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Published' }).click();
  await page.getByRole('columnheader', { name: 'Published' }).getByRole('link').click();
  await expect(titles).toHaveText(['New', 'Old']);
  await page.getByRole('columnheader', { name: 'Published' }).getByRole('link').click();
  await expect(titles).toHaveText(['Old', 'New']);

  for (const [column, first] of [
    ['Comments', 'Old'],
    ['Views', 'New'],
    ['Title', 'New'],
  ] as const) {
    const heading = page.getByRole('columnheader', { name: column });
    await heading.getByRole('link').click();
    await expect(heading).toHaveAttribute('aria-sort', column === 'Title' ? 'ascending' : 'descending');
    await expect(titles.first()).toHaveText(first);
  }

  await row(page, 'Old').getByRole('link', { name: '1 comment', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/comments\\?.*post=${old.id}`));
});
