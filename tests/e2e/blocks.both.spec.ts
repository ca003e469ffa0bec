import type { APIRequestContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';

async function uploadImage(request: APIRequestContext, site: Site, name: string, background: string) {
  const picture = sharp({ create: { width: 600, height: 400, channels: 3, background } });
  const file = { name: `${name}.png`, mimeType: 'image/png', buffer: await picture.png().toBuffer() };
  const answer = await request.post(`${site.url}/api/media`, { multipart: { file } });
  expect([answer.status(), name]).toEqual([201, name]);
  return (await answer.json()) as { url: string; width: number; height: number; variants: [] };
}

async function uploadFile(request: APIRequestContext, site: Site, name: string, content: string) {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content, 'latin1') };
  const answer = await request.post(`${site.url}/api/media/files`, { multipart: { file } });
  return (await answer.json()) as { url: string };
}

/** A post with every block, rendered as a saved one is. */
async function publishBlocks(page: Page, site: Site) {
  const { renderBody } = await import('@/lib/posts/rendering/rendering');
  const { sanitiseBody } = await import('@/lib/html/sanitising');
  const { request } = page.context();
  await site.signIn(page.context(), 'author');
  const images = await Promise.all(
    ['#345678', '#785634', '#567834'].map((colour, at) => uploadImage(request, site, `quay-${at}`, colour)),
  );
  const [pdf, song] = await Promise.all([
    uploadFile(request, site, 'Plan.pdf', '%PDF-1.7'),
    uploadFile(request, site, 'Song.mp3', 'ID3'),
  ]);
  await page.context().clearCookies();
  const figures = images.map(({ url }, at) => `<figure><img src="${url}" alt="Quay ${at + 1}"></figure>`);
  const html = sanitiseBody(
    `<p>${'The harbour wakes before the town does. '.repeat(4)}</p>
    <aside data-callout="note"><p>The ferry waits for fog.</p></aside>
    <aside data-callout="tip"><p>Mind the <a href="/tides">tide</a>.</p></aside>
    <aside data-callout="warning"><p>The slipway is wet.</p></aside>
    <aside data-callout="danger"><p>Never swim at the lock.</p></aside>
    <p data-button><a href="/join">Join the crew</a></p>
    <details><summary>What to bring</summary><p>Rope and a coat.</p></details>
    <div data-columns="2"><div data-column><h3>Ebb</h3><p>Water leaves the harbour slowly.</p></div><div data-column><h3>Flow</h3><p>And it comes back faster.</p></div></div>
    <div data-columns="3"><div data-column><p>One for the rope.</p></div><div data-column><p>Two for the nets.</p></div><div data-column><p>Three for the crew.</p></div></div>
    <div data-gallery>${figures.join('')}</div>
    <figure data-layout="wide"><img src="${images[0]?.url}" alt="Wide quay"><figcaption>The quay, wide</figcaption></figure>
    <p data-file><a href="${pdf.url}">The plan</a> <small>PDF, 1 kB</small></p>
    <figure><audio src="${song.url}"></audio><figcaption>A song</figcaption></figure>
    <aside data-bookmark><p><a href="https://fog.example/">All about fog</a></p><p>Where it comes from and where it goes.</p><p><small>fog.example</small></p></aside>
    <figure data-embed="https://vimeo.com/123456"><a href="https://vimeo.com/123456"><img src="${images[1]?.url}" alt="">A film of the quay</a></figure>
    <figure data-embed="https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"><a href="https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC">Open on Spotify</a></figure>
    <p>The end.</p>`,
  );
  const {
    html: renderedHtml,
    blocks,
    ...rest
  } = renderBody(html, {
    imageSizes: (path) => {
      const image = images.find(({ url }) => url.endsWith(path));
      return image ? { width: image.width, height: image.height, color: '', variants: image.variants } : null;
    },
  });
  const post = await createPost({
    title: 'Every block',
    bodyHtml: html,
    renderedHtml,
    blocks: JSON.stringify(blocks),
    bodyText: rest.text,
  });
  return { address: `${site.url}/${post.slug}`, pdf: pdf.url, song: song.url };
}

test('a reader sees every block at every width, opens an image over the page, and gets what was attached', async ({
  page,
  site,
  javaScriptEnabled,
}) => {
  const { address, pdf, song } = await publishBlocks(page, site);
  await page.goto(address);

  const bring = page.getByText('Rope and a coat.');
  await expect(bring).toBeHidden();
  await page.getByText('What to bring').click();
  await expect(bring).toBeVisible();

  const popover = page.locator('.zoom').first();
  await expect(popover).toBeHidden();
  await page.getByRole('button', { name: 'Quay 1' }).click();
  await expect(popover).toBeVisible();
  await expect(popover.getByRole('img')).toBeVisible();
  if (javaScriptEnabled) await stepThrough(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.zoom:popover-open')).toHaveCount(0);

  await expect(page.getByRole('link', { name: 'Join the crew' })).toHaveAttribute('href', '/join');
  await expect(page.locator('audio')).toHaveAttribute('preload', 'none');
  const file = await page.request.get(site.url + pdf);
  expect(file.headers()).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'attachment' });
  const part = await page.request.get(site.url + song, { headers: { range: 'bytes=0-1' } });
  expect([part.status(), await part.text()]).toEqual([206, 'ID']);
  await expect(page.getByRole('link', { name: /A film of the quay/ })).toHaveAttribute(
    'href',
    'https://vimeo.com/123456',
  );

  const feed = await page.request.get(`${site.url}/feed.xml`);
  expect(await feed.text()).not.toContain('popover');

  for (const width of [360, 768, 1_280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([width, overflow <= 0]).toEqual([width, true]);
  }
});

/** From the first image to the second by key, back by the button, and on again; only one is ever open. */
async function stepThrough(page: Page) {
  const open = page.locator('.zoom:popover-open');
  const shown = open.locator('.zoom-out img');
  await expect(open.getByRole('button', { name: 'Previous image' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveAttribute('alt', 'Quay 2');
  await open.getByRole('button', { name: 'Previous image' }).click();
  await expect(shown).toHaveAttribute('alt', 'Quay 1');
  await open.getByRole('button', { name: 'Next image' }).click();
  await expect(shown).toHaveAttribute('alt', 'Quay 2');
  await expect(open).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Quay 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shown).toHaveAttribute('alt', 'Quay 2');
}
