import { db } from '@/lib/database/db';
import { shortDay } from '@/lib/time/site-time';
import { createPost } from '../factories/posts';
import { saveCard } from './settings-cards';
import { expect, test } from './site';

test('a dashboard and a slot without figures say so once, and when there will be some', async ({
  page,
  site,
  context,
}) => {
  const nothing = page.getByText('Nothing was counted in the last 30 days.');
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin`);
  await expect(nothing).toHaveCount(1);
  await expect(page.getByText('Figures appear some seconds after a reader has opened a page.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Referring sites' })).toHaveCount(0);

  const { id } = await db.slot.findFirstOrThrow({ select: { id: true } });
  await page.goto(`${site.url}/admin/slots/${id}/statistics`);
  await expect(nothing).toHaveCount(1);

  await page.goto(`${site.url}/admin/settings/reading`);
  await page.getByLabel('Count page views and readers, without cookies').uncheck();
  await saveCard(page, 'Statistics');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('link', { name: 'Turn counting on in the settings' }).click();
  await page.getByLabel('Count page views and readers, without cookies').check();
  await saveCard(page, 'Statistics');
  await expect(page.getByText('Settings saved.')).toBeVisible();
});

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
  await expect(page.getByText('1.5 a day')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Low water 1,234' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'news.example 12' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'None: typed, saved or not told 30' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Austria 9' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Robots that say so Views 77' })).toBeVisible();
  await page.getByText('Show the days as a table').click();
  const written = shortDay(new Date(day), 'UTC');
  await expect(page.getByRole('row', { name: `${written} 1,300 45` })).toBeVisible();
  await expect(page.locator('.metric__scale').first()).toContainText(written);
  await expect(page.getByText(day)).toHaveCount(0);

  for (const link of await page.getByRole('link', { name: /as CSV$/ }).all()) {
    const answer = await page.request.get(`${site.url}${await link.getAttribute('href')}`);
    expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
    expect((await answer.text()).split('\r\n').length).toBeGreaterThan(1);
  }
});

test('a plot of slots has its unit, and no line where nothing was measured', async ({ page, site, context }) => {
  const slot = await db.slot.findFirstOrThrow({ select: { id: true } });
  const day = new Date().toISOString().slice(0, 10);
  const counts = { eligible: 40, served: 40, viewable: 30, clicks: 2 };
  await db.slotStatistic.create({
    data: { period: 'day', bucket: day, slotId: slot.id, creativeId: 'gone', device: 'mobile', ...counts },
  });
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/statistics?slot=${slot.id}`);
  const plot = (title: string) => page.locator('.metric', { has: page.getByRole('heading', { name: title }) });
  await expect(plot('Viewable').locator('.metric__axis')).toHaveText(/^80\s%\s*40\s%\s*0\s%$/);
  await expect(plot('Viewable').locator('.metric__line')).toHaveAttribute('d', /^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
  await expect(plot('Impressions').locator('.metric__line')).toHaveAttribute('d', /^M(?:[\d.]+ [\d.]+L){29}/);
  await expect(plot('Layout shift').locator('svg')).toHaveCount(0);
  await expect(plot('Layout shift').locator('.metric__value')).toHaveText('–');
});
