import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createSlot } from '@/lib/slots/own-slots';
import { saveSlot } from '@/lib/slots/saving';
import { defaultSlotSettings } from '@/lib/slots/slot';
import { createPost } from '../factories/posts';
import { bodyOf, fillSlot, textDraft } from '../factories/slots';
import { actorWith } from '../factories/users';
import { expect, test } from './site';

const post = bodyOf(12);
const headline = (page: Page, words: string) => page.locator('[data-slot]', { hasText: words });

test('an owner adds a slot, changes the order, and deletes it after being asked', async ({ page, context, site }) => {
  await fillSlot('post-end', textDraft({ headline: 'Ropes' }));
  const { slug } = await createPost(post);
  await site.refresh(['slots', 'list']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots`);
  await page.getByLabel('Name').fill('End of the article');
  await page.getByLabel('Placement', { exact: true }).selectOption('End of the article');
  await page.getByRole('button', { name: 'Add slot' }).click();
  await expect(page.getByText('There is already a slot called “End of the article”.').first()).toBeVisible();
  await page.getByLabel('Name').fill('Harbour guide');
  await page.getByLabel('Placement', { exact: true }).selectOption('End of the article');
  await page.getByRole('button', { name: 'Add slot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour guide' })).toBeVisible();

  await page.locator('.slot-kinds__tab', { hasText: 'Text' }).click();
  await page.getByLabel('Headline').fill('Piers');
  await page.locator('#textLink').fill('https://pier.example/');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Readers now see version 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Move up' }).click();
  await expect(page.getByText('“Harbour guide” moved up.')).toBeVisible();
  const address = page.url();
  await page.goto(`${site.url}/${slug}`);
  await expect(page.locator('[data-slot="post-end"] strong')).toHaveText(['Piers', 'Ropes']);

  await page.goto(address);
  await page.getByRole('button', { name: 'Delete slot' }).first().click();
  await expect(page.getByText('This cannot be undone.')).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete slot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ad slots' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Harbour guide' })).toHaveCount(0);
  await page.goto(`${site.url}/${slug}`);
  await expect(page.locator('[data-slot="post-end"] strong')).toHaveText(['Ropes']);
  await page.goto(`${site.url}/admin/slots/post-end-slot`);
  await expect(page.getByRole('button', { name: 'Delete slot' })).toHaveCount(0);
});

test('positions and distances are typed in plain words, and a wrong one is said at its field', async ({
  page,
  context,
  site,
}) => {
  const { slug } = await createPost(post);
  await fillSlot('post-end', null);
  await site.refresh(['slots']);
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/in-article-slot`);
  await page.locator('.slot-kinds__tab', { hasText: 'Text' }).click();
  await page.getByLabel('Headline').fill('Knots');
  await page.locator('#textLink').fill('https://knots.example/');
  await page.getByLabel('After these blocks').fill('');
  await page.getByText('More positions').click();
  await page.getByLabel('At these parts of the text').fill('50%, 2');
  await page.getByLabel('Blocks before the end').fill('2');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.locator('#fractions-error')).toHaveText('A fraction must be a number from 0 to 1, such as 0.5.');
  await page.getByLabel('At these parts of the text').fill('50%');
  await page.getByText('Distances', { exact: true }).click();
  const onPhones = page.getByRole('group', { name: 'Mobile, in pixels' }).last();
  await onPhones.getByLabel('Between slots').fill('-5');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.locator('#spacing-mobile-between-error')).toHaveText('“Between slots” must be from 0 to 5,000.');
  await onPhones.getByLabel('Between slots').fill('400');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText(/Readers now see version \d/)).toBeVisible();

  await page.goto(`${site.url}/${slug}`);
  await expect(headline(page, 'Knots')).toHaveCount(2);
  const gaps = await page
    .locator('.prose__part')
    .evaluateAll((parts) => parts.map((part) => part.querySelectorAll('p').length));
  expect(gaps).toEqual([6, 4, 2]);
});

test('a spot in a text shows its slot there alone, and nothing once the slot is off or gone', async ({
  page,
  context,
  site,
}) => {
  const actor = await actorWith('ads');
  const { id } = await createSlot(actor, { name: 'Lamps of the quay', placement: 'in-article' });
  const settings = { ...defaultSlotSettings('in-article') };
  settings.rules = { ...settings.rules, minimumWords: 0 };
  await saveSlot(actor, { id, version: 1, settings, creative: textDraft({ headline: 'Lamps' }) });
  await site.refresh(['slots']);
  const isScripted = test.info().project.use.javaScriptEnabled !== false;
  await site.signIn(context, 'author');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill(isScripted ? 'Written with keys' : 'Written as HTML');
  await (isScripted ? insertWithKeys(page) : insertAsHtml(page));

  const { slug, feed } = isScripted
    ? { slug: 'written-with-keys', feed: 'Written with keys' }
    : { slug: 'written-as-html', feed: 'Written as HTML' };
  const stored = await db.post.findUniqueOrThrow({ where: { slug } });
  expect(stored.bodyHtml).toContain(
    `<p>One.</p>\n<div data-slot-spot="${isScripted ? id : 'lamps of the quay'}"></div>`,
  );
  expect(stored.renderedHtml).not.toContain('data-slot-spot');
  await page.goto(`${site.url}/${slug}`);
  await expect(headline(page, 'Lamps')).toHaveCount(1);
  await expect(page.locator('.prose__part').first()).toHaveText('One.');
  const answer = await page.request.get(`${site.url}/feed.xml`);
  const xml = await answer.text();
  expect(xml).toContain(feed);
  expect(xml).not.toContain('Lamps');
  expect(xml).not.toContain('data-slot-spot');

  await db.slot.update({ where: { id }, data: { enabled: false } });
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${slug}`);
  await expect(page.getByText('Two.')).toBeVisible();
  await expect(headline(page, 'Lamps')).toHaveCount(0);
  await db.slot.delete({ where: { id } });
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${slug}`);
  await expect(page.getByText('Two.')).toBeVisible();
  await expect(page.locator('[data-slot="in-article"]', { hasText: 'Lamps' })).toHaveCount(0);
});

async function insertWithKeys(page: Page) {
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.focus();
  await page.keyboard.type('One.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/ad');
  await expect(page.getByRole('option', { name: 'Ad slot' })).toBeVisible();
  await page.keyboard.press('Enter');
  const spot = text.getByRole('group', { name: 'Ad slot' });
  await spot.getByLabel('Ad slot').selectOption('Lamps of the quay');
  await expect(spot.getByText('Shown here, and nowhere else')).toBeVisible();
  await text.locator('p', { hasText: /^$/ }).last().click();
  await page.keyboard.type('Two.');
  await page.getByRole('button', { name: 'Publish' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Readers can see it now.').first()).toBeVisible();
}

async function insertAsHtml(page: Page) {
  const body = page.getByLabel('Text, as HTML');
  await expect(page.getByText('An ad slot between two paragraphs is written as')).toBeVisible();
  await body.fill(
    '<p>One.</p><div data-slot-spot="lamps of the quay" onclick="x()"><script>x()</script></div><p>Two.</p>',
  );
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
}
