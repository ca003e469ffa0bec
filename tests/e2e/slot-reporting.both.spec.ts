import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { db } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import { createComment } from '../factories/comments';
import { positionSchema } from '@/lib/slots/slot';
import { createPost } from '../factories/posts';
import { addLineItem, bodyOf, codeDraft, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { expect, test, type Site } from './site';

async function openArticle(page: Page, site: Site) {
  const post = await createPost(bodyOf(6));
  await db.readerReport.deleteMany();
  await fillSlot('post-end', codeDraft(`<b>Ropes for ${post.slug}</b>`));
  await fillSlot('header', textDraft());
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${post.slug}`);
  return post;
}

const link = (page: Page) => page.getByRole('link', { name: 'Hide or report' });
const box = (page: Page) => page.locator('[data-slot="post-end"] .slot__box');

test('a reader reports what a slot shows, and an ad manager pauses the slot', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await openArticle(page, site);
  await expect(link(page)).toHaveCount(1);
  const height = (await box(page).boundingBox())?.height;
  await link(page).click();
  if (javaScriptEnabled) {
    const dialog = page.getByRole('dialog', { name: 'Hide or report this ad' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await link(page).click();
    await dialog.getByRole('button', { name: 'Hide and report' }).click();
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
    await dialog.getByLabel('It is misleading').check();
    const { violations } = await new AxeBuilder({ page }).include('.slot-report').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await dialog.getByRole('button', { name: 'Hide and report' }).click();
    await expect(page.getByText('Reported. Thank you.')).toBeVisible();
    await expect(box(page)).toBeHidden();
    expect((await box(page).boundingBox())?.height).toBe(height);
    await page.reload();
    await expect(box(page)).toBeHidden();
    await page.getByRole('link', { name: 'Hidden here. Show again' }).click();
    await expect(box(page)).toBeVisible();
  } else {
    await expect(page.getByRole('heading', { name: 'Report an ad' })).toBeVisible();
    await page.getByRole('button', { name: 'Report' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose what is wrong with it.');
    await page.getByLabel('What is wrong with it?').selectOption({ label: 'It is misleading' });
    await page.getByRole('button', { name: 'Report' }).click();
    await expect(page.getByText('Reported. Thank you. The site owner will look at it.')).toBeVisible();
    await page.goto(`${site.url}/${post.slug}`);
    await expect(box(page)).toBeVisible();
  }

  const admin = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(admin, 'ads');
  const queue = await admin.newPage();
  await queue.goto(`${site.url}/admin/slots`);
  await queue.getByRole('link', { name: 'Reader reports (1)' }).click();
  await expect(queue.getByText('It is misleading (1)')).toBeVisible();
  await expect(queue.getByRole('link', { name: `/${post.slug}` })).toBeVisible();
  await queue.getByRole('button', { name: 'Disable End of the article' }).click();
  await expect(queue.getByText('No open reports.')).toBeVisible();
  await page.reload();
  await expect(box(page)).toHaveCount(0);
  await db.slot.updateMany({ data: { enabled: true } });
  await admin.close();
});

test('a form that cannot be loaded, or without JavaScript, is a page', async ({ page, site }) => {
  await openArticle(page, site);
  await page.route('**/_s/r-*', (route) => route.abort());
  await link(page).click();
  await expect(page.getByRole('heading', { name: 'Report an ad' })).toBeVisible();
});

test('what the reader’s browser chose is reported and hidden as well', async ({ page, site, javaScriptEnabled }) => {
  const post = await openArticle(page, site);
  await addLineItem('post-end', codeDraft(`<b>Knots for ${post.slug}</b>`), { tier: 'sponsorship' });
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${post.slug}`);
  if (javaScriptEnabled) {
    await link(page).click();
    await page.getByRole('button', { name: 'Only hide' }).click();
    await expect(box(page)).toBeHidden();
    await page.reload();
    await expect(page.getByRole('link', { name: 'Hidden here. Show again' })).toBeVisible();
    await expect(box(page)).toBeHidden();
    await page.getByRole('link', { name: 'Hidden here. Show again' }).click();
    await box(page).scrollIntoViewIfNeeded();
    await expect(box(page).frameLocator('iframe').getByText(`Knots for ${post.slug}`)).toBeVisible();
  } else await expect(link(page)).toHaveCount(0);
  await removeLineItems();
});

