import type { BrowserContext, Page, Request } from '@playwright/test';
import { expect, test } from './site';
import { beginPost, paste, saved, text, title } from './editor-page';

const longTexts = {
  '40,000 Cyrillic letters': { paragraph: 'Туман '.repeat(167).trim(), count: 40 },
  '24,000 Japanese characters': { paragraph: '霧の朝に船が出る。'.repeat(112), count: 24 },
};

for (const [name, { paragraph, count }] of Object.entries(longTexts)) {
  test(`${name} are saved, and can be published`, async ({ page, context, site }) => {
    await site.signIn(context, 'author');
    await beginPost(page, site);
    await title(page).fill('Long');
    await text(page).focus();
    await paste(page, { 'text/plain': Array.from({ length: count }, () => paragraph).join('\n\n') });
    await saved(page);
    await page.reload();
    await expect(text(page).locator('p').last()).toHaveText(paragraph);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await expect(page.getByText('Published. Readers can see it now.')).toBeVisible();
  });
}

test('a text is saved although other requests of the page use up what may outlive it', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Crowded');
  await saved(page);
  await context.route('**/never-answered', () => {});
  await page.evaluate(() => {
    const body = 'x'.repeat(60 * 1024);
    void fetch('/never-answered', { method: 'POST', body, keepalive: true }).catch(() => null);
  });
  await text(page).focus();
  await page.keyboard.type(`${'The fog came in. '.repeat(20)}`);
  await paste(page, { 'text/plain': 'The quay was full. '.repeat(600) });
  await saved(page);
  await page.reload();
  await expect(text(page)).toContainText('The quay was full.');
});

