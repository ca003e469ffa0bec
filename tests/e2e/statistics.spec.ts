import { chromium, type Page } from '@playwright/test';
import { readDb } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { bodyOf, codeDraft, fillSlot, textDraft } from '../factories/slots';
import { expect, test, type Site } from './site';

const none = { eligible: 0, served: 0, viewable: 0, clicks: 0 };
/** What is sent is in the tables some six seconds later. */
const soon = { timeout: 30_000 };

async function viewsOf(postId: string) {
  const where = { period: 'total', dimension: 'post', bucket: '', value: postId };
  return (await readDb.readerStatistic.findFirst({ where, select: { count: true } }))?.count ?? 0;
}

async function countsOf(creativeId: string | null) {
  const columns = { eligible: true, served: true, viewable: true, clicks: true };
  const row = await readDb.slotStatistic.findFirst({ where: { creativeId: creativeId ?? '' }, select: columns });
  return row ?? none;
}

async function filtered(reason: string) {
  const { _sum } = await readDb.filteredStatistic.aggregate({ where: { reason }, _sum: { count: true } });
  return _sum.count ?? 0;
}

/** Opens a page whose clock stands still until the test turns it: what it collects is sent after ten seconds of it. */
async function visit(page: Page, address: string) {
  const start = Date.now();
  await page.clock.install({ time: start });
  await page.clock.pauseAt(start + 1_000);
  await page.goto(address);
}
const send = (page: Page) => page.clock.runFor(10_000);

/** Resolves once the browser has told the observers of this box that it is seen, or no longer is. */
function seen(page: Page, selector: string, isSeen: boolean) {
  return page.locator(selector).evaluate(
    (box, isSeen) =>
      new Promise<void>((resolve) => {
        new IntersectionObserver(
          (entries, observer) => {
            if (entries.at(-1)!.intersectionRatio >= 0.5 !== isSeen) return;
            observer.disconnect();
            resolve();
          },
          { threshold: [0, 0.5] },
        ).observe(box);
      }),
    isSeen,
  );
}

async function articleWith(site: Site, placement: 'post-end' | 'below-title', draft: Parameters<typeof fillSlot>[1]) {
  const other = placement === 'post-end' ? 'below-title' : 'post-end';
  await fillSlot(other, null);
  const { creativeId } = await fillSlot(placement, draft);
  const post = await createPost(bodyOf(30));
  await site.refresh(['slots', 'list']);
  return { creativeId, postId: post.id, address: `${site.url}/${post.slug}` };
}

test('a reader’s view counts for the post, where the reader came from, and on the dashboard', async ({
  page,
  site,
  context,
}) => {
  const post = await createPost({ title: 'Fog signals' });
  await visit(page, `${site.url}/${post.slug}`);
  await send(page);
  await expect.poll(() => viewsOf(post.id), soon).toBe(1);

  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin`);
  await expect(page.getByRole('row', { name: /Fog signals 1/ })).toBeVisible();
  await page.goto(`${site.url}/admin/posts`);
  const listed = page.getByRole('row').filter({ hasText: 'Fog signals' });
  await expect(listed.getByRole('link', { name: '1 view, 1 in 28 days' })).toHaveText('1');
});

test('what a slot shows is viewable after a second on the screen without a break, and not before', async ({
  page,
  site,
}) => {
  const { creativeId, address } = await articleWith(site, 'post-end', textDraft({ headline: 'Seen' }));
  const box = '[data-slot="post-end"] .slot__box';
  await visit(page, address);
  await page.locator(box).scrollIntoViewIfNeeded();
  await seen(page, box, true);
  await page.clock.runFor(900);
  await page.evaluate(() => scrollTo(0, 0));
  await seen(page, box, false);
  await send(page);
  await expect.poll(() => countsOf(creativeId), soon).toEqual({ ...none, eligible: 1, served: 1 });

  await page.locator(box).scrollIntoViewIfNeeded();
  await seen(page, box, true);
  await page.clock.runFor(1_000);
  await send(page);
  await expect.poll(() => countsOf(creativeId), soon).toEqual({ ...none, eligible: 1, served: 1, viewable: 1 });
});

test('a click on own content counts once; one into pasted code is an estimate', async ({ page, site, context }) => {
  const own = await articleWith(site, 'below-title', textDraft({ headline: 'Ropes', linkUrl: '/archive' }));
  await visit(page, own.address);
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: /Ropes/ }).click();
  await (await opened).close();
  await page.getByRole('link', { name: /Ropes/ }).click();
  await send(page);
  await expect.poll(async () => (await countsOf(own.creativeId)).clicks, soon).toBe(1);

  const pasted = await articleWith(site, 'below-title', codeDraft('<p>Offer</p>'));
  await page.goto(pasted.address);
  await page.frameLocator('.slot__frame').getByText('Offer').click();
  await page.clock.runFor(200);
  await send(page);
  await expect.poll(async () => (await countsOf(pasted.creativeId)).clicks, soon).toBe(1);

  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/below-title-slot/statistics`);
  await expect(page.getByText('Clicks into pasted code are estimated')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Clicks (partly estimated)' }).first()).toBeVisible();
  const versions = page.getByRole('region', { name: 'By version' }).getByRole('row');
  await expect(versions.filter({ hasText: '1 (estimated)' })).toHaveCount(1);
});

test('whoever comes back by the Back button is no second view and no second impression', async ({ site }) => {
  const { creativeId, postId, address } = await articleWith(site, 'below-title', textDraft({ headline: 'Back' }));
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: args ?? [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const { userAgent } = test.info().project.use;
  const page = await browser.newPage(userAgent ? { userAgent } : {});
  await visit(page, address);
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (document.title = `back: ${persisted}`)));
  await page.clock.runFor(11_000);
  const before = await filtered('return');
  await page.goto(`${site.url}/archive`);
  // Playwright waits for a load that a page from memory does not have.
  await page.evaluate(() => history.back());
  await expect(page).toHaveTitle('back: true');
  await page.clock.runFor(11_000);
  await expect.poll(() => filtered('return'), soon).toBe(before + 1);
  await browser.close();

  expect(await viewsOf(postId)).toBe(1);
  expect(await countsOf(creativeId)).toMatchObject({ eligible: 1, served: 1 });
});

test('staff are not counted', async ({ page, site, context }) => {
  const { creativeId, postId, address } = await articleWith(site, 'below-title', textDraft({ headline: 'Staff' }));
  await site.signIn(context, 'author');
  const before = await filtered('staff');
  await visit(page, address);
  await send(page);
  await expect.poll(() => filtered('staff'), soon).toBeGreaterThanOrEqual(before + 3);
  expect([await viewsOf(postId), await countsOf(creativeId)]).toEqual([0, none]);
});

test('a site that does not count its readers sends no byte for it', async ({ page, site }) => {
  const { storeSettings } = await import('@/lib/settings/queries');
  await fillSlot('below-title', null);
  await fillSlot('post-end', null);
  const post = await createPost();
  await storeSettings({ countsReaders: false });
  await site.refresh(['site', 'slots']);
  const answer = await page.goto(`${site.url}/${post.slug}`);
  expect(await answer?.text()).not.toMatch(/data-page|sendBeacon/);
  await storeSettings({ countsReaders: true });
  await site.refresh(['site']);
  expect(await (await page.goto(`${site.url}/${post.slug}`))?.text()).toContain('sendBeacon');
});