test('nothing is offered beside content of the site’s own, or where the settings say so', async ({ page, site }) => {
  await openArticle(page, site);
  await expect(page.locator('[data-slot="header"]')).not.toContainText('Hide or report');
  await storeSettings({ slotReports: false });
  await site.refresh(['site', 'slots']);
  await page.reload();
  await expect(box(page)).toBeVisible();
  await expect(link(page)).toHaveCount(0);
  expect(await page.content()).not.toContain('data-report');
  await storeSettings({ slotReports: true });
  await site.refresh(['site', 'slots']);
});

test('a post marked sensitive shows no ads, and none stands beside it in a list', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await fillSlot('header', textDraft());
  await fillSlot('list', textDraft(), {
    settings: { position: positionSchema.parse({ every: 1, maximum: 20, distance: 0 }) },
  });
  const posts: { id: string; slug: string }[] = [];
  for (let count = 0; count < 4; count += 1) {
    const publishAt = new Date(Date.now() - (count + 1) * 1_000);
    posts.push(await createPost({ ...bodyOf(6), title: `Report ${count} of ${javaScriptEnabled}`, publishAt }));
  }
  await site.refresh(['slots', 'list']);
  await page.goto(`${site.url}/${posts[1]!.slug}`);
  await expect(page.locator('[data-slot="header"]')).toHaveCount(1);

  const admin = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(admin, 'owner');
  const editor = await admin.newPage();
  await editor.goto(`${site.url}/admin/posts/${posts[1]!.id}`);
  if (javaScriptEnabled) {
    await editor.getByRole('button', { name: 'Post settings' }).click();
    await editor.getByLabel('Sensitive subject: show no ads on this post').check();
    await editor.keyboard.press('Escape');
    await editor.getByRole('button', { name: 'Update…' }).click();
    await editor.getByRole('button', { name: 'Update now' }).click();
  } else {
    await editor.getByLabel('Sensitive subject').selectOption({ label: 'Yes: no ads on it or beside it' });
    await editor.getByRole('button', { name: 'Update' }).click();
  }
  await expect
    .poll(async () => (await db.post.findUniqueOrThrow({ where: { id: posts[1]!.id } })).sensitive)
    .toBe(true);
  await admin.close();

  await expect
    .poll(async () => {
      await page.goto(`${site.url}/${posts[1]!.slug}`);
      return page.locator('[data-slot]').count();
    })
    .toBe(0);
  await page.goto(site.url);
  const order = await page
    .locator('.post-list > *')
    .evaluateAll((all) => all.map((one) => (one.hasAttribute('data-slot') ? 'slot' : (one.textContent ?? ''))));
  const at = order.findIndex((text) => text.includes(`Report 1 of ${javaScriptEnabled}`));
  expect(at).toBeGreaterThan(-1);
  expect([order[at - 1], order[at + 1]]).not.toContain('slot');
  expect(order).toContain('slot');
});

test('no ad stands beside a removed comment, nor in a locked conversation', async ({ page, site }) => {
  const post = await createPost(bodyOf(6));
  const comments = [];
  for (let count = 0; count < 5; count += 1) comments.push(await createComment(post.id));
  await createComment(post.id, { parentId: comments[1]!.id });
  await db.comment.update({ where: { id: comments[1]!.id }, data: { status: 'hidden' } });
  await fillSlot('comments', textDraft(), {
    settings: { position: positionSchema.parse({ every: 1, maximum: 20, distance: 0 }) },
  });
  await site.refresh(['slots', `comments:${post.id}`]);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator('[data-slot="comments"]')).toHaveCount(2);

  await db.post.update({ where: { id: post.id }, data: { commentsLockedReason: 'Too heated.' } });
  await site.refresh([`post:${post.id}`, `comments:${post.id}`]);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByText('This conversation is locked')).toBeVisible();
  await expect(page.locator('[data-slot="comments"]')).toHaveCount(0);
});
