import type { Page } from '@playwright/test';
import { createPost } from '../factories/posts';
import { expect, test } from './site';
import { beginPost, dropImage, saved, source, text } from './editor-page';

async function insert(page: Page, name: string) {
  await page.keyboard.type(`/${name}`);
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeVisible();
  await page.keyboard.press('Enter');
}

test.beforeEach(async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
});

test('a writer sets a callout, a toggle and columns from the keyboard', async ({ page }) => {
  await insert(page, 'callout');
  await page.keyboard.type('Mind the tide.');
  await page.getByRole('combobox', { name: 'Tone' }).selectOption('Warning');
  await text(page).getByText('Mind the tide.').click();
  await page.keyboard.press('Control+Enter');
  await insert(page, 'toggle');
  await page.keyboard.type('More');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Inside');
  await page.getByRole('checkbox', { name: 'Open at first' }).check();
  await text(page).getByText('Inside').click();
  await page.keyboard.press('Control+Enter');
  await insert(page, 'two');
  await page.keyboard.type('Left');
  await text(page).locator('[data-node=column]').nth(1).click();
  await page.keyboard.type('Right');
  await page.getByRole('combobox', { name: 'Columns' }).selectOption('3');
  const whole = [
    '<aside data-callout="warning"><p>Mind the tide.</p></aside>',
    '<details open=""><summary>More</summary><p>Inside</p></details>',
    '<div data-columns="3"><div data-column=""><p>Left</p></div><div data-column=""><p>Right</p></div><div data-column=""></div></div>',
  ];
  expect(await source(page)).toBe(whole.join('\n'));
  await saved(page);
  await page.reload();
  await expect(text(page).getByRole('group', { name: 'Columns' })).toContainText('LeftRight');
  expect(await source(page)).toBe(whole.join('\n'));
});

test('a button takes an address, and refuses one that would run a script', async ({ page }) => {
  await insert(page, 'button');
  await page.keyboard.type('Join');
  const address = page.getByLabel('Link address');
  await address.fill('javascript:alert(1)');
  await address.blur();
  await expect(page.getByText('Enter a valid URL, such as example.org or /about.')).toBeVisible();
  await address.fill('example.org');
  await address.blur();
  await expect(page.getByText('Enter a valid URL, such as example.org or /about.')).toBeHidden();
  expect(await source(page)).toBe('<p data-button=""><a href="https://example.org">Join</a></p>');
});

