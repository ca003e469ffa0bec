import { renderFields } from '@/lib/posts/fields/rendered-fields';
import { sanitiseBody } from '@/lib/html/sanitising';
import { createComment, createLongThread } from '../factories/comments';
import { createSampleSite } from '../factories/sample-site';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test.describe.configure({ mode: 'serial' });
let paths: string[] = [];

test.beforeAll(async ({ sites }, { file }) => {
  const site = await sites.of(file);
  const { newest, tag, ada } = await createSampleSite();
  await site.refresh(['list', 'menu']);
  paths = ['/', `/${newest.slug}`, `/tag/${tag.slug}`, `/author/${ada.slug}`, '/archive', '/search?q=tide', '/nowhere'];
});

test('a chosen theme holds on the next page, before anything is painted', async ({ page, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.goto(`${site.url}/archive`, { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the font’s arrival moves nothing', async ({ page, site }) => {
  // The font loads well after the first paint with the fallback.
  let release = () => {};
  const painted = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.woff2', async (route) => {
    await painted;
    await route.continue();
  });
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.url + (paths[1] ?? ''), { waitUntil: 'domcontentloaded' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  release();
  await page.evaluate(() => document.fonts.load('16px "Source Serif 4 Variable"'));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(0.01);
});

test('a signed-in reader sees their name in place of “Account”', async ({ page, context, site }) => {
  await page.goto(site.url);
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();

  await site.signIn(context, 'reader', 'Ida Brandt');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Ida Brandt' })).toBeVisible();
});

test('a film is loaded where its card stands, and not before a reader asks for it', async ({ page, site }) => {
  const bodyHtml = sanitiseBody(
    '<p>Seen from the quay.</p><iframe src="https://www.youtube.com/embed/abcdefghijk" title="The tide, filmed"></iframe>',
  );
  const { slug } = await createPost({ bodyHtml, ...(await renderFields(bodyHtml)).columns });
  const asked: string[] = [];
  await page.route(/youtube/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<p>A stand-in for the film</p>' });
  });
  const answer = await page.goto(`${site.url}/${slug}`, { waitUntil: 'networkidle' });

  expect(answer?.headers()['content-security-policy']).toContain("frame-src 'self' https://www.youtube-nocookie.com;");
  expect(asked).toEqual([]);
  const card = page.getByRole('link', { name: 'The tide, filmed' });
  await expect(card).toHaveAttribute('href', 'https://www.youtube.com/watch?v=abcdefghijk');
  await card.click();

  await expect(
    page.frameLocator('iframe[title="The tide, filmed"]').getByText('A stand-in for the film'),
  ).toBeVisible();
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1']);
  expect(page.url()).toBe(`${site.url}/${slug}`);
  const { slug: plain } = await createPost();
  const without = await page.request.get(`${site.url}/${plain}`);
  expect(without.headers()['content-security-policy']).toContain("frame-src 'self';");
});

test('a text in Arabic runs from right to left, and code in it from left to right', async ({ page, site }) => {
  const html = '<p>كان الميناء هادئا.</p><pre><code>tide = 4</code></pre>';
  const { slug } = await createPost({ title: 'رسالة من الميناء', bodyHtml: html, renderedHtml: html, blocks: '[]' });
  await page.goto(`${site.url}/${slug}`);

  await expect(page.locator('article p', { hasText: 'الميناء' }).last()).toHaveCSS('direction', 'rtl');
  await expect(page.locator('article pre')).toHaveCSS('direction', 'ltr');
});

test('in a text from right to left the English words beside it keep their order', async ({ page, site }) => {
  const { slug } = await createPost({ title: 'مرحبا', locale: 'ar', readingMinutes: 4 });
  await page.goto(`${site.url}/${slug}`);

  const words = page.locator('.byline > span', { hasText: '4 min read' });
  const order = await words.evaluate((span) => {
    const text = span.firstChild!;
    const leftOf = (at: number) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    };
    return leftOf(0) < leftOf(2);
  });
  expect(order).toBe(true);
});

test('the head of a further page of comments stands in the column of the comments', async ({ page, site }) => {
  const { id, slug } = await createPost();
  await createLongThread(id, 300);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`${site.url}/${slug}/comments/page/2`);
    const left = (level: number) =>
      page
        .getByRole('heading', { level })
        .first()
        .evaluate((heading) => heading.getBoundingClientRect().left);
    expect(await left(1), `${width} px`).toBeCloseTo(await left(2), 0);
  }
});

test('code in a comment is wrapped, and nothing of it has to be scrolled to', async ({ page, site }) => {
  const { id, slug } = await createPost();
  await createComment(id, { body: `\`\`\`\n${'const tide = table.find((row) => row.day); '.repeat(6)}\n\`\`\`` });
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto(`${site.url}/${slug}`);

  const code = page.locator('.comment__body pre');
  await expect(code).toBeVisible();
  expect(await code.evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBeLessThanOrEqual(0);
});

test('what is read in the dark is printed in the colours of paper, whole', async ({ page, site }) => {
  const bodyHtml = `<pre><code>${'const tide = 4; '.repeat(20)}</code></pre>`;
  const { slug } = await createPost({ subtitle: 'Ink', bodyHtml, ...(await renderFields(bodyHtml)).columns });
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto(`${site.url}/${slug}`);
  const code = page.locator('article pre');
  const inks = () =>
    Promise.all(
      [page.getByRole('heading', { level: 1 }), page.getByText('Ink', { exact: true }), code].map((one) =>
        one.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]),
      ),
    );
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const onPaper = await inks();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await inks()).toEqual(onPaper);

  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await inks()).not.toEqual(onPaper);
  await page.emulateMedia({ media: 'print' });
  expect(await inks()).toEqual(onPaper);
  expect(await code.evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBeLessThanOrEqual(0);
});
