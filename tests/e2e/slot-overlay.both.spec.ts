import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { addLineItem, bodyOf, codeDraft, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { expect, test } from './site';

test('whoever edits slots sees them on the page, with what a reader gets and why; nothing of it is counted', async ({
  page,
  context,
  site,
}) => {
  await removeLineItems();
  await db.slotStatistic.deleteMany();
  const post = await createPost({ ...bodyOf(30), title: 'Spring tide' });
  const settings = { width: 728, height: 90, mobileWidth: 320, mobileHeight: 100 };
  await fillSlot('below-title', textDraft({ headline: 'Ropes' }), { settings });
  await addLineItem('below-title', textDraft({ headline: 'Anchors' }), { tier: 'sponsorship' });
  await fillSlot('post-end', codeDraft('<p>Code of others</p>'));
  const { id: sidebar } = await fillSlot('sidebar', textDraft({ headline: 'Beside' }));
  await db.slot.update({ where: { id: sidebar }, data: { enabled: false } });
  await site.refresh(['slots', 'list']);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));

  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);
  await page.getByRole('link', { name: 'See slots on the site' }).click();
  await expect(page.getByRole('heading', { name: 'Spring tide' })).toBeVisible();
  const belowTitle = page.locator('[data-slot="below-title"] .slot-explained');
  await expect(belowTitle.locator('summary')).toHaveText(/· 728\s×\s90, on mobile 320\s×\s100 · Anchors$/);
  await expect(page.locator('[data-slot="below-title"] .slot__text')).toContainText('Anchors');
  const { y: tag } = (await belowTitle.boundingBox())!;
  const content = (await page.locator('[data-slot="below-title"] .slot__box').boundingBox())!;
  expect(tag).toBeGreaterThanOrEqual(content.y + content.height);
  await belowTitle.locator('summary').click();
  await expect(belowTitle.getByText('This reader gets it. 1,000 of 1,000 such readers get it.')).toBeVisible();
  await expect(belowTitle.getByText('Another one has a higher priority. 0 of 1,000')).toBeVisible();
  await expect(page.locator('[data-slot="post-end"] .slot-explained')).toHaveCount(1);
  const bar = page.getByRole('complementary', { name: 'Slots on this page' });
  await bar.getByText(/^Not on this page: \d+$/).click();
  await expect(bar.getByRole('listitem').filter({ hasText: 'It is disabled.' })).not.toHaveCount(0);

  await bar.getByLabel('Page').fill('/');
  await bar.getByLabel('Window').selectOption('Mobile (390 px)');
  await bar.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/path=%2F&width=390/);
  await expect(bar.getByLabel('Window')).toHaveValue('390');
  await page.goto(`${site.url}/preview/on-page?path=/nowhere`);
  await expect(bar.getByRole('alert')).toHaveText('There is no public page at “/nowhere”: this is the home page.');

  expect(sent.filter((request) => request.startsWith('POST'))).toEqual([]);
  expect(await db.slotStatistic.count()).toBe(0);
  const html = await (await page.request.get(`${site.url}/${post.slug}`)).text();
  expect(html).not.toContain('slot-explained');
});

test('readers and authors cannot open it', async ({ page, context, site }) => {
  await page.goto(`${site.url}/preview/on-page`);
  await expect(page).toHaveURL(/\/signin/);
  for (const role of ['reader', 'author', 'editor'] as const) {
    await site.signIn(context, role);
    expect((await page.goto(`${site.url}/preview/on-page`))?.status(), role).toBe(404);
  }
});
