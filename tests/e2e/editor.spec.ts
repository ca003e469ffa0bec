import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { actorWith } from '../factories/users';
import { expect, test } from './site';
import { beginPost, dropImage, saved, text, title } from './editor-page';

test('a writer publishes a post with a heading, a list and a dropped image, and readers see it', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author', 'Ida Brandt');
  await beginPost(page, site);
  await title(page).fill('Nets on the quay');
  await title(page).press('Enter');
  await page.keyboard.type('What dries in the morning');
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('## Before dawn');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The boats are **late** today.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- rope');
  await page.keyboard.press('Enter');
  await page.keyboard.type('tar');
  await expect(text(page).locator('li')).toHaveText(['rope', 'tar']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('li')).toHaveCount(2);
  await dropImage(page);
  const description = page.getByLabel('Alt text');
  await description.fill('A quay in fog');
  await saved(page);

  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('dialog')).toContainText('It has no excerpt');
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();

  await page.getByRole('link', { name: 'View it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nets on the quay' })).toBeVisible();
  await expect(page.getByText('What dries in the morning').first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Before dawn' })).toBeVisible();
  await expect(page.locator('strong', { hasText: 'late' })).toBeVisible();
  await expect(page.locator('article li', { hasText: /^tar$/ })).toBeVisible();
  await expect(page.getByRole('img', { name: 'A quay in fog' })).toBeVisible();
});

test('a text survives a lost connection and a closed page', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Fog');
  await saved(page);
  const address = page.url();
  let isLineBroken = true;
  await context.route('**/save', (route) => (isLineBroken ? route.abort() : route.continue()));
  await text(page).focus();
  await page.keyboard.type('Nobody saw the ferry.');
  await expect(page.locator('.saving')).toHaveText('Offline — saved in this browser');
  await killPage(page);
  isLineBroken = false;

  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole('heading', { name: 'This browser has a version that was not saved' })).toBeVisible();
  await expect(again.locator('.versions__text ins')).toHaveText('Nobody saw the ferry.');
  // Enter was meant for the text, and a browser lets go of a dialog at the second Escape: neither gives up a version.
  await again.keyboard.press('Enter');
  await again.keyboard.press('Escape');
  await again.keyboard.press('Escape');
  await expect(again.getByRole('heading', { name: 'This browser has a version that was not saved' })).toBeVisible();
  await again.getByRole('button', { name: 'Use this browser’s version' }).click();
  await expect(text(again)).toHaveText('Nobody saw the ferry.');
  await saved(again);
  await again.reload();
  await expect(text(again)).toHaveText('Nobody saw the ferry.');
  await expect(again.getByRole('dialog')).toHaveCount(0);
});

test('two tabs never overwrite each other: both texts are shown, and the person chooses', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Tides');
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await text(second).focus();
  await second.keyboard.type('High at six.');
  await saved(second);

  await page.bringToFront();
  await text(page).focus();
  await page.keyboard.type('Low at noon.');
  await page.getByRole('button', { name: 'Compare and choose' }).click();
  await expect(page.locator('.versions__text ins')).toHaveText('Low at noon.');
  await expect(page.locator('.versions__text del')).toHaveText('High at six.');
  await page.getByRole('button', { name: 'Use this browser’s version' }).click();
  await saved(page);
  await page.reload();
  await expect(text(page)).toHaveText('Low at noon.');
});

test('a session that ended keeps the text, and saving goes on after signing in', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Lamps');
  await saved(page);
  const cookies = await context.cookies();
  await context.clearCookies();
  await text(page).focus();
  await page.keyboard.type('Lit before dark.');
  await expect(page.locator('.saving')).toContainText('You were signed out. Your text is saved in this browser.');
  await expect(page.getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute('target', '_blank');
  await context.addCookies(cookies);
  await page.keyboard.type(' Always.');
  await saved(page);
  await page.reload();
  await expect(text(page)).toHaveText('Lit before dark. Always.');
});

test('a writer schedules a post in the time of the site', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Regatta next summer');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('radio', { name: 'Schedule…' }).check();
  await page.getByLabel('Publish on', { exact: true }).fill('2031-07-01T09:00');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByText('Scheduled for 1 Jul 2031 09:00 (UTC).')).toBeVisible();
  await expect(page.locator('.editor__bar .state')).toHaveText('Scheduled 1 Jul 2031 09:00');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.locator('.editor__bar .state')).toHaveText('Draft');
});

test('what cannot be taken is said beside its field, and the text stays', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  const emoji = '\u{1F6A2}'.repeat(10_000);
  await title(page).fill(emoji);
  await expect(page.locator('#title-error')).toHaveText(/at most 300 characters/);
  await expect(title(page)).toHaveValue(emoji);
  await title(page).fill('Ships');
  await page.getByRole('button', { name: 'Post settings' }).click();
  await page.getByLabel('URL slug', { exact: true }).fill('admin');
  await expect(page.locator('#details-slug-error')).toContainText('is reserved');
  await expect(page.getByLabel('URL slug', { exact: true })).toHaveValue('admin');
});

