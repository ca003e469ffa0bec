import type { Page } from '@playwright/test';
import { storeSettings } from '@/lib/settings/queries';
import type { ConsentAsker } from '@/lib/slots/consent';
import { createPost } from '../factories/posts';
import { addLineItem, bodyOf, codeDraft, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { expect, test, type Site } from './site';

const framed = '<script src="data:text/javascript,1"></script><b>Ropes in a frame</b>';
const inPage = '<b>Knots in the page</b><script>document.body.dataset.ran = "yes"</script><img alt="" src="data:,">';

/** An article with code in a frame at its end, and code in the page in its header. */
async function openArticle(page: Page, site: Site, asker: ConsentAsker) {
  const post = await createPost(bodyOf(6));
  await storeSettings({ consent: asker });
  await fillSlot('post-end', codeDraft(framed));
  await fillSlot('header', codeDraft(inPage, 'in-page'));
  await site.refresh(['site', 'slots']);
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => /\/_s\/[fc]\//.test(request.url()) && asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const noted = window as unknown as { shift: number };
    noted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${site.url}/${post.slug}`);
  const shift = () => page.evaluate(() => (window as unknown as { shift: number }).shift);
  return { asked, errors, shift };
}

const notice = (page: Page) => page.getByRole('dialog', { name: 'Privacy choices' });
const again = (page: Page) => page.getByRole('button', { name: 'Privacy choices' });
const button = (page: Page, name: string) => notice(page).getByRole('button', { name });

async function expectFilled(page: Page, errors: string[]) {
  const header = page.locator('[data-slot="header"]');
  await header.scrollIntoViewIfNeeded();
  const seen = async () => ({ text: await header.textContent(), errors });
  await expect.poll(seen).toEqual({ text: expect.stringContaining('Knots in the page'), errors: [] });
  const end = page.locator('[data-slot="post-end"]');
  await end.scrollIntoViewIfNeeded();
  await expect(end.frameLocator('iframe').getByText('Ropes in a frame')).toBeVisible();
}

async function expectEmpty(page: Page) {
  await expect(page.locator('[data-slot="header"] .slot__host')).toBeEmpty();
  await expect(page.locator('[data-slot="post-end"] iframe')).not.toHaveAttribute('src');
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
}

test('nothing loads before a reader allows it; then it fills its box without a reload, and nothing moves', async ({
  page,
  site,
}) => {
  const { asked, errors, shift } = await openArticle(page, site, 'own');
  await expect(notice(page)).toBeVisible();
  await expect(notice(page)).toContainText('They load here only if you allow it.');
  expect(await notice(page).getByRole('button').allTextContents()).toEqual(['Reject all', 'Allow all']);
  const sizes = await notice(page)
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => `${one.clientWidth}x${one.clientHeight}`));
  expect(new Set(sizes).size).toBe(1);
  await page.locator('[data-slot="post-end"]').scrollIntoViewIfNeeded();
  await expectEmpty(page);
  for (const place of ['header', 'post-end']) {
    await expect(page.locator(`[data-slot="${place}"] .slot__label`)).toBeHidden();
  }
  const { height } = (await page.locator('[data-slot="post-end"] .slot__box').boundingBox())!;
  expect(height).toBe(280);
  expect(asked).toEqual([]);

  await page.evaluate(() => (document.body.dataset.mark = 'same document'));
  await button(page, 'Allow all').click();
  await expectFilled(page, errors);
  for (const place of ['header', 'post-end']) {
    await expect(page.locator(`[data-slot="${place}"] .slot__label`)).toBeVisible();
  }
  await expect(notice(page)).toHaveCount(0);
  await expect(page.locator('body')).toHaveAttribute('data-mark', 'same document');
  expect(await shift()).toBe(0);

  await page.reload();
  await expectFilled(page, errors);
  await expect(notice(page)).toHaveCount(0);
  expect(errors).toEqual([]);
});

/** What React does to clicks and keys while it hydrates a document. */
async function stopEventsAtDocument(page: Page) {
  await page.addInitScript(() => {
    for (const kind of ['click', 'keydown']) document.addEventListener(kind, (event) => event.stopPropagation(), true);
  });
}

test('a choice is heard also while the page hydrates', async ({ page, site }) => {
  await stopEventsAtDocument(page);
  const { errors } = await openArticle(page, site, 'own');
  await button(page, 'Reject all').focus();
  await page.keyboard.press('Escape');
  await expect(notice(page)).toHaveCount(0);
  await again(page).click();
  await button(page, 'Allow all').click();
  await expect(notice(page)).toHaveCount(0);
  await expectFilled(page, errors);
  await page.getByRole('link', { name: 'Hide or report' }).first().click();
  await page.getByRole('dialog', { name: 'Hide or report this ad' }).getByRole('button', { name: 'Only hide' }).click();
  await expect(page.getByRole('link', { name: 'Hidden here. Show again' })).toBeVisible();
});

test('a refusal is kept, can be taken back, and Escape allows nothing', async ({ page, site }) => {
  const { asked, errors } = await openArticle(page, site, 'own');
  await notice(page).getByRole('button', { name: 'Reject all' }).focus();
  await page.keyboard.press('Escape');
  await expect(notice(page)).toHaveCount(0);
  await expectEmpty(page);
  await page.reload();
  await button(page, 'Reject all').click();
  await page.reload();
  await expect(again(page)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await expectEmpty(page);
  expect(asked).toEqual([]);

  await again(page).click();
  await expect(notice(page).getByRole('heading', { name: 'Privacy choices' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(again(page)).toBeFocused();
  await again(page).click();
  await button(page, 'Allow all').click();
  await expectFilled(page, errors);

  await again(page).click();
  await button(page, 'Reject all').click();
  await expect(notice(page)).toHaveCount(0);
  await expectEmpty(page);
  expect(errors).toEqual([]);
});

test('the page still works with the notice before its scripts begin', async ({ page, site }) => {
  const { errors } = await openArticle(page, site, 'own');
  const field = page.locator('textarea[name="body"]');
  await field.pressSequentially('The tide was late today.');
  await expect(field).toHaveValue('The tide was late today.');
  await expect(notice(page)).toBeVisible();
  await button(page, 'Allow all').click();
  await expectFilled(page, errors);
  expect(errors).toEqual([]);
});

test('Global Privacy Control is a refusal: nobody asks, and nothing loads until the reader chooses', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const { asked, errors } = await openArticle(page, site, 'own');
  await expect(again(page)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await expectEmpty(page);
  expect(asked).toEqual([]);
  await again(page).click();
  await expect(notice(page)).toContainText('Your browser sends Global Privacy Control. That counts as a refusal');
  await button(page, 'Allow all').click();
  await expectFilled(page, errors);
});

test('a consent platform is listened to: nothing before it speaks, and all when the reader has allowed it', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    type Data = { eventStatus: string; purpose: { consents: Record<number, boolean> } };
    const listeners: ((data: Data, isDone: boolean) => void)[] = [];
    Object.assign(window, {
      __tcfapi: (command: string, _version: number, callback: (data: Data, isDone: boolean) => void) => {
        if (command === 'addEventListener') listeners.push(callback);
      },
      speak: (eventStatus: string, consents: Record<number, boolean>) => {
        for (const listener of listeners) listener({ eventStatus, purpose: { consents } }, true);
      },
    });
  });
  const speak = (status: string, consents: Record<number, boolean>) =>
    page.evaluate(
      ([said, allowed]) =>
        (window as unknown as { speak: (said: string, allowed: Record<number, boolean>) => void }).speak(said, allowed),
      [status, consents] as const,
    );
  const { asked, errors } = await openArticle(page, site, 'platform');
  await speak('cmpuishown', { 1: true, 2: true });
  await speak('tcloaded', {});
  await expectEmpty(page);
  await expect(again(page)).toHaveCount(0);
  expect(asked).toEqual([]);
  await speak('useractioncomplete', { 1: true, 2: true });
  await expectFilled(page, errors);
});

test('what takes turns waits for consent too: the house’s own content stands in, and an empty box fills later', async ({
  page,
  site,
}) => {
  await fillSlot('below-title', codeDraft(framed));
  await addLineItem('below-title', textDraft({ headline: 'Of the house' }), { tier: 'house' });
  await fillSlot('footer', codeDraft(framed));
  await addLineItem('footer', codeDraft(framed.replace('Ropes', 'Never')), { tier: 'house' });
  const { asked, errors } = await openArticle(page, site, 'own');
  const slot = (placement: string) => page.locator(`[data-slot="${placement}"]`);
  await expect(slot('below-title').locator('strong')).toHaveText('Of the house');
  await slot('footer').scrollIntoViewIfNeeded();
  await expect(slot('footer').locator('.slot__choice')).toBeEmpty();
  await expect(slot('footer')).toBeVisible();
  expect(asked).toEqual([]);

  await button(page, 'Allow all').click();
  await slot('footer').scrollIntoViewIfNeeded();
  await expect(slot('footer').frameLocator('iframe').getByText('Ropes in a frame')).toBeVisible();
  await expect(slot('below-title').locator('strong')).toHaveText('Of the house');
  await page.reload();
  await slot('below-title').scrollIntoViewIfNeeded();
  await expect(slot('below-title').frameLocator('iframe').getByText('Ropes in a frame')).toBeVisible();
  await again(page).click();
  await button(page, 'Reject all').click();
  await expect(slot('below-title').locator('strong')).toHaveText('Of the house');
  await slot('footer').scrollIntoViewIfNeeded();
  await expect(slot('footer').locator('.slot__choice')).toBeEmpty();
  expect(errors).toEqual([]);
  await removeLineItems();
  for (const placement of ['below-title', 'footer'] as const) await fillSlot(placement, null);
});

test('what is allowed before a reader comes near a box is chosen there, not the house’s own content', async ({
  page,
  site,
}) => {
  await storeSettings({ consent: 'own' });
  await fillSlot('header', null);
  await fillSlot('post-end', codeDraft(framed));
  await addLineItem('post-end', textDraft({ headline: 'Of the house' }), { tier: 'house' });
  const post = await createPost(bodyOf(40));
  await site.refresh(['site', 'slots']);
  await page.goto(`${site.url}/${post.slug}`);
  await button(page, 'Allow all').click();
  const slot = page.locator('[data-slot="post-end"]');
  await expect(slot.locator('.slot__choice')).toBeEmpty();
  await slot.scrollIntoViewIfNeeded();
  await expect(slot.frameLocator('iframe').getByText('Ropes in a frame')).toBeVisible();
  await removeLineItems();
  await fillSlot('post-end', null);
});

test('a page without such code has no byte of it, and code that needs no consent loads at once', async ({
  page,
  site,
}) => {
  await openArticle(page, site, 'own');
  await fillSlot('header', codeDraft(inPage, 'in-page', 'none'));
  await fillSlot('post-end', textDraft());
  await site.refresh(['slots']);
  await page.reload();
  await expect(page.locator('[data-slot="header"]')).toContainText('Knots in the page');
  await expect(again(page)).toHaveCount(0);
  expect(await page.content()).not.toContain('privacy-choice');
});
