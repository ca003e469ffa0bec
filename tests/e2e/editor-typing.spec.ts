import type { Page } from '@playwright/test';
import { expect, test } from './site';
import { beginPost, saved, source, text, title, type } from './editor-page';

test.beforeEach(async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
});

test('a new post is begun in its title, and what is typed after Enter falls into the next field at any speed', async ({
  page,
}) => {
  await expect(title(page)).toBeFocused();
  for (const words of ['Ferries', 'At night']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('Nobody saw one.');
  await expect(title(page)).toHaveValue('Ferries');
  await expect(page.getByRole('textbox', { name: 'Subtitle' })).toHaveValue('At night');
  await expect(text(page)).toHaveText('Nobody saw one.');
});

test('a typed address becomes a link of exactly its letters', async ({ page }) => {
  await text(page).focus();
  await type(page, 'See (https://example.org/typed), www.example.org/a, and');
  await page.keyboard.press('Enter');
  await type(page, 'https://example.org/end.');
  await page.keyboard.press('Enter');
  await type(page, 'After');
  expect(await source(page)).toBe(
    [
      '<p>See (<a href="https://example.org/typed">https://example.org/typed</a>), <a href="https://www.example.org/a">www.example.org/a</a>, and</p>',
      '<p><a href="https://example.org/end">https://example.org/end</a>.</p>',
      '<p>After</p>',
    ].join('\n'),
  );
});

test('an apostrophe at the beginning of a word or a year is none of the quotes', async ({ page }) => {
  await text(page).focus();
  await type(page, `'Twas rock 'n' roll of the '90s, "'em" or 'embers', for 'em`);
  await page.keyboard.press('Enter');
  await type(page, `'Tis `);
  await page.keyboard.press('Control+z');
  await type(page, 'late');
  expect(await source(page)).toBe(
    '<p>’Twas rock ’n’ roll of the ’90s, “’em” or ‘embers’, for ’em</p>\n<p>‘Tis late</p>',
  );
});

test('a link that was made of a typed address is undone by itself', async ({ page }) => {
  await text(page).focus();
  await type(page, 'See https://example.org/a ');
  await expect(text(page).getByRole('link')).toHaveText('https://example.org/a');
  await page.keyboard.press('Control+z');
  await expect(text(page).getByRole('link')).toHaveCount(0);
  await type(page, 'on');
  expect(await source(page)).toBe('<p>See https://example.org/a on</p>');
});

test('Enter after a pasted address makes a paragraph', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  await text(page).focus();
  await page.evaluate(() => navigator.clipboard.writeText('https://example.org/pasted'));
  await type(page, 'See ');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await type(page, 'Next line');
  expect(await source(page)).toBe(
    '<p>See <a href="https://example.org/pasted">https://example.org/pasted</a></p>\n<p>Next line</p>',
  );
});

test('signs that stand by themselves are kept, and those that touch words mark them', async ({ page }) => {
  await text(page).focus();
  for (const sign of ['*', '__', '~~']) await type(page, `2 ${sign} 3 ${sign} 4, `);
  await page.keyboard.press('Enter');
  await type(page, 'So *a b*, _c_, **d e**, __f__ and ~~g~~.');
  expect(await source(page)).toBe(
    [
      '<p>2 * 3 * 4, 2 __ 3 __ 4, 2 ~~ 3 ~~ 4, </p>',
      '<p>So <em>a b</em>, <em>c</em>, <strong>d e</strong>, <strong>f</strong> and <s>g</s>.</p>',
    ].join('\n'),
  );
});

for (const [how, close] of Object.entries({
  Escape: (page: Page) => page.keyboard.press('Escape'),
  Cancel: (page: Page) => page.getByRole('button', { name: 'Cancel' }).click(),
})) {
  test(`after ${how} in the link dialog the selection is there again, and typing goes on`, async ({ page }) => {
    await text(page).focus();
    await type(page, 'The quay was full');
    await text(page)
      .getByText('The quay')
      .dblclick({ position: { x: 60, y: 10 } });
    const chosen = await page.evaluate(() => String(getSelection()));
    expect(chosen.trim()).not.toBe('');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
    await close(page);
    await expect(page.getByRole('dialog', { name: 'Link' })).toBeHidden();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(chosen);
    await page.keyboard.press('ArrowRight');
    await type(page, '!');
    await expect(text(page)).toHaveText(new RegExp(`${chosen.trim()}!`));
  });
}

test('doing again what is done already undoes nothing', async ({ page }) => {
  await text(page).focus();
  await type(page, 'High water');
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('High water');
  // As a Mac reports the key: a lower-case letter in spite of Shift.
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+Shift+z');
  expect(await source(page)).toBe('<p>High water</p>');
});

test('a shortcut uses a selection that the browser has not reported yet', async ({ page }) => {
  await text(page).focus();
  await type(page, 'The quay was full');
  await text(page).evaluate((element) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
    getSelection()!.setBaseAndExtent(words, 4, words, 8);
    // In the same turn, as the events of a busy browser come.
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', ctrlKey: true, bubbles: true, cancelable: true }));
  });
  await expect(text(page).locator('strong')).toHaveText('quay');
});

