import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bodyOf, codeDraft, fillSlot, textDraft } from '../factories/slots';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { cacheTags } from '@/lib/caching/cache-tags';
import { placements } from '@/lib/slots/placements';
import { storeSettings } from '@/lib/settings/queries';
import { startFakeAdServer, type FakeAdServer } from './fake-ad-server';
import { expect, test } from './site';

let fakeAdServer: FakeAdServer;
test.beforeAll(async () => {
  fakeAdServer = await startFakeAdServer();
});
test.afterAll(() => fakeAdServer.close());

const article = bodyOf(12);
const inFrame = (page: Page, place: string) => page.frameLocator(`[data-slot="${place}"] iframe`);

/** Code snippets as ad networks provide them. */
const shapes = (url: string) => ({
  'link and image': `<a href="${url}/landing"><img src="${url}/x.gif" width="300" height="250"></a>`,
  'iframe tag': `<iframe src="${url}/creative.html" width="336" height="280" frameborder="0" scrolling="no"></iframe>`,
  'document.write': `<script src="${url}/outer.js"></script><noscript><img src="${url}/fallback.gif"></noscript>`,
  messy: `\uFEFF<!-- “network” -->\r\n<style>body{background:rgb(1,2,3)} p{color:red}</style><div><script>var s = "<\\/script>"; document.title = s;</script><p>messy</p><img src="${url}/seen.gif?cb=[timestamp]">`,
});

test('code of every kind renders in a frame with an opaque origin', async ({ page, site }) => {
  const post = await createPost(article);
  const show = async (code: string) => {
    await fillSlot('in-article', codeDraft(code));
    await site.refresh(['slots']);
    await page.goto(`${site.url}/${post.slug}`);
    await page.locator('[data-slot="in-article"]').scrollIntoViewIfNeeded();
  };
  const frame = inFrame(page, 'in-article');
  const wanted = shapes(fakeAdServer.url);

  await show(wanted['link and image']);
  await expect(frame.locator('a img')).toHaveJSProperty('complete', true);
  expect(await frame.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);

  await show(wanted['iframe tag']);
  await expect(frame.frameLocator('iframe').getByText('The advertiser’s page')).toBeVisible();

  await show(wanted['document.write']);
  await expect(frame.locator('#written')).toHaveText('OuterInner');
  await expect(frame.locator('noscript')).toHaveCount(1);

  await show(wanted.messy);
  await expect(frame.getByText('messy')).toBeVisible();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).not.toBe(
    'rgb(1, 2, 3)',
  );
  await expect.poll(() => fakeAdServer.requests.find((path) => /^\/seen\.gif\?cb=\d{10}$/.test(path))).toBeTruthy();
});

const hostile = `<p id="report"></p><script>
  const tries = {
    cookie: () => document.cookie,
    storage: () => localStorage.setItem('a', 'b'),
    parent: () => parent.document.title,
    navigation: () => { top.location.href = 'about:blank#gone'; return ''; },
    alert: () => { if (alert('x') === undefined) throw new Error('swallowed'); },
  };
  const results = Object.entries(tries).map(([name, attempt]) => {
    try { const value = attempt(); return name + ':' + (value === '' ? 'nothing' : 'reached'); } catch { return name + ':refused'; }
  });
  fetch('SITE/api/me', { credentials: 'include' }).then((a) => 'fetch:' + a.status, () => 'fetch:refused').then((last) => {
    document.getElementById('report').textContent = [...results, last].join(' ') + ' origin:' + self.origin;
  });
</script>`;