test('an image is made wide, linked and replaced with the tools above it', async ({ page }) => {
  await dropImage(page);
  await text(page).locator('figure[data-block-view=image] img').click();
  const tools = page.getByRole('toolbar', { name: 'Image' });
  await tools.getByRole('button', { name: 'Wide' }).click();
  await expect(tools.getByRole('button', { name: 'Wide' })).toHaveAttribute('aria-pressed', 'true');
  await tools.getByRole('button', { name: 'Link' }).click();
  await page.getByLabel('URL, or words of a post').fill('/quay');
  await page.getByRole('button', { name: 'Apply' }).click();
  await tools.getByRole('button', { name: 'Replace from library' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose from library' });
  await dialog
    .getByRole('button', { name: /quay\.png/ })
    .first()
    .click();
  expect(await source(page)).toMatch(
    /^<figure data-layout="wide"><a href="\/quay"><img src="\/uploads\/[^"]+" alt="" width="640" height="400"><\/a><\/figure>$/,
  );
});

test('a click on a picture between texts brings its tools, on every screen and after a reload, and so does the keyboard', async ({
  page,
  context,
}) => {
  await page.keyboard.type('Above it.');
  await page.keyboard.press('Enter');
  await dropImage(page);
  await text(page).locator('> p').last().click();
  await page.keyboard.type('Below it.');
  await saved(page);
  const image = text(page).locator('figure[data-block-view=image] img');
  const tools = page.getByRole('toolbar', { name: 'Image' });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 720 });
    await page.reload();
    await text(page)
      .getByText('Above it.')
      .dblclick({ position: { x: 10, y: 10 } });
    await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
    await image.click();
    await expect(page.getByRole('toolbar', { name: 'Selected text' })).toHaveCount(0);
    await expect(tools.getByRole('button', { name: 'Wide' })).toBeInViewport();
    await image.dblclick();
    await expect(tools.getByRole('button', { name: 'Wide' })).toBeInViewport();
    await text(page).getByText('Above it.').click();
    await expect(tools).toHaveCount(0);
  }
  await page.keyboard.press('ArrowDown');
  await expect(tools).toBeVisible();
  await page.keyboard.press('Alt+F10');
  await expect(tools.getByRole('button', { name: 'Text width' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const crop = tools.getByRole('link', { name: 'Crop and focal point' });
  await expect(crop).toBeFocused();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  await expect((await opened).getByRole('heading', { name: 'quay.png' })).toBeVisible();
});

test('a picture that is not in the library has no page there to open', async ({ page }) => {
  const asked = page.waitForResponse((response) => response.url().includes('/api/media?src='));
  await page.getByRole('button', { name: 'HTML' }).click();
  await page.getByLabel('HTML source').fill('<figure><img src="/uploads/2020/01/nobody-123456.png" alt=""></figure>');
  await page.getByRole('button', { name: 'HTML' }).click();
  await text(page).locator('figure[data-block-view=image] figcaption').click();
  await expect(page.getByRole('toolbar', { name: 'Image' })).toBeVisible();
  expect(await (await asked).json()).toEqual({ media: [] });
  await expect(page.getByRole('link', { name: 'Crop and focal point' })).toHaveCount(0);
});

test('a bookmark card begins in its address, which Enter reads', async ({ page }) => {
  await insert(page, 'bookmark');
  const card = text(page).getByRole('group', { name: 'Bookmark card' });
  await expect(card.getByLabel('Link address')).toBeFocused();
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/media/link'));
  await page.keyboard.type('https://nothing.invalid/fog');
  await page.keyboard.press('Enter');
  await asked;
  await expect(card.getByRole('status')).toContainText('Type the title and text yourself.');
  await expect(card.getByLabel('Link address')).toBeFocused();
});

test('the tools of words leave the lines around them readable, stay in the column and go along with the words', async ({
  page,
}) => {
  await page.keyboard.type('First of the lines');
  for (const line of ['Second', 'Third', 'Fourth', 'Fifth']) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  const tools = page.getByRole('toolbar', { name: 'Selected text' });
  const words = (line: string) => text(page).getByText(line, { exact: true });
  const box = async (of: typeof tools) => (await of.boundingBox())!;
  for (const width of [1280, 768, 360]) {
    await page.setViewportSize({ width, height: 720 });
    await words('Third').dblclick({ position: { x: 10, y: 10 } });
    await expect(tools).toBeVisible();
    const [bubble, above, column] = [await box(tools), await box(words('Second')), await box(text(page))];
    expect(bubble.y + bubble.height).toBeLessThanOrEqual(above.y);
    expect(bubble.x).toBeGreaterThanOrEqual(column.x - 1);
    expect(bubble.x + bubble.width).toBeLessThanOrEqual(width);
    await words('Fifth').dblclick({ position: { x: 10, y: 10 } });
    await expect.poll(async () => (await box(tools)).y).not.toBe(bubble.y);
    await expect(tools).toBeVisible();
    await text(page).getByText('First of the lines').click();
    await expect(tools).toHaveCount(0);
  }
});

test('a dropped document becomes a file card, and images fill a gallery', async ({ page }) => {
  const transfer = await page.evaluateHandle(() => {
    const held = new DataTransfer();
    held.items.add(new File(['%PDF-1.7'], 'Harbour plan.pdf', { type: 'application/pdf' }));
    return held;
  });
  await text(page).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(text(page).getByRole('group', { name: 'File' })).toContainText('Harbour plan');
  await text(page).locator('> p').last().click();
  await insert(page, 'gallery');
  const chooser = page.waitForEvent('filechooser');
  await text(page).getByRole('button', { name: 'Upload images' }).click();
  const images = await page.evaluate(async () => {
    const draw = async (colour: string) => {
      const canvas = new OffscreenCanvas(64, 40);
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 64, 40);
      const bytes = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
      return [...new Uint8Array(bytes)];
    };
    return Promise.all(['teal', 'olive'].map(draw));
  });
  const files = images.map((bytes, at) => ({ name: `g${at}.png`, mimeType: 'image/png', buffer: Buffer.from(bytes) }));
  await (await chooser).setFiles(files);
  const pictures = text(page).getByRole('group', { name: 'Gallery' }).locator('figure');
  await expect(pictures).toHaveCount(2);
  const second = await pictures.nth(1).locator('img').getAttribute('src');
  await pictures.nth(1).getByRole('button', { name: 'Move left' }).click();
  await expect(pictures.first().locator('img')).toHaveAttribute('src', second!);
  // One below the other on phones.
  await page.setViewportSize({ width: 360, height: 720 });
  await expect(pictures.first().getByRole('button', { name: 'Move down' })).toHaveCount(1);
  await text(page).evaluate((element) => element.setAttribute('dir', 'rtl'));
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(pictures.first().getByRole('button', { name: /^Move/ })).toHaveText(['Move right', 'Move left']);
  const html = await source(page);
  expect(html).toMatch(
    /<p data-file=""><a href="\/uploads\/files\/[0-9a-f]{24}\/harbour-plan\.pdf">Harbour plan<\/a> <small>PDF, 0\.1 kB<\/small><\/p>/,
  );
  expect(html).toMatch(/<div data-gallery=""><figure><img [^>]+><\/figure><figure><img [^>]+><\/figure><\/div>/);
});

