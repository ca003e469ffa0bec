import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('the dashboard shows views, readers and reasons, and every table can be downloaded', async ({
  page,
  site,
  context,
}) => {
  const post = await createPost({ title: 'Low water' });
  const day = new Date().toISOString().slice(0, 10);
  const of = (dimension: string, value: string, count: number) => ({
    period: 'day',
    bucket: day,
    dimension,
    value,
    count,
  });
  await db.readerStatistic.createMany({
    data: [
      of('post', post.id, 1_234),
      of('referrer', 'news.example', 12),
      of('referrer', '', 30),
      of('country', 'AT', 9),
      of('readers', '', 45),
      { ...of('views', '', 1_300), period: 'hour', bucket: new Date().toISOString().slice(0, 13) },
    ],
  });
  await db.filteredStatistic.create({
    data: { period: 'day', bucket: day, slotId: '', reason: 'bot', event: 'view', count: 77 },
  });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin`);

  await expect(page.getByText('1,300 in all')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Low water 1,234' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'news.example 12' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'None: typed, saved or not told 30' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Austria 9' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Robots that say so Views 77' })).toBeVisible();
  await page.getByText('Show the days as a table').click();
  await expect(page.getByRole('row', { name: `${day} 1,300 45` })).toBeVisible();

  for (const link of await page.getByRole('link', { name: /as CSV$/ }).all()) {
    const answer = await page.request.get(`${site.url}${await link.getAttribute('href')}`);
    expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
    expect((await answer.text()).split('\r\n').length).toBeGreaterThan(1);
  }
});