test('hostile code reaches neither the reader’s session nor the page', async ({ page, context, site }) => {
  const post = await createPost(article);
  await site.signIn(context, 'reader');
  await fillSlot('in-article', codeDraft(hostile.replace('SITE', site.url)));
  await site.refresh(['slots']);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => void dialogs.push(dialog.message()));

  await page.goto(`${site.url}/${post.slug}`);
  await page.locator('[data-slot="in-article"]').scrollIntoViewIfNeeded();

  await expect(inFrame(page, 'in-article').locator('#report')).toHaveText(
    'cookie:nothing storage:reached parent:refused navigation:refused alert:refused fetch:refused origin:null',
  );
  expect(dialogs).toEqual([]);
  // Its storage is in the frame's memory only.
  expect(await page.evaluate(() => localStorage.getItem('a'))).toBeNull();
  expect(page.url()).toBe(`${site.url}/${post.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('opened by itself the frame’s document is still a stranger to the site', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await fillSlot(
    'in-article',
    codeDraft('<script>document.write(`origin ${self.origin}, cookies [${document.cookie}]`)</script>'),
  );
  await site.refresh(['slots']);
  const post = await createPost(article);
  await page.goto(`${site.url}/${post.slug}`);
  const address = await page.locator('[data-slot="in-article"] iframe').getAttribute('src');

  const answer = await page.goto(`${site.url}${address}`);

  expect(answer?.headers()['x-frame-options']).toBeUndefined();
  expect(answer?.headers()['cache-control']).toContain('immutable');
  await expect(page.locator('body')).toContainText('origin null, cookies []');
  expect((await page.request.get(`${site.url}/_s/f/nothing`)).status()).toBe(404);
});

test('with every slot filled nothing on the page moves, and each box is as large as it says', async ({
  page,
  site,
}) => {
  const post = await createPost(article);
  for (const place of placements) await fillSlot(place, codeDraft('<div style="height:2000px">tall</div>'));
  await site.refresh(['slots']);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.url}/${post.slug}`);
    expect(await shiftsWhileScrolling(page), `shifts at ${width}`).toEqual([]);
    const boxes = await page.locator('[data-slot] .slot__box').evaluateAll((all) =>
      all
        .filter((box) => box.checkVisibility())
        .map((box) => {
          const style = getComputedStyle(box);
          const declared = [style.getPropertyValue('--box-w'), style.getPropertyValue('--box-h')].map((text) => {
            const [, name = ''] = /var\((--\w+)\)/.exec(text) ?? [];
            return Number.parseInt(name ? style.getPropertyValue(name) : text, 10);
          });
          return [box.clientWidth, box.clientHeight].join() === declared.join()
            ? 'exact'
            : `${box.clientWidth}x${box.clientHeight} of ${declared.join('x')}`;
        }),
    );
    expect(new Set(boxes), `boxes at ${width}`).toEqual(new Set(['exact']));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('what is not for this device is not even asked for', async ({ page, site }) => {
  const post = await createPost(article);
  await fillSlot('post-end', codeDraft(`<img src="${fakeAdServer.url}/desk-only.gif">`), {
    settings: { mobileWidth: 0, mobileHeight: 0 },
  });
  await site.refresh(['slots']);
  const framesAsked: string[] = [];
  page.on('request', (request) => framesAsked.push(new URL(request.url()).pathname));

  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site.url}/${post.slug}`);
  const source = await page.locator('[data-slot="post-end"] iframe').getAttribute('src');
  const hidden = new URL(source ?? '', site.url).pathname;
  await shiftsWhileScrolling(page);
  expect(framesAsked).not.toContain(hidden);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('[data-slot="post-end"]').scrollIntoViewIfNeeded();
  await expect.poll(() => framesAsked).toContain(hidden);
});

test('an empty slot is nothing to readers and an invitation to those who may fill it', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost(article);
  for (const place of placements) await fillSlot(place, null);
  await site.refresh(['slots']);

  const plain = await (await page.request.get(`${site.url}/${post.slug}`)).text();
  expect(plain).not.toContain('Put your ad code here');
  await site.signIn(context, 'reader');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator('[data-slot]')).toHaveCount(0);

  await context.clearCookies();
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/${post.slug}`);
  const header = page.locator('[data-slot="header"]');
  await expect(header).toContainText('Put your ad code here');
  await expect(header).toContainText('728 × 90');
  await expect(header.getByRole('link', { name: /Add code/ })).toHaveAttribute('href', '/admin/slots/header-slot');
  for (const place of ['below-title', 'in-article', 'post-end', 'sidebar', 'footer', 'sticky-footer']) {
    await expect(page.locator(`[data-slot="${place}"]`).first()).toContainText('Put your ad code here');
  }
});

test('with placeholders for everyone, readers see the boxes and only staff the link', async ({ page, site }) => {
  const post = await createPost(article);
  for (const place of placements) await fillSlot(place, null);
  await storeSettings({ showPlaceholders: true });
  await site.refresh(['slots', 'site']);

  await page.goto(`${site.url}/${post.slug}`);
  const onArticles = placements.filter((place) => !['list', 'comments'].includes(place));
  for (const place of onArticles) {
    await expect(page.locator(`[data-slot="${place}"]`).first()).toContainText('Put your ad code here');
  }
  await expect(page.getByRole('link', { name: /Add code/ })).toHaveCount(0);
  // Placements between items need enough of them.
  for (let count = 0; count < 6; count += 1) await createComment(post.id, {});
  for (let count = 0; count < 5; count += 1) await createPost();
  await site.refresh([cacheTags.comments(post.id), cacheTags.list]);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator('.thread + [data-slot="comments"]')).toContainText('Put your ad code here');
  await page.goto(site.url);
  await expect(page.locator('[data-slot="list"]').first()).toContainText('Put your ad code here');
  await expect(page.locator('[data-slot="header"]')).toContainText('Put your ad code here');
  const { violations } = await new AxeBuilder({ page }).include('[data-slot]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await storeSettings({ showPlaceholders: false });
  await site.refresh(['site']);
});

test('one post goes without slots, another without pasted code', async ({ page, site }) => {
  const none = await createPost({ ...article, adsMode: 'off' });
  const own = await createPost({ ...article, adsMode: 'own' });
  const part = await createPost({ ...article, adsOff: '["post-end"]' });
  await fillSlot('header', textDraft());
  await fillSlot('post-end', codeDraft('<b>x</b>'));
  await site.refresh(['slots']);
  const placesOn = async (slug: string) => {
    await page.goto(`${site.url}/${slug}`);
    return page.locator('[data-slot]').evaluateAll((all) => all.map((slot) => slot.getAttribute('data-slot')));
  };

  expect(await placesOn(none.slug)).toEqual([]);
  expect(await placesOn(own.slug)).toEqual(['header']);
  expect(await placesOn(part.slug)).toEqual(['header']);
});

/** Scrolls to the end in steps and answers with the layout shifts that the browser counted meanwhile, and what moved. */
async function shiftsWhileScrolling(page: Page) {
  await page.evaluate(() => {
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    };
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    const rect = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].join();
    const nameOf = (node: Node | null) =>
      node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? 'gone');
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map((source) =>
          [nameOf(source.node), rect(source.previousRect), rect(source.currentRect)].join(' '),
        );
        if (!hadRecentInput) shifts.push([value, ...moved].join('; '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await page.evaluate((top) => {
      scrollTo({ top, behavior: 'instant' });
      return new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
        // A busy machine may draw nothing until the next one is asked for.
        setTimeout(resolve, 1_000);
      });
    }, y);
  }
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}
