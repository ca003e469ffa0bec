import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { chooseSiteImage } from '@/lib/identity/choosing';
import { uploadImage } from '@/lib/media/uploading';
import { getSettings } from '@/lib/settings/queries';
import { createPost } from '../factories/posts';
import { actorWith } from '../factories/users';
import { openIdentity, sectionOf } from './identity-page';
import { expect, test } from './site';

const PNG = { mimeType: 'image/png', name: 'quay.png' };
let shade = 0;

/** A picture that no other test made. */
function picture(width: number, height: number) {
  shade += 1;
  const background = { r: (Date.now() + shade) % 256, g: (shade * 53) % 256, b: width % 256 };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

async function upload(page: Page, name: string, buffer: Buffer, file = PNG) {
  const section = sectionOf(page, name);
  await section.locator('input[type=file]').setInputFiles({ ...file, buffer });
  await section.getByRole('button', { name: 'Save' }).click();
  return section;
}

test('readers see a logo instead of the name, with its size, and the name again once it is removed', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  await openIdentity(page, site, javaScriptEnabled);
  const logo = page.getByRole('banner').getByRole('img');
  const name = page.getByRole('banner').locator('.masthead__name');
  await page.goto(site.url);
  await expect(logo).toHaveCount(0);
  const siteName = (await name.textContent()) ?? '';

  await openIdentity(page, site, javaScriptEnabled);
  await upload(page, 'Logo', await picture(960, 240));
  await expect(page.getByText('Every page shows it from now on.')).toBeVisible();
  await page.goto(site.url);
  await expect(logo).toHaveAttribute('alt', siteName);
  await expect(logo).toHaveAttribute('width', '192');
  await expect(logo).toHaveAttribute('height', '48');
  await expect(name).toHaveText('');
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await logo.boundingBox()).toMatchObject({ width: 192, height: 48 });

  await openIdentity(page, site, javaScriptEnabled);
  await upload(page, 'Logo for the dark theme', await picture(480, 120));
  await expect(page.getByText('Every page shows it from now on.')).toBeVisible();
  await page.goto(site.url);
  await expect(logo).toHaveCount(1);
  const light = await logo.getAttribute('src');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(logo).toHaveCount(1);
  expect(await logo.getAttribute('src')).not.toBe(light);

  await page.goto(`${site.url}/admin/media`);
  await page
    .getByRole('link', { name: /Used by the site/ })
    .last()
    .click();
  await expect(page.getByRole('link', { name: 'Logo', exact: true })).toBeVisible();
  await page.getByText('Remove from library').first().click();
  await page.getByRole('button', { name: 'Remove from library' }).last().click();
  await expect(page.getByText('The site’s own pages no longer show it.')).toBeVisible();
  await page.goto(site.url);
  await expect(name).toHaveText(siteName);
  await expect(logo).toHaveCount(0);
  await openIdentity(page, site, javaScriptEnabled);
  await expect(sectionOf(page, 'Logo').getByText('This image was removed from the library.').first()).toBeVisible();
  await expect(sectionOf(page, 'Logo').getByText('The site shows its name as text.').first()).toBeVisible();
});

test('who replaces an image that another person chose meanwhile is told so, and replaces it by saving again', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  const owner = await actorWith('owner');
  const theirs = await uploadImage(owner, { bytes: await picture(640, 160), fileName: 'theirs.png' });
  await openIdentity(page, site, javaScriptEnabled);
  await chooseSiteImage(owner, { role: 'logo', mediaId: theirs.id });
  await upload(page, 'Logo', await picture(800, 200));
  const section = sectionOf(page, 'Logo');
  await expect(section.getByText('Another person changed this image after you opened the page.').first()).toBeVisible();
  expect((await getSettings()).logoId).toBe(theirs.id);
  await upload(page, 'Logo', await picture(800, 200));
  await expect(page.getByText('Every page shows it from now on.')).toBeVisible();
  expect((await getSettings()).logoId).not.toBe(theirs.id);
  await section.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The site does without this image')).toBeVisible();
  expect((await getSettings()).logoId).toBe('');
});