test('posts go to the trash from the list, and come back', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('To be thrown away');
  await saved(page);
  await page.goto(`${site.url}/admin/posts?q=thrown`);
  await expect(page.getByRole('button', { name: 'Move to trash' })).toBeHidden();
  await page.getByRole('checkbox', { name: 'Select “To be thrown away”' }).check();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'To be thrown away' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'To be thrown away' })).toBeVisible();
});

test('a post that is moved to the trash elsewhere says so, and is restored with what was typed', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const { trashPost } = await import('@/lib/posts/publishing/unpublishing');
  await site.signIn(context, 'editor');
  const editor = await actorWith('editor');
  await beginPost(page, site);
  await title(page).fill('Anchors');
  await saved(page);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await trashPost(editor, { id });
  await text(page).focus();
  await page.keyboard.type('Three of them.');
  await expect(page.locator('.saving')).toHaveText('This post is in the trash. Your text is saved in this browser.');
  await expect(page.locator('.editor__bar .state')).toHaveText('Trash');
  await expect(page.getByRole('button', { name: 'Publish…' })).toHaveCount(0);
  await page.keyboard.type(' Or four.');
  await page.getByRole('button', { name: 'Restore and save' }).click();
  await expect(page.getByText('Restored from trash.')).toBeVisible();
  await saved(page);
  await expect(page.locator('.editor__bar .state')).toHaveText('Draft');
  expect(await db.post.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'draft',
    bodyHtml: '<p>Three of them. Or four.</p>',
  });
});

test('a text that was changed before it was moved to the trash elsewhere is not written over', async ({
  page,
  context,
  site,
}) => {
  const { saveDraft } = await import('@/lib/posts/editing/drafting');
  const { trashPost } = await import('@/lib/posts/publishing/unpublishing');
  await site.signIn(context, 'editor');
  const editor = await actorWith('editor');
  await beginPost(page, site);
  await title(page).fill('Sails');
  await saved(page);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { version } = await currentVersion(id);
  await saveDraft(editor, { id, version, fields: { bodyHtml: '<p>Theirs.</p>' } });
  await trashPost(editor, { id });
  await text(page).focus();
  await page.keyboard.type('Mine.');
  await page.getByRole('button', { name: 'Restore and save' }).click();
  await expect(page.locator('.saving')).toHaveText('Changed elsewhere — yours is saved in this browser');
  await page.getByRole('button', { name: 'Compare and choose' }).click();
  await expect(page.getByRole('dialog')).toContainText('Theirs.');
  await page.getByRole('button', { name: 'Keep the saved version' }).click();
  await expect(text(page)).toHaveText('Theirs.');
});

test('a reader finds no admin, and who is signed out is asked to sign in', async ({ page, context, site }) => {
  await page.goto(`${site.url}/admin/posts`);
  await expect(page).toHaveURL(/\/signin\?to=%2Fadmin%2Fposts/);
  await site.signIn(context, 'reader');
  for (const path of ['/admin', '/admin/posts', '/admin/media', '/admin/posts/new']) {
    const response = await page.goto(`${site.url}${path}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('navigation', { name: 'Admin' })).toHaveCount(0);
  }
});

test('an author cannot open or save the post of another', async ({ browser, page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  const address = page.url();
  const stranger = await browser.newContext();
  await site.signIn(stranger, 'author', 'Jon Hale');
  const their = await stranger.newPage();
  expect((await their.goto(address))?.status()).toBe(404);
  const answer = await stranger.request.post(`${address}/save`, {
    data: { version: 1, fields: { title: 'Mine now' } },
  });
  expect(answer.status()).toBe(404);
  await stranger.close();
});

test('axe finds nothing in the editor and its drawer, light or dark', async ({ page, context, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await site.signIn(context, 'owner');
  await beginPost(page, site);
  await title(page).fill('Checked');
  await saved(page);
  await expectNoFault(page);
  await page.getByRole('button', { name: 'Post settings' }).click();
  await expectNoFault(page);
});

async function currentVersion(id: string) {
  const { db } = await import('@/lib/database/db');
  return db.post.findUniqueOrThrow({ where: { id }, select: { version: true } });
}

async function expectNoFault(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    // What axe found in several frames it puts together in a page of its own, which takes as long as looking.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect({ colorScheme, found }).toEqual({ colorScheme, found: [] });
  }
}

/** The page ends abruptly, as when the browser is killed: nothing is sent. */
async function killPage(page: Page) {
  const devTools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void devTools.send('Page.crash').catch(() => null);
  await crashed;
}