test('a page that is left while its text is being saved offers nothing when it is opened again', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'editor');
  for (const word of ['fog', 'rain', 'wind']) {
    await beginPost(page, site);
    await title(page).pressSequentially('Left', { delay: 10 });
    const address = page.url();
    await text(page).focus();
    await page.keyboard.type(`The ${word} came in`, { delay: 10 });
    await page.getByRole('link', { name: 'Comments' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Comments' })).toBeVisible();
    await page.goto(address);
    await expect(text(page)).toHaveText(`The ${word} came in`);
    await expect(page.locator('.saving')).toHaveText(/^Saved \d\d:\d\d$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

for (const arrives of [true, false]) {
  const name = arrives ? 'arrives after the page is opened again' : 'never arrives';
  test(`a text goes on where it was left although its last save ${name}`, async ({ page, context, site }) => {
    await site.signIn(context, 'editor');
    await beginPost(page, site);
    await title(page).fill('Slow');
    await saved(page);
    const address = page.url();
    await context.route('**/save', () => {});
    const sending = page.waitForRequest('**/save');
    await text(page).focus();
    await page.keyboard.insertText('The tide turned');
    await page.evaluate(() => dispatchEvent(new Event('blur')));
    const save = await sending;
    await page.goto(address);
    await expect(text(page)).toHaveText('The tide turned');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // The browser may have dropped the request, or the open page may have been faster.
    if (arrives) expect([200, 409]).toContain(await sendAgain(context, save));
    await context.unroute('**/save');
    await page.keyboard.press('Control+s');
    await saved(page);
    await page.reload();
    await expect(text(page)).toHaveText('The tide turned');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test.describe('in a browser of another time zone', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('an older copy is dropped without a word, a newer one is offered with the time of the site', async ({
    page,
    context,
    site,
  }) => {
    await site.signIn(context, 'author');
    await beginPost(page, site);
    const address = page.url();
    await title(page).fill('Copies');
    await text(page).focus();
    await context.route('**/save', (route) => route.abort());
    await page.keyboard.type('First');
    await expect(page.locator('.saving')).toHaveText('Offline — saved in this browser');
    const stored = await readStoredEntry(page);
    await context.unroute('**/save');
    await page.keyboard.type(' and second');
    await saved(page);

    await page.goto(`${site.url}/admin`);
    await writeStoredEntry(page, stored);
    await page.goto(address);
    await expect(text(page)).toHaveText('First and second');
    await expect.poll(async () => (await readStoredEntry(page)).entry).toBeUndefined();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.goto(`${site.url}/admin`);
    const at = new Date();
    await writeStoredEntry(page, { ...stored, entry: { ...stored.entry, at: at.getTime() } });
    await page.goto(address);
    await expect(page.getByRole('dialog')).toContainText(`last changed at ${at.toISOString().slice(11, 16)};`);
    await page.getByRole('button', { name: 'Keep the saved version' }).click();
    await expect(text(page)).toHaveText('First and second');
    await page.reload();
    await expect(text(page)).toHaveText('First and second');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('the editor goes on when the browser translates its page', async ({ page, context, site }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('Ferries');
  await saved(page);
  await translate(page);
  await title(page).fill('Ferries at night');
  await text(page).focus();
  await page.keyboard.type('Nobody saw the last one.');
  await saved(page);
  await expect(page.locator('.editor-footer__count')).toHaveText('5 words');
  await translate(page);

  await page.getByRole('button', { name: 'Post settings' }).click();
  await translate(page);
  await page.getByLabel('URL slug', { exact: true }).fill('admin');
  await expect(page.locator('#details-slug-error')).toContainText('is reserved');
  await translate(page);
  await page.getByLabel('URL slug', { exact: true }).fill('night-ferries');
  await expect(page.locator('#details-slug-error')).toHaveCount(0);
  await page.getByLabel('Pin to the top of the home page').check();
  await page.getByRole('button', { name: 'Close' }).click();
  await saved(page);
  await translate(page);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await translate(page);
  await page.getByRole('radio', { name: 'Schedule…' }).check();
  await translate(page);
  await page.getByRole('radio', { name: 'Now', exact: true }).check();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.locator('.notice--done')).toContainText('Readers can see it now');
  await translate(page);
  await text(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' It was dark.');
  await saved(page);
  await expect(page.locator('.editor__where')).toContainText('Unpublished changes');
  await translate(page);
  await page.getByRole('button', { name: 'Update…' }).click();
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Unpublished changes')).toBeHidden();
  await page.reload();
  await expect(text(page)).toHaveText('Nobody saw the last one. It was dark.');
  expect(faults).toEqual([]);
});

test('lists, settings and comments go on when the browser translates their page', async ({ page, context, site }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await site.signIn(context, 'owner');
  await beginPost(page, site);
  await title(page).fill('Translated');
  await saved(page);
  await page.goto(`${site.url}/admin/posts?q=Translated`);
  await translate(page);
  await page.getByRole('checkbox', { name: 'Select “Translated”' }).check();
  await translate(page);
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
  await translate(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Translated' })).toBeVisible();

  await page.goto(`${site.url}/admin/settings`);
  await translate(page);
  await page.getByRole('textbox', { name: 'Site title', exact: true }).fill('');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Enter a site title.').first()).toBeVisible();
  await translate(page);
  await page.getByRole('textbox', { name: 'Site title', exact: true }).fill('Harbour News');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Enter a site title.')).toHaveCount(0);
  expect(faults).toEqual([]);
});

/** What a translator does to a page: every text outside what is being written moves into two elements of its own. */
async function translate(page: Page) {
  // Pages are translated after loading: before, hydration would fail.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main button') ?? {}).some((key) => key.startsWith('__react')),
  );
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || parent.closest('[translate=no], script, style, textarea, font')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text);
    }
  });
}

type StoredEntry = { at: number; visit: string; version: number };

async function readStoredEntry(page: Page): Promise<{ entry: StoredEntry; id: string }> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return { id, entry: (await page.evaluate(readStoredDraft, { id })) as StoredEntry };
}

async function writeStoredEntry(page: Page, { id, entry }: { entry: StoredEntry; id: string }) {
  await page.evaluate(readStoredDraft, { id, entry });
}

/** Runs in the page: reads the entry of a post from the browser's own database, or puts one there. */
function readStoredDraft({ id, entry }: { id: string; entry?: StoredEntry }) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('masthead-writing', 1);
    opening.addEventListener('error', () => reject(new Error('no journal')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('posts', 'readwrite');
      const store = transaction.objectStore('posts');
      const request = entry ? store.put(entry, id) : store.get(id);
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(request.result);
      });
    });
  });
}

async function sendAgain(context: BrowserContext, save: Request) {
  const data = save.postDataBuffer() ?? '';
  const headers = { 'Content-Type': 'application/json', Origin: new URL(save.url()).origin };
  return (await context.request.post(save.url(), { data, headers })).status();
}
