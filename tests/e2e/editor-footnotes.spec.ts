import { expect, test } from './site';
import { beginPost, source, text, type } from './editor-page';

test.beforeEach(async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
});

test('a bracket closes a footnote, and what follows stands behind it', async ({ page }) => {
  await text(page).focus();
  await type(page, 'A rumour.[^A note.] And on.');
  await page.keyboard.press('Enter');
  await type(page, 'Second.');
  expect(await source(page)).toBe(
    ['<p>A rumour.<span data-footnote="">A note.</span> And on.</p>', '<p>Second.</p>'].join('\n'),
  );
});

test('blanks in brackets are no footnote', async ({ page }) => {
  await text(page).focus();
  await type(page, 'A rumour.[^ ] Or [^] two.');
  expect(await source(page)).toBe('<p>A rumour.[^ ] Or [^] two.</p>');
});

test('a footnote has brackets, links and emphasis of its own', async ({ page }) => {
  await text(page).focus();
  await type(page, 'One.[^See [1], https://example.org/p for *more* [2].] Two.');
  expect(await source(page)).toBe(
    '<p>One.<span data-footnote="">See [1], <a href="https://example.org/p">https://example.org/p</a> for <em>more</em> [2].</span> Two.</p>',
  );
});

const waysOut = { Enter: 'Enter', Escape: 'Escape', 'the right arrow': 'ArrowRight' };

for (const [how, key] of Object.entries(waysOut)) {
  test(`what is typed after /note stands in the footnote, and ${how} leaves it`, async ({ page }) => {
    await text(page).focus();
    await type(page, 'A rumour /note');
    await page.keyboard.press('Enter');
    await type(page, 'A note.');
    await page.keyboard.press(key);
    await type(page, ' And on.');
    await page.keyboard.press('Enter');
    await type(page, 'Second.');
    expect(await source(page)).toBe(
      ['<p>A rumour <span data-footnote="">A note.</span> And on.</p>', '<p>Second.</p>'].join('\n'),
    );
  });
}

test('a footnote of the toolbar is written in, at its beginning too, and the left arrow leaves it', async ({
  page,
}) => {
  await text(page).focus();
  await type(page, 'A rumour');
  await page.getByRole('button', { name: 'Formatting toolbar' }).click();
  await page.getByLabel('Insert a block').selectOption('Footnote');
  await type(page, 'B');
  await page.keyboard.press('ArrowLeft');
  await type(page, 'A');
  expect(await source(page)).toBe('<p>A rumour<span data-footnote="">AB</span></p>');
  await text(page).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  await type(page, '!');
  expect(await source(page)).toBe('<p>A rumour!<span data-footnote="">AB</span></p>');
});

for (const key of ['Enter', 'Escape', 'ArrowLeft', 'Backspace']) {
  test(`a footnote that is left empty by ${key} is gone, and the words around it stay`, async ({ page }) => {
    await text(page).focus();
    await type(page, 'A rumour /note');
    await page.keyboard.press('Enter');
    await expect(text(page).locator('.note')).toHaveCount(1);
    await page.keyboard.press(key);
    await type(page, 'went on.');
    expect(await source(page)).toBe('<p>A rumour went on.</p>');
  });
}

test('selected words become the footnote with their formatting, and several paragraphs stay as they are', async ({
  page,
}) => {
  await text(page).focus();
  await type(page, 'One');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await type(page, 'Two');
  await page.keyboard.press('Shift+Home');
  await page.getByRole('button', { name: 'Formatting toolbar' }).click();
  await page.getByLabel('Insert a block').selectOption('Footnote');
  await type(page, '!');
  expect(await source(page)).toBe('<p>One</p>\n<p><span data-footnote=""><strong>Two!</strong></span></p>');
  await text(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByLabel('Insert a block').selectOption('Footnote');
  await type(page, 'Three');
  expect(await source(page)).toContain('<p>One</p>\n<p><span data-footnote=""><strong>Two!</strong></span>');
  expect(await source(page)).toContain('Three');
});

test('two paragraphs that are pasted into a footnote stay in it', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  await text(page).focus();
  for (const words of ['One', 'Two']) {
    await type(page, words);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await type(page, 'Three /note');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  await type(page, '.');
  await page.keyboard.press('Escape');
  await type(page, ' On.');
  expect(await source(page)).toBe('<p>One</p>\n<p>Two</p>\n<p>Three <span data-footnote="">One Two .</span> On.</p>');
});
