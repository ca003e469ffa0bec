import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const at = (moment: string) => new Date(`2031-06-${moment}:00Z`);

test('a post is dragged to another day, keeps its time, and goes back', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await createPost({ title: 'Spring tide', publishAt: at('10T09:15'), firstPublishedAt: null });
  await page.goto(`${site.url}/admin/calendar?month=2031-06`);
  await untilHydrated(page.locator('table.calendar'));
  const day = (number: string) => page.getByRole('cell').filter({ hasText: `June ${number}` });
  await day('10').getByText('Spring tide').first().hover();
  await day('10').getByRole('listitem').dragTo(day('18'));
  await expect(page.getByText('Moved to 18 Jun 2031 09:15.')).toBeVisible();
  await expect(day('18')).toContainText('Spring tide');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(day('10')).toContainText('Spring tide');
});

test('a post is moved by keys, and keeps the focus', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Ebb', publishAt: at('03T09:15'), firstPublishedAt: null });
  await page.goto(`${site.url}/admin/calendar?month=2031-06`);
  await untilHydrated(page.locator('table.calendar'));
  const link = page.getByRole('link', { name: 'Ebb' });
  await link.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('Moved to 4 Jun 2031 09:15.')).toBeVisible();
  await expect(link).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('Moved to 11 Jun 2031 09:15.')).toBeVisible();
  await expect(link).toBeFocused();
  const { publishAt } = await db.post.findUniqueOrThrow({ where: { id: post.id } });
  expect(publishAt?.toISOString()).toBe('2031-06-11T09:15:00.000Z');
});

test('what is published is not moved, nor anything into the past', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const now = new Date();
  const month = now.toISOString().slice(0, 7);
  await createPost({ title: 'Out already', publishAt: new Date(now.getTime() - 60_000) });
  await page.goto(`${site.url}/admin/calendar?month=${month}`);
  await untilHydrated(page.locator('table.calendar'));
  await page.getByRole('link', { name: 'Out already' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('alert').filter({ hasText: 'This post is published already' })).toBeVisible();

  await createPost({ title: 'Next hour', publishAt: new Date(Date.now() + 3_600_000), firstPublishedAt: null });
  await page.goto(`${site.url}/admin/calendar?month=${new Date(Date.now() + 3_600_000).toISOString().slice(0, 7)}`);
  await untilHydrated(page.locator('table.calendar'));
  await page.getByRole('link', { name: 'Next hour' }).focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByRole('alert').filter({ hasText: 'That is in the past' })).toBeVisible();
});