test('names of several words are typed in full after the slash, and dashes come back as hyphens', async ({ page }) => {
  await page.keyboard.type('Years -- and ten');
  expect(await source(page)).toBe('<p>Years – and ten</p>');
  await text(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', see--');
  await page.keyboard.press('Control+z');
  await page.keyboard.type(' x...');
  await page.keyboard.press('Control+e');
  await page.keyboard.type('--a...');
  expect(await source(page)).toBe('<p>Years – and ten, see-- x…<code>--a...</code></p>');
  await text(page).locator('p').last().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type('/two columns');
  await expect(page.getByRole('listbox', { name: 'Blocks' }).getByRole('option')).toHaveText(['Two columns']);
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('group', { name: 'Columns' })).toBeVisible();
  await page.keyboard.type('/two of them');
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toHaveCount(0);
  await expect(text(page).getByText('/two of them')).toBeVisible();
});

test('a writer finds words and replaces them, and the quotes are those of the language', async ({ page }) => {
  await page.keyboard.type('"Tide" and tide.');
  expect(await source(page)).toBe('<p>“Tide” and tide.</p>');
  await text(page).focus();
  await page.keyboard.press('Control+Alt+f');
  const bar = page.getByRole('search', { name: 'Find and replace' });
  await expect(bar.getByLabel('Find', { exact: true })).toBeFocused();
  await page.keyboard.type('tide');
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await bar.getByLabel('Match case').check();
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByLabel('Match case').uncheck();
  await bar.getByLabel('Replace with').fill('fog');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.getByRole('status')).toHaveText('2 places replaced.');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await source(page)).toBe('<p>“fog” and fog.</p>');
});

test('a post of the site is found by its words in the link dialog', async ({ page }) => {
  const post = await createPost({ title: 'The windmill', bodyText: 'Nobody repairs a windmill in winter.' });
  await page.keyboard.press('Control+k');
  const found = page.getByRole('list', { name: 'Posts of this site' }).getByRole('button', { name: /The windmill/ });
  await expect(async () => {
    await page.getByLabel('URL, or words of a post').fill('');
    await page.getByLabel('URL, or words of a post').fill('windmill');
    await expect(found).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await found.click();
  expect(await source(page)).toBe(`<p><a href="/${post.slug}">The windmill</a></p>`);
});