test('a square picture becomes the site’s icon in tabs, on home screens and in the manifest', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  const served = async (path: string) => {
    const answer = await context.request.get(site.url + path);
    expect(answer.status(), path).toBe(200);
    return answer.body();
  };
  const before = await Promise.all(['/favicon.ico', '/icon-512.png', '/icon.svg'].map(served));
  await openIdentity(page, site, javaScriptEnabled);
  await upload(page, 'Site icon', await picture(700, 512));
  await expect(page.getByText('The image is not square: its middle became the icon.')).toBeVisible();
  await page.goto(site.url);
  const sides = { 'link[rel=icon][sizes="32x32"]': 32, 'link[rel="apple-touch-icon"]': 180 };
  for (const [selector, side] of Object.entries(sides)) {
    const href = (await page.locator(selector).getAttribute('href')) ?? '';
    expect((await sharp(await served(new URL(href, site.url).pathname)).metadata()).width).toBe(side);
  }
  const manifest = JSON.parse((await served('/manifest.webmanifest')).toString()) as {
    theme_color: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(await served(src)).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
  const ico = await served('/favicon.ico');
  expect(ico.subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0]));
  expect(ico.equals(before[0]!)).toBe(false);
  expect((await context.request.get(`${site.url}/icon.svg`)).status()).toBe(404);

  await openIdentity(page, site, javaScriptEnabled);
  await sectionOf(page, 'Site icon').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The site does without this image')).toBeVisible();
  expect(await Promise.all(['/favicon.ico', '/icon-512.png', '/icon.svg'].map(served))).toEqual(before);
});

test('pictures that cannot be used are refused with the reason, and the site stays as it was', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  await openIdentity(page, site, javaScriptEnabled);
  const small = await upload(page, 'Site icon', await picture(300, 200));
  await expect(small.getByText('this image has 300 × 200.').first()).toBeVisible();

  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const svg = await upload(page, 'Logo', drawing, { mimeType: 'image/svg+xml', name: 'logo.svg' });
  await expect(
    svg.getByText('This is an SVG drawing, which can hold scripts. Export it as PNG.').first(),
  ).toBeVisible();

  const huge = await upload(page, 'Logo', await picture(30_001, 2));
  await expect(huge.getByText('This image has too many pixels').first()).toBeVisible();

  const section = sectionOf(page, 'Social image');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Choose an image first.').first()).toBeVisible();

  await page.goto(site.url);
  await expect(page.getByRole('banner').getByRole('img')).toHaveCount(0);
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', '/icon.svg');
});

test('an image of the library becomes the social image of pages without an image', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const owner = await site.signIn(context, 'owner');
  const media = await uploadImage(
    { ...owner, role: 'owner', sessionId: '', emailVerified: true },
    { bytes: await picture(1200, 630), fileName: 'harbour-card.png' },
  );
  const post = await createPost({ title: 'Moorings' });
  if (javaScriptEnabled) {
    await openIdentity(page, site, javaScriptEnabled);
    const section = sectionOf(page, 'Social image');
    await section.getByRole('button', { name: 'Choose from library' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /harbour-card/ })
      .first()
      .click();
    await section.getByRole('button', { name: 'Save' }).click();
  } else {
    await page.goto(`${site.url}/admin/media/${media.id}`);
    await page.getByLabel('Use as').selectOption({ label: 'Social image' });
    await page.getByRole('button', { name: 'Use this image' }).click();
  }
  await expect(page.getByText('Every page shows it from now on.')).toBeVisible();

  const shared = page.locator('meta[property="og:image"]');
  await page.goto(`${site.url}/archive`);
  await expect(shared).toHaveAttribute('content', /\/uploads\/.*harbour-card/);
  await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute('content', 'summary_large_image');

  await openIdentity(page, site, javaScriptEnabled);
  const section = sectionOf(page, 'Generated social cards');
  await section.getByLabel('Draw a card').uncheck();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No cards are drawn.')).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(shared).toHaveAttribute('content', /\/uploads\/.*harbour-card/);
  expect((await context.request.get(`${site.url}/${post.slug}/card.png`)).status()).toBe(404);

  await openIdentity(page, site, javaScriptEnabled);
  await section.getByLabel('Draw a card').check();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Posts without an image are shared with a card.')).toBeVisible();
});

test('a published post without an image is shared with a card of its title, a draft has none', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Moorings at dusk' });
  const draft = await createPost({ title: 'Not yet', status: 'draft' });
  await page.goto(`${site.url}/${post.slug}`);
  const address = `${site.url}/${post.slug}/card.png`;
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/card\.png$/);
  const card = await context.request.get(address);
  expect(card.status()).toBe(200);
  expect(card.headers()['content-type']).toBe('image/png');
  const { width, height } = await sharp(await card.body()).metadata();
  expect({ width, height }).toEqual({ width: 1200, height: 630 });
  expect((await context.request.get(`${site.url}/${draft.slug}/card.png`)).status()).toBe(404);
  expect((await context.request.get(`${site.url}/nothing-here/card.png`)).status()).toBe(404);
});
