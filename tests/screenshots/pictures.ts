import { mkdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { test, type Site } from '../e2e/site';

const folder = 'docs/screenshots';
const widths = { phone: 360, tablet: 768, desk: 1280 };
type Scheme = 'light' | 'dark';

/** The size in which the pictures of README and docs are taken; `SIZES=all` takes every width in both themes, for review. */
const everything = process.env.SIZES === 'all';
const shots: [keyof typeof widths, Scheme][] = everything
  ? (['phone', 'tablet', 'desk'] as const).flatMap((size) =>
      (['light', 'dark'] as const).map((scheme) => [size, scheme] as [keyof typeof widths, Scheme]),
    )
  : [
      ['desk', 'light'],
      ['desk', 'dark'],
      ['phone', 'dark'],
    ];

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

const publicPages = {
  home: '/',
  article: '/the-ferry-that-waits',
  signin: '/signin',
  missing: '/no-such-page',
  archive: '/archive',
};

for (const [size, scheme] of shots) {
  test(`public pages, ${size}, ${scheme}`, async ({ browser, site }) => {
    const page = await open(browser, size, scheme);
    for (const [name, path] of Object.entries(publicPages))
      await shoot(page, `${site.url}${path}`, `${name}-${size}-${scheme}`);
    await page.context().close();
  });

  test(`admin, ${size}, ${scheme}`, async ({ browser, site }) => {
    const page = await open(browser, size, scheme);
    await site.signIn(page.context(), 'owner', 'Olga Ritter');
    for (const [name, path] of Object.entries(await adminPages(page, site)))
      await shoot(page, `${site.url}${path}`, `${name}-${size}-${scheme}`);
    await page.context().close();
  });
}

async function adminPages(page: Page, site: Site) {
  await page.goto(`${site.url}/admin/posts`);
  const editor = await page.getByRole('link', { name: 'The ferry that waits' }).first().getAttribute('href');
  return {
    start: '/admin',
    posts: '/admin/posts',
    editor: editor ?? '/admin/posts',
    comments: '/admin/comments',
    slots: '/admin/slots',
    settings: '/admin/settings',
    people: '/admin/people',
    import: '/admin/import',
  };
}

async function open(browser: Browser, size: keyof typeof widths, scheme: Scheme) {
  const context = await browser.newContext({
    viewport: { width: widths[size], height: 800 },
    colorScheme: scheme,
    deviceScaleFactor: 1,
  });
  return context.newPage();
}

async function shoot(page: Page, url: string, name: string) {
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 80, fullPage: true });
}
