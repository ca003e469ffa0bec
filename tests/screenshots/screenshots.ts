import { mkdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, test, type Site } from '../e2e/site';

// An empty database: the server adds the sample site, and that is what the screenshots show.
test.use({ hasOwner: false });

const folder = process.env.SCREENSHOTS_FOLDER ?? 'docs/screenshots';
const widths = { phone: 360, tablet: 768, desktop: 1280 };
type Size = keyof typeof widths;
type Scheme = 'light' | 'dark';

/** The screenshots of README and docs; with `SIZES=all` every width in both themes, for review. */
const shots: [Size, Scheme][] =
  process.env.SIZES === 'all'
    ? (['phone', 'tablet', 'desktop'] as const).flatMap((size) =>
        (['light', 'dark'] as const).map((scheme) => [size, scheme] as [Size, Scheme]),
      )
    : [
        ['desktop', 'light'],
        ['desktop', 'dark'],
        ['phone', 'dark'],
      ];

/** The screenshots in README and docs; a review takes all. */
const shown =
  /^(home|article|editor|slots)-desktop-(light|dark)$|^(comments|posts|dashboard)-desktop-light$|^(home|article|editor)-phone-dark$/;
const article = '/the-ferry-that-waits';

const waiting: [string, string][] = [
  ['Rosa Quill', 'I have missed that boat once in eleven years. It came back for me.'],
  ['A visitor from inland', 'Is there a **bus** from the station? The sign says *ask the baker*.'],
];

test.beforeAll(async ({ site }) => {
  mkdirSync(folder, { recursive: true });
  const { storeSettings } = await import('@/lib/settings/queries');
  const { createComment } = await import('../factories/comments');
  const { readDb } = await import('@/lib/database/db');
  await storeSettings({ setUpAt: new Date().toISOString() });
  const { id } = await readDb.post.findFirstOrThrow({ where: { slug: article.slice(1) }, select: { id: true } });
  for (const [authorName, body] of waiting) await createComment(id, { status: 'pending', authorName, body });
  await site.refresh(['site']);
  // The sample site's image is added after the server has started.
  await expect(async () => expect(await (await fetch(site.url)).text()).toContain('<picture')).toPass();
});

const publicPages = { home: '/', article, archive: '/archive', signin: '/signin', missing: '/no-such-page' };

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
    dashboard: '/admin',
    posts: '/admin/posts',
    editor: editor ?? '/admin/posts',
    comments: '/admin/comments',
    slots: '/admin/slots',
    settings: '/admin/settings',
    users: '/admin/users',
    import: '/admin/import',
  };
}

async function open(browser: Browser, size: Size, scheme: Scheme) {
  const context = await browser.newContext({ viewport: { width: widths[size], height: 800 }, colorScheme: scheme });
  return context.newPage();
}

async function shoot(page: Page, url: string, name: string) {
  if (process.env.SIZES !== 'all' && !shown.test(name)) return;
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  // The editor's bars keep to the window's edges.
  const fullPage = !name.startsWith('editor');
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 72, fullPage });
}