test('a block of HTML says what it holds, and whether readers get it in a frame', async ({ page }) => {
  await title(page).fill('Join us');
  await text(page).focus();
  await type(page, '/html');
  await page.keyboard.press('Enter');
  await page.keyboard.type('<form action="/join"><input name="mail"><button>Join</button></form>');
  const block = text(page).locator('[data-block-view=raw]');
  await expect(block).toContainText('Readers get this in a closed frame of its own');
  await expect(block.locator('summary')).toHaveText('HTML: form');
  await block.getByLabel('HTML').fill('<details><summary>More</summary><p>Words</p></details>');
  await expect(block).not.toContainText('closed frame');
  await expect(block.locator('summary').first()).toHaveText('HTML: details');
});

test('an address is made a slug when its field is left, and one that is taken keeps the post from going out', async ({
  page,
}) => {
  await title(page).fill('Night ferry');
  await page.getByRole('button', { name: 'Post settings' }).click();
  const address = page.getByLabel('URL slug', { exact: true });
  await address.fill('Night Ferry, 2026!');
  await address.press('Tab');
  await expect(address).toHaveValue('night-ferry-2026');
  await page.getByRole('button', { name: 'Close' }).click();
  await saved(page);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('link', { name: 'View it' })).toHaveAttribute('href', '/night-ferry-2026');

  await page.getByRole('button', { name: 'Post settings' }).click();
  await address.fill('admin');
  await expect(page.locator('#details-slug-error')).toContainText('is reserved');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Update…' }).click();
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByRole('dialog')).toContainText('is reserved');
  await expect(page.getByRole('dialog').getByText('Published. Readers can see it now.')).toHaveCount(0);
});

test('a post without a title, and one with a past date, get a message before publishing', async ({ page }) => {
  await text(page).focus();
  await type(page, 'No title');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('#faults')).toContainText('It has no title yet.');
  await expect(dialog.locator('#hints')).not.toContainText('title');
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.locator('#faults')).toBeFocused();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await title(page).fill('From the archive');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await dialog.getByRole('radio', { name: 'Schedule…' }).check();
  await dialog.getByLabel('Publish on', { exact: true }).fill('2040-01-01T09:00');
  await expect(dialog.getByRole('button', { name: 'Schedule' })).toBeVisible();
  await dialog.getByLabel('Publish on', { exact: true }).fill('2019-01-01T09:00');
  await expect(
    dialog.getByText('That date is in the past: the post is published at once with that date.'),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Schedule' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  await text(page).focus();
  await type(page, 'More. ');
  await expect(page.getByText('Published. Readers can see it now.')).toHaveCount(0);
  await expect(page.getByText('Unpublished changes')).toBeVisible();

  await page.getByRole('button', { name: 'Update…' }).click();
  await dialog.getByRole('radio', { name: 'Schedule…' }).check();
  const hiding = dialog.getByText('Readers do not see the post until then.');
  await expect(hiding).toHaveCount(0);
  await dialog.getByLabel('Publish on', { exact: true }).fill('2040-01-01T09:00');
  await expect(hiding).toBeVisible();
});

test('what was wrong with a date is no longer said once it is changed', async ({ page }) => {
  await title(page).fill('Tide tables');
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  const missing = dialog.getByText('Choose a publish date.');
  const date = dialog.getByLabel('Publish on', { exact: true });
  await dialog.getByRole('radio', { name: 'Schedule…' }).check();
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(missing.first()).toBeVisible();
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await date.fill('2040-01-01T09:00');
  await expect(missing).toHaveCount(0);
  await expect(date).not.toHaveAttribute('aria-invalid');

  const order = dialog.getByText('The unpublish date must be in the future and after the publish date.');
  const end = dialog.getByLabel('Unpublish on (optional)');
  for (const change of [() => end.fill('2041-01-01T09:00'), () => dialog.getByRole('radio', { name: 'Now' }).check()]) {
    await end.fill('2039-01-01T09:00');
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await expect(order.first()).toBeVisible();
    await change();
    await expect(order).toHaveCount(0);
  }
});

test('a draft that was published before keeps its date, or gets a new one where that is chosen', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const { createPost } = await import('../factories/posts');
  await site.signIn(context, 'editor');
  const then = new Date('2019-01-01T09:00:00Z');
  const { id } = await createPost({ status: 'draft', publishAt: then, firstPublishedAt: then });
  const publishedIn = async () => (await db.post.findUniqueOrThrow({ where: { id } })).publishAt?.getFullYear();
  await page.goto(`${site.url}/admin/posts/${id}`);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('radio', { name: 'Keep the publish date (1 Jan 2019 09:00)' })).toBeChecked();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  expect(await publishedIn()).toBe(2019);

  await page.locator('.editor__bar').getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Unpublish' }).click();
  await expect(page.getByText('Reverted to draft.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('radio', { name: 'Now, with a new date' }).check();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  expect(await publishedIn()).toBe(new Date().getFullYear());
});

test('a file that cannot be added is answered, and the page stays', async ({ page }) => {
  const refusal = page.getByText('This file cannot be added.');
  for (const way of ['drop', 'paste'] as const) {
    await text(page).evaluate((element, how) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['MZ'], 'setup.exe', { type: 'application/octet-stream' }));
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
      );
    }, way);
    await expect(refusal).toBeVisible();
    await text(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(refusal).toHaveCount(0);
  }
});
