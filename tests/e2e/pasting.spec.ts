import { expect, test } from './site';
import { beginPost, paste, saved, text, title } from './editor-page';

async function source(page: Parameters<typeof text>[0]) {
  await page.getByRole('button', { name: 'HTML' }).click();
  return page.getByLabel('HTML source').inputValue();
}

test('what is pasted from documents, code editors and Markdown arrives as it was', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
  await paste(page, {
    'text/html':
      '<b id="docs-internal-guid-1" style="font-weight:normal"><ul><li role="checkbox" aria-checked="true" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgo=" alt="checked" aria-roledescription="checkbox"><p role="presentation"><span>20 m</span><span style="vertical-align:super">2</span></p></li><ul><li role="checkbox" aria-checked="false"><p>sail</p></li></ul></ul></b>',
    'text/plain': '20 m2',
  });
  await expect(text(page).locator('sup')).toHaveText('2');
  await page.keyboard.press('Control+Enter');
  await paste(page, {
    'text/html':
      '<div style="font-family: Consolas, monospace; white-space: pre;"><div><span>if (tide) {</span></div><div>    rise();</div><div>}</div></div>',
    'text/plain': 'if (tide) {\r\n    rise();\r\n}',
    'vscode-editor-data': '{"version":1,"mode":"typescript"}',
  });
  await expect(text(page).getByRole('combobox', { name: 'Language of the code' })).toHaveValue('typescript');
  await page.keyboard.press('Control+Enter');
  await paste(page, {
    'text/plain': '| Boat | Nets |\n| --- | --- |\n| Ida | 3 |\n\nA rumour.[^1]\n\n[^1]: A *note*.',
  });
  await expect(text(page).locator('td').first()).toHaveText('Ida');
  await paste(page, { 'text/html': `<a href="${site.url}/about">About</a>`, 'text/plain': 'About' });
  await expect(text(page).getByRole('link', { name: 'About' })).toBeVisible();
  await saved(page);
  await page.reload();
  expect(await source(page)).toBe(
    [
      '<ul data-type="taskList"><li data-checked="true"><p>20 m<sup>2</sup></p><ul data-type="taskList"><li data-checked="false"><p>sail</p></li></ul></li></ul>',
      '<pre><code class="language-typescript">if (tide) {\n    rise();\n}</code></pre>',
      '<table><thead><tr><th>Boat</th><th>Nets</th></tr></thead><tbody><tr><td>Ida</td><td>3</td></tr></tbody></table>',
      '<p>A rumour.<span data-footnote="">A <em>note</em>.</span><a href="/about">About</a></p>',
    ].join('\n'),
  );
});

test('images in a pasted text stay in their places; one that cannot be copied leaves a placeholder until it is filled', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Boats');
  await text(page).focus();
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 64, height: 40 });
    canvas.getContext('2d')!.fillRect(0, 0, 32, 40);
    return canvas.toDataURL('image/png');
  });
  // The server never fetches from loopback addresses.
  await paste(page, {
    'text/html': `<p>one</p><p><img src="${data}" alt="A hull"></p><p>two</p><p><img src="http://127.0.0.1:9/mast.png" alt="A mast"></p><p>three</p>`,
    'text/plain': 'one two three',
  });
  const hull = text(page).locator('figure[data-block-view=image] img');
  await expect(hull).toHaveAttribute('src', /^\/uploads\//);
  const place = text(page).getByRole('figure', { name: 'Image not copied' });
  await expect(place.getByRole('status')).toHaveText(
    'Image not copied. Upload it here. This address could not be fetched: it is not on the public internet.',
  );
  await expect(text(page).locator(':scope > *')).toHaveText([/one/, /./, /two/, /A mast/, /three/]);
  await saved(page);
  await page.reload();
  await expect(place.getByRole('status')).toHaveText('Image not copied. Upload it here.');

  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('dialog')).toContainText('An image was not copied: upload it or remove it.');
  await page.getByRole('button', { name: 'Cancel' }).click();

  const png = Buffer.from(data.split(',')[1] ?? '', 'base64');
  await place.getByLabel('Image to upload').setInputFiles({ name: 'mast.png', mimeType: 'image/png', buffer: png });
  await expect(place).toHaveCount(0);
  await saved(page);
  const html = await source(page);
  expect(html.replace(/\/uploads\/[^"]+/g, '/uploads/x').replace(/ (width|height)="\d+"/g, '')).toBe(
    [
      '<p>one</p>',
      '<figure><img src="/uploads/x" alt="A hull"></figure>',
      '<p>two</p>',
      '<figure><img src="/uploads/x" alt="A mast"></figure>',
      '<p>three</p>',
    ].join('\n'),
  );
});

test('undo removes a pasted text with its images, and redo restores both', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')!.fillRect(0, 0, 50, 40);
    return canvas.toDataURL('image/png');
  });
  await paste(page, { 'text/html': `<p>one</p><img src="${data}" alt="A hull"><p>two</p>`, 'text/plain': 'one two' });
  const hull = text(page).locator('figure[data-block-view=image] img');
  await expect(hull).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText('');
  await expect(hull).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(hull).toBeVisible();
  await expect(text(page)).toContainText('two');
});
