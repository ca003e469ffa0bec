import { db } from '@/lib/database/db';
import { createCampaign, sellLineItem } from '../factories/campaigns';
import { addLineItem, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { expect, test } from './site';

test.beforeEach(async ({ site: _site }) => {
  await removeLineItems();
  await db.slotStatistic.deleteMany();
});

test('an ad manager sells line items, and the advertiser reads of them until the link is revoked', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await fillSlot('header', textDraft());
  const sold = await addLineItem('header', textDraft({ headline: 'Oilskins' }), { name: 'Oilskins in the header' });
  const other = await createCampaign({ name: 'Of somebody else' });
  const foreign = { campaignId: other.id, name: 'Foreign', creative: textDraft({ headline: 'Foreign words' }) };
  await sellLineItem('footer', { ...foreign, served: 77_000 });
  await site.signIn(context, 'ads');

  await page.goto(`${site.url}/admin/slots`);
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('link', { name: 'New campaign' }).click();
  await page.getByLabel('Name').fill('Autumn storms');
  await page.getByLabel('Contact (e-mail)').fill('ida@');
  await page.getByRole('button', { name: 'Add campaign' }).click();
  await expect(page.getByText('Enter who advertises.').first()).toBeVisible();
  await expect(page.getByText(/Enter a valid e-mail address, such as/).first()).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Autumn storms');
  await page.getByLabel('Advertiser').fill('Chandler & Daughters');
  await page.getByLabel('Contact (e-mail)').fill('ida@chandler.example');
  await page.getByRole('button', { name: 'Add campaign' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Autumn storms' })).toBeVisible();
  await expect(page.getByText(/^Added\. Now choose it/)).toBeVisible();
  const campaign = page.url();
  const campaignId = campaign.split('/').at(-1) ?? '';

  await page.goto(`${site.url}/admin/slots/header-slot/line-items/${sold.id}`);
  await page.getByRole('combobox', { name: 'Campaign' }).selectOption('Autumn storms, Chandler & Daughters');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Saved\. Its content is version/)).toBeVisible();
  const creative = textDraft({ headline: 'Ropes for storms' });
  await sellLineItem('footer', { campaignId, name: 'Ropes in the footer', creative, served: 20_000 });
  await page.goto(`${site.url}/admin/slots/campaigns`);
  const listed = page.getByRole('listitem').filter({ hasText: 'Autumn storms' });
  await expect(listed).toContainText('Chandler & Daughters · 2 line items');
  await expect(listed).toContainText('20,000 impressions · 15,000 viewable (75.0 %) · 200 clicks (1.00 %)');
  await listed.getByRole('link', { name: 'Autumn storms' }).click();
  await expect(page.getByRole('row', { name: /Ropes in the footer/ })).toContainText('No goal');
  await page.getByRole('button', { name: 'Create a link' }).click();
  await expect(page.getByText('Created. Send this link to the advertiser.')).toBeVisible();
  const report = await page.getByLabel('Link to the report').inputValue();

  const stranger = await context.browser()!.newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } });
  const reader = await stranger.newPage();
  const answer = await reader.goto(report);
  expect(answer?.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  await expect(reader.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer');
  await expect(reader.getByRole('heading', { level: 1, name: 'Autumn storms' })).toBeVisible();
  await expect(reader.locator('.report__totals')).toHaveText(/20,000.*15,000.*75\.0\s%.*200.*1\.00\s%/);
  await expect(reader.locator('.report-bars__axis')).toHaveText(/^2,000\s*1,000\s*0$/);
  await expect(reader.getByRole('link', { name: 'Ropes for storms' })).toBeVisible();
  await expect(reader.getByText(/Foreign|Of somebody else|77,000/)).toHaveCount(0);
  expect(await reader.evaluate('document.documentElement.scrollWidth')).toBe(360);
  const file = await reader.request.get(`${report}/report.csv`);
  expect(file.headers()).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'x-robots-tag': 'noindex' });
  expect(await file.text()).toMatch(/^"Day","Line item","Slot",.*\r\n"\d{4}-\d\d-\d\d","Ropes in the footer",/);
  await reader.getByLabel('From').fill('2026-01-02');
  await reader.getByLabel('Until').fill('2026-01-01');
  await reader.getByRole('button', { name: 'Show' }).click();
  await expect(reader.getByText('The first day is after the last. Shown are the last 30 days.')).toBeVisible();
  expect((await reader.goto(`${report.slice(0, -1)}${report.endsWith('A') ? 'B' : 'A'}x`))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Revoke the link' }).click();
  await expect(page.getByText('Revoked. The link shows nothing any more.')).toBeVisible();
  expect((await reader.goto(report))?.status()).toBe(404);
  await expect(reader.getByText(/Autumn storms|Ropes/)).toHaveCount(0);
  expect((await reader.request.get(`${report}/report.csv`)).status()).toBe(404);
  await stranger.close();

  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived. 2 line items are disabled.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByText('Archived. 2 line items are disabled.')).toBeHidden();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText(/^Restored\. Enable the line items/)).toBeVisible();
});

test('an ad manager offers slots in a media kit that the footer leads to, and takes it away', async ({
  page,
  context,
  site,
}) => {
  await fillSlot('footer', textDraft());
  await sellLineItem('footer', {
    campaignId: (await createCampaign()).id,
    name: 'Ropes',
    creative: textDraft(),
    served: 40_000,
  });
  await site.refresh(['slots']);
  expect((await page.goto(`${site.url}/media-kit`))?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'Advertise' })).toHaveCount(0);
  await site.signIn(context, 'ads');

  await page.goto(`${site.url}/admin/slots/media-kit`);
  await page.getByLabel('Show the page, and a link to it in the footer').check();
  await page.getByLabel('Text', { exact: true }).fill('Sailors read us.\n\nWe take no gambling.');
  await page.getByLabel('“Footer” is for sale').check();
  await page.getByLabel('“Header” is for sale').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter how advertisers reach you, or leave the page off.').first()).toBeVisible();
  await expect(page.getByLabel('“Footer” is for sale')).toBeChecked();
  await page.getByLabel('Contact').fill('ida@harbour.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. /media-kit offers 2 slots.')).toBeVisible();

  await page.goto(site.url);
  await page.getByRole('link', { name: 'Advertise' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Advertise' })).toBeVisible();
  await expect(page.getByText('We take no gambling.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Write to ida@harbour.example' })).toHaveAttribute(
    'href',
    'mailto:ida@harbour.example',
  );
  const offer = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(offer('Footer')).toContainText(/Viewable rate\s*75%\s*Click rate\s*1\.00%/);
  await expect(offer('Header')).toContainText('too few to say yet');

  await page.goto(`${site.url}/admin/slots/media-kit`);
  await page.getByLabel('Show the page, and a link to it in the footer').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. There is no page at /media-kit.')).toBeVisible();
  expect((await page.goto(`${site.url}/media-kit`))?.status()).toBe(404);
});
