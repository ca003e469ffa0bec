import { expect, test } from './site';
import { beginPost, dropImage, paste, saved, source, text, title, type } from './editor-page';
import { violations } from './page-looks';

test('a writer makes blocks from the “/” menu with the keyboard alone', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
  await page.keyboard.type('/quo');
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The sea takes its time.');
  await expect(text(page).locator('blockquote')).toHaveText('The sea takes its time.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/nothing');
  await expect(page.getByText('No blocks found.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No blocks found.')).toBeHidden();
  await expect(text(page).locator('p', { hasText: '/nothing' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(text(page).locator('p', { hasText: '/nothing' })).toBeHidden();
});

test('a writer pastes a film, a link over words and a text from Word, moves blocks and finds the tools by keyboard', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await paste(page, { 'text/plain': 'https://youtu.be/dQw4w9WgXcQ' });
  await expect(text(page).locator('figure[data-block-view=embed]')).toContainText('Open on YouTube');
  await page.keyboard.type('Fog over the quay');
  await page.keyboard.press('Shift+Home');
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await paste(page, { 'text/plain': 'https://fog.example/' });
  await expect(text(page).getByRole('link', { name: 'Fog over the quay' })).toBeVisible();
  // The editor needs a moment to see that nothing is selected.
  await page.keyboard.press('End');
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeHidden();
  await page.keyboard.press('Enter');
  await paste(page, {
    'text/html':
      "<p class=MsoNormal><b>Tides</b><o:p></o:p></p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>rope</p><script>x()</script>",
    'text/plain': 'Tides rope',
  });
  await expect(text(page).locator('li')).toHaveText('rope');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+F10');
  await expect(page.getByRole('combobox', { name: 'Block type' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();

  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(page.getByLabel('HTML source')).toHaveValue(
    [
      '<figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Open on YouTube</a></figure>',
      '<p><a href="https://fog.example/">Fog over the quay</a></p>',
      '<ul><li>rope</li></ul>',
      '<p><strong>Tides</strong></p>',
    ].join('\n'),
  );
});

test('the editor says of each embed what readers get: a card that plays where it stands, or a link', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Heard and seen');
  await text(page).focus();
  const embeds: Record<string, 'plays' | 'links'> = {
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ': 'plays',
    'https://vimeo.com/76979871': 'plays',
    'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC': 'plays',
    'https://soundcloud.com/harbour/fog': 'plays',
    'https://www.twitch.tv/harbour': 'links',
  };
  const sentences = { plays: 'Readers see a card first and load it with a click.', links: 'Readers see a link card.' };
  for (const address of Object.keys(embeds)) await paste(page, { 'text/plain': address });
  const cards = text(page).locator('figure[data-block-view=embed]');
  await expect(cards).toHaveCount(Object.keys(embeds).length);
  for (const [index, kind] of Object.values(embeds).entries()) {
    await expect(cards.nth(index)).toContainText(sentences[kind]);
  }
  await saved(page);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByRole('link', { name: 'View it' }).click();
  for (const [address, kind] of Object.entries(embeds)) {
    const card = page.locator('.embed', { has: page.locator(`a[href="${address}"]`) });
    await expect(card).toBeVisible();
    await expect(card).toHaveCount(1);
    expect(await card.getAttribute('data-frame'), address).toEqual(kind === 'plays' ? expect.any(String) : null);
  }
});

test('redo restores an HTML block with everything after it, and keeps the focus', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
  await page.keyboard.type('/html');
  await page.keyboard.press('Enter');
  await page.keyboard.type('<aside>A</aside>');
  await text(page).locator('> p').last().click();
  await page.keyboard.type('Behind it.');
  const whole = await source(page);
  expect(whole).toBe('<aside>A</aside>\n<p>Behind it.</p>');
  await text(page).focus();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('Control+z');
  await expect(text(page).locator('[data-block-view=raw]')).toHaveCount(0);
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect(text(page)).toBeFocused();
  expect(await source(page)).toBe(whole);
});

test('a table grows, code has a language, an image comes from the library, and all of it is there again', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await text(page).focus();
  await dropImage(page);
  await saved(page);
  await text(page).locator('figcaption').click();
  await page.keyboard.type('Dry nets');
  await expect(text(page).locator('figcaption')).toHaveText('Dry nets');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/table');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Day');
  await expect(text(page).locator('th').first()).toHaveText('Day');
  await page.getByRole('button', { name: 'Insert row below' }).click();
  await page.getByRole('button', { name: 'Insert column after' }).click();
  await expect(text(page).locator('tr')).toHaveCount(4);
  await expect(text(page).locator('th')).toHaveCount(4);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('```js ');
  await page.keyboard.type('let tide = 1');
  await expect(text(page).getByRole('combobox', { name: 'Language of the code' })).toHaveValue('js');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('/library');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: 'Choose from library' })
    .getByRole('button', { name: /quay\.png/ })
    .first()
    .click();
  await expect(text(page).locator('figure[data-block-view=image]')).toHaveCount(2);
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'HTML' }).click();
  const html = await page.getByLabel('HTML source').inputValue();
  expect(html).toMatch(/<figcaption>Dry nets<\/figcaption>/);
  expect(html).toMatch(/<thead><tr><th>Day<\/th><th><\/th><th><\/th><th><\/th><\/tr><\/thead><tbody>/);
  expect(html).toContain('<pre><code class="language-js">let tide = 1</code></pre>');
});

