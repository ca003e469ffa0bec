import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const on = (day: string) => new Date(`2031-05-${day}T09:00:00Z`);

test('the calendar shows a month, and a scheduled post is moved in it and back', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Spring tide', publishAt: on('10'), firstPublishedAt: on('10') });
  await page.goto(`${site.url}/admin/posts`);
  await page.getByRole('link', { name: 'Calendar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible();
  await page.goto(`${site.url}/admin/calendar?month=2031-04`);
  await page.getByRole('link', { name: 'Next month' }).click();
  await expect(page).toHaveURL(/month=2031-05$/);
  const day = (number: string) => page.getByRole('cell').filter({ hasText: `May ${number}` });
  await expect(day('10')).toContainText('Spring tide');
  await expect(day('10')).toContainText('Scheduled');
  await day('10').getByText('Move', { exact: false }).first().click();
  await day('10').getByLabel('Publish on').fill('2031-05-12T10:30');
  await day('10').getByRole('button', { name: 'Move' }).click();
  await expect(page.getByText(/^Moved to 12 May 2031 10:30\.$/)).toBeVisible();
  await expect(day('12')).toContainText('Spring tide');
  const publishAt = async () => (await db.post.findUniqueOrThrow({ where: { id: post.id } })).publishAt?.toISOString();
  expect(await publishAt()).toBe('2031-05-12T10:30:00.000Z');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(day('10')).toContainText('Spring tide');
  expect(await publishAt()).toBe('2031-05-10T09:00:00.000Z');
});

test('a draft with a date is moved by a day and back; what is published stays', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Neap tide', status: 'draft', publishAt: on('20'), firstPublishedAt: null });
  await page.goto(`${site.url}/admin/calendar?month=2031-05`);
  const day = (number: string) => page.getByRole('cell').filter({ hasText: `May ${number}` });
  await day('20').getByText('Move', { exact: false }).first().click();
  await day('20').getByRole('button', { name: 'A day later' }).click();
  await expect(page.getByText('Moved to 21 May 2031 09:00.')).toBeVisible();
  await expect(day('21')).toContainText('Neap tide');
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).status).toBe('draft');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(day('20')).toContainText('Neap tide');
});

test('several posts get a publish date in the list, and undo takes it back', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const draft = { status: 'draft', publishAt: null, firstPublishedAt: null };
  const posts = [await createPost({ title: 'Ebb', ...draft }), await createPost({ title: 'Flood', ...draft })];
  await page.goto(`${site.url}/admin/posts?state=draft`);
  for (const title of ['Ebb', 'Flood']) await page.getByRole('checkbox', { name: `Select “${title}”` }).check();
  await page.getByText('Set publish date…').click();
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText(/^Choose when the first one is published\./).first()).toBeVisible();
  for (const title of ['Ebb', 'Flood']) await page.getByRole('checkbox', { name: `Select “${title}”` }).check();
  if (!(await page.getByLabel('First one on').isVisible())) await page.getByText('Set publish date…').click();
  await page.getByLabel('First one on').fill('2031-07-01T09:00');
  await page.getByLabel('Then every').fill('1');
  await page.getByLabel('Unit').selectOption('weeks');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText('2 posts scheduled.')).toBeVisible();
  const dates = async () => {
    const rows = await db.post.findMany({
      where: { id: { in: posts.map(({ id }) => id) } },
      select: { publishAt: true },
    });
    return rows.map(({ publishAt }) => publishAt?.toISOString().slice(0, 16) ?? '').toSorted();
  };
  expect(await dates()).toEqual(['2031-07-01T09:00', '2031-07-08T09:00']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Scheduling of 2 posts undone.')).toBeVisible();
  expect(await dates()).toEqual(['', '']);
});
