import type { Page } from '@playwright/test';
import { actionsOfBuild, callAction } from '../safety/action-calls';
import { createPost } from '../factories/posts';
import { expect, test } from './site';
import { beginPost, saved, text, title } from './editor-page';

const settings = (page: Page) => page.getByRole('button', { name: 'Post settings' });
const tags = (page: Page) => page.getByRole('combobox', { name: 'Tags' });
const slug = (page: Page) => page.getByLabel('URL slug', { exact: true });
const badge = (page: Page) => page.locator('.editor__bar .state');
const publish = (page: Page) => page.getByRole('button', { name: 'Publish…' });

test('what is refused in fields is listed, stays there and stops publishing; all else is saved', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('Tagged twice');
  await settings(page).click();
  await tags(page).fill('t'.repeat(61));
  await tags(page).press('Enter');
  await slug(page).fill('a'.repeat(300));
  await page.getByLabel('Excerpt').fill('Saved all the same.');
  await expect(page.locator('#details-slug-error')).toHaveText('A URL slug can have at most 80 characters.');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.saving')).toHaveText(/^Saved \d\d:\d\d, except: Tags, URL slug$/);
  const where = { where: { id: page.url().split('/').at(-1)! }, select: { title: true, excerpt: true, status: true } };
  const stored = { title: 'Tagged twice', excerpt: 'Saved all the same.', status: 'draft' };
  expect(await db.post.findUnique(where)).toEqual(stored);

  await page.reload();
  await expect(page.locator('.saving')).toHaveText(/^Saved \d\d:\d\d, except: Tags, URL slug$/);
  await settings(page).click();
  await expect(page.getByRole('button', { name: `Remove ${'t'.repeat(61)}` })).toBeVisible();
  await expect(slug(page)).toHaveValue('a'.repeat(300));
  await page.getByRole('button', { name: 'Close' }).click();
  await publish(page).click();
  await expect(page.locator('#faults li')).toHaveText([
    'Tags: A tag can have at most 60 characters.',
    'URL slug: A URL slug can have at most 80 characters.',
  ]);
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.locator('#faults')).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await db.post.findUnique(where)).toEqual(stored);

  await settings(page).click();
  await page.getByRole('button', { name: `Remove ${'t'.repeat(61)}` }).click();
  await tags(page).fill('Boats,');
  await slug(page).fill('tagged-twice');
  await page.getByRole('button', { name: 'Close' }).click();
  await saved(page);
  await publish(page).click();
  await expect(page.getByRole('dialog')).toContainText('URL: /tagged-twice');
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('link', { name: 'View it' })).toHaveAttribute('href', '/tagged-twice');
});

test('a published post is updated only when all its fields are right', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  // As an import may bring it: what nobody has changed is not refused.
  const { id } = await createPost({ title: 'Out at sea', seoTitle: 's'.repeat(300) });
  await page.goto(`${site.url}/admin/posts/${id}`);
  await text(page).focus();
  await page.keyboard.type('Farther. ');
  await settings(page).click();
  await page.getByText('SEO', { exact: true }).click();
  await page.getByLabel('Canonical URL').fill('somewhere');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.saving')).toHaveText(/^Saved \d\d:\d\d, except: Canonical URL$/);
  await page.getByRole('button', { name: 'Update…' }).click();
  await expect(page.locator('#faults li')).toHaveText([/^Canonical URL: The canonical URL must be a full address/]);
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.locator('#faults')).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.editor__bar').getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await saved(page);
  await page.getByRole('button', { name: 'Update…' }).click();
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
});

test('a request straight to the action publishes no post with a field that is refused', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor');
  const { id } = await createPost({ title: 'Straight', status: 'draft' });
  const action = actionsOfBuild().find(({ name }) => name.endsWith('posts/actions.ts#publishAction'))!;
  const cookie = (await context.cookies(site.url)).map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin: site.url, 'sec-fetch-site': 'same-origin' };
  const send = (more: Record<string, string>) =>
    callAction(site.url, { ...action, page: `/admin/posts/${id}` }, { id, version: '1', ...more }, headers);
  const status = async () => (await db.post.findUniqueOrThrow({ where: { id } })).status;

  for (const bad of [{ slug: 'Über Boote' }, { tags: 't'.repeat(61) }, { pinnedUntil: '2031-02-30T12:00' }]) {
    await send(bad);
    expect(await status()).toBe('draft');
  }
  await send({ tags: 'Boats' });
  expect(await status()).toBe('published');
  await page.goto(`${site.url}/admin/posts/${id}`);
  await expect(badge(page)).toHaveText('Published');
});

test('“Loading the editor…” is said until the scripts have come', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const { id } = await createPost({ title: 'Slow line' });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${site.url}/admin/posts/${id}`, { waitUntil: 'commit' });
  await expect(page.getByText('Loading the editor…')).toBeVisible();
  release();
  await expect(title(page)).toHaveValue('Slow line');
  await expect(page.getByText('Loading the editor…')).toHaveCount(0);
});

test('“New post” opens the empty draft that is there; a begun one stays as it is', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  const { id: userId } = await site.signIn(context, 'author');
  const drafts = () => db.postAuthor.count({ where: { userId } });
  await beginPost(page, site);
  const address = page.url();
  await beginPost(page, site);
  expect(page.url()).toBe(address);
  expect(await drafts()).toBe(1);
  await title(page).fill('Begun');
  await saved(page);
  expect(page.url()).toBe(address);
  await beginPost(page, site);
  expect(page.url()).not.toBe(address);
  await expect(title(page)).toHaveValue('');
  expect(await drafts()).toBe(2);
});

test('a post that was published in another tab says so after the next save', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('In two tabs');
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await publish(other).click();
  await other.getByRole('button', { name: 'Publish now' }).click();
  await expect(other.getByText('Published. Readers can see it now.')).toBeVisible();
  await expect(badge(page)).toHaveText('Draft');

  await title(page).fill('In two tabs, still');
  await expect(page.locator('.saving')).toHaveText(/^Changed elsewhere/);
  await expect(badge(page)).toHaveText('Published');
  await expect(page.getByRole('button', { name: 'Update…' })).toBeVisible();
  await expect(title(page)).toHaveValue('In two tabs, still');
});

test('an unpublish date that has passed is not offered again', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  const publishAt = new Date('2040-01-01T09:00:00Z');
  const { id } = await createPost({ title: 'Comes back', publishAt, unpublishAt: new Date('2020-01-01T09:00:00Z') });
  await page.goto(`${site.url}/admin/posts/${id}`);
  await page.getByRole('button', { name: 'Update…' }).click();
  await expect(page.getByLabel('Publish on', { exact: true })).toHaveValue('2040-01-01T09:00');
  await expect(page.getByLabel('Unpublish on (optional)')).toHaveValue('');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText(/^Scheduled for 1 Jan 2040/).first()).toBeVisible();
});