test('the shortcuts of a page are listed with “?”, and the list is navigable by keyboard', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('Walked to');
  await saved(page);
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Move the block');
  await page.goto(`${site.url}/admin/posts?q=Walked`);
  await expect(async () => {
    // Before its script runs the page handles no keys: a user would press again.
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Select', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Walked to' })).toBeFocused();
  await page.keyboard.press('x');
  await page.getByRole('combobox', { name: 'Tag' }).fill('Knots');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 item tagged.')).toBeVisible();
  await expect(page.locator('.row__meta', { hasText: 'Knots' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.row__meta', { hasText: 'Knots' })).toHaveCount(0);
});

test('viewing the HTML changes nothing, and unknown elements are preserved', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  const html = '<p>Before</p>\n<dl><dt>More</dt><dd>Inside</dd></dl>\n<p>After</p>';
  await page.getByRole('button', { name: 'HTML' }).click();
  await page.getByLabel('HTML source').fill(html);
  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(text(page).getByRole('textbox', { name: 'HTML' })).toHaveValue(/<dl>/);
  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(page.getByLabel('HTML source')).toHaveValue(html);
  await page
    .getByLabel('HTML source')
    .fill(`${html}\n<p onclick="document.title='run'"><img src="x" onerror="document.title='run'"></p>`);
  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(text(page).getByRole('textbox', { name: 'HTML' }).last()).toHaveValue(/onclick/);
  await expect(text(page).locator('img')).toHaveCount(0);
  expect(await page.title()).not.toBe('run');
});

test('a button and a card without an address are there again after a reload, and are named before publishing', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Join the harbour');
  await text(page).focus();
  await type(page, '/button');
  await page.keyboard.press('Enter');
  await type(page, 'Subscribe now');
  await page.keyboard.press('Enter');
  await type(page, '/bookmark');
  await page.keyboard.press('Enter');
  await text(page).locator('[data-block-view=bookmark]').getByLabel('Title').fill('Fog over the quay');
  await page.keyboard.press('Tab');
  await saved(page);
  await page.reload();
  const button = text(page).locator('[data-block-view=button]');
  await expect(button).toContainText('Subscribe now');
  await expect(button.getByLabel('Link address')).toHaveValue('');
  await expect(text(page).locator('[data-block-view=bookmark]').getByLabel('Title')).toHaveValue('Fog over the quay');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('dialog')).toContainText('A button has no address');
  await expect(page.getByRole('dialog')).toContainText('A bookmark card has no address');
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByRole('link', { name: 'View it' }).click();
  await expect(page.getByText('Subscribe now')).toBeVisible();
  await expect(page.getByText('Fog over the quay')).toBeVisible();
  await expect(page.locator('article').getByRole('link', { name: /Subscribe now|Fog over/ })).toHaveCount(0);
});

test('axe finds nothing in the blocks of a text', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await dropImage(page);
  const src = await text(page).locator('figure[data-block-view=image] img').getAttribute('src');
  const figure = `<figure><img src="${src}" alt="The quay"><figcaption>The quay</figcaption></figure>`;
  const blocks = [
    figure,
    `<div data-gallery="">${figure}${figure}</div>`,
    '<aside data-callout="tip"><p>Mind the tide.</p></aside>',
    '<details><summary>More</summary><p>Inside</p></details>',
    '<div data-columns="2"><div data-column=""><p>Left</p></div><div data-column=""><p>Right</p></div></div>',
    '<p data-button=""><a href="/quay">To the quay</a></p>',
    '<aside data-bookmark=""><p><a href="https://fog.example/">Fog</a></p><p>About it</p><p><small>fog.example</small></p></aside>',
    '<figure data-embed="https://vimeo.com/123456"><a href="https://vimeo.com/123456">Open on Vimeo</a><figcaption>A film</figcaption></figure>',
    '<figure><audio src="/uploads/files/0123456789abcdef01234567/a.mp3"></audio><figcaption>A song</figcaption></figure>',
    '<pre><code class="language-js">let tide;</code></pre>',
  ];
  await page.getByRole('button', { name: 'HTML' }).click();
  await page.getByLabel('HTML source').fill(blocks.join('\n'));
  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(text(page).locator('[data-block-view=gallery] figure')).toHaveCount(2);
  await expect(text(page).locator('[data-block-view=bookmark]')).toBeVisible();
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violations(page, (axe) => axe), `${width}, ${colorScheme}`).toEqual([]);
  }
});
