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

test('what is typed before this browser’s copy is read is not replaced by it', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('Quick');
  await saved(page);
  const address = page.url();
  await context.route('**/save', () => {});
  const sending = page.waitForRequest('**/save');
  await text(page).focus();
  await page.keyboard.insertText('The tide turned');
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await sending;
  await page.addInitScript(holdStoredDraft);
  await page.goto(address);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.draft)).toBe('held');
  await text(page).focus();
  await page.keyboard.type('Typed at once');
  await page.evaluate(() => dispatchEvent(new Event('draft-wanted')));
  const offer = page.getByRole('dialog');
  await expect(offer.locator('ins', { hasText: 'The tide turned' })).toBeVisible();
  await expect(offer.locator('del', { hasText: 'Typed at once' })).toBeVisible();
  await expect(text(page)).toHaveText('Typed at once');
  await page.getByRole('button', { name: 'Keep the saved version' }).click();
  await expect(offer).toHaveCount(0);
  await expect(text(page)).toHaveText('Typed at once');
});

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

/** Runs in the page before its scripts: the answer of the browser's database to a reader waits for an event. */
function holdStoredDraft() {
  const wanted = new Promise((resolve) => addEventListener('draft-wanted', resolve));
  const { addEventListener: listen } = IDBTransaction.prototype;
  IDBTransaction.prototype.addEventListener = function (
    this: IDBTransaction,
    type: string,
    listener: EventListenerOrEventListenerObject,
  ) {
    const isHeld = this.mode === 'readonly' && type === 'complete' && typeof listener === 'function';
    if (!isHeld) return listen.call(this, type, listener);
    listen.call(this, type, (event: Event) => {
      document.documentElement.dataset.draft = 'held';
      void wanted.then(() => listener(event));
    });
  };
}

async function sendAgain(context: BrowserContext, save: Request) {
  const data = save.postDataBuffer() ?? '';
  const headers = { 'Content-Type': 'application/json', Origin: new URL(save.url()).origin };
  return (await context.request.post(save.url(), { data, headers })).status();
}
