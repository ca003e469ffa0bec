import type { Locator, Page } from '@playwright/test';
import { insertAll, type Inserted } from './rows-of-forms';
import { card, saveCard } from './settings-cards';
import { expect, test } from './site';

/** Fields for text: search fields, choices and files are not text. */
const textField = ':is(textarea, input:is([type=text], [type=email], [type=url], [type=password], :not([type])))';

/** Pages and, for each, the first text field of every form that holds text. */
const pages: Record<string, { path: (inserted: Inserted) => string; forms: string[] }> = {
  'the settings': { path: () => '/admin/settings', forms: ['Site title'] },
  'what one reads': { path: () => '/admin/settings/reading', forms: ['Text of the 404 page'] },
  'what search engines find': {
    path: () => '/admin/settings/search-engines',
    forms: ['Additional lines for /robots.txt', 'Contact for security reports'],
  },
  'the identity': { path: () => '/admin/settings/identity', forms: ['Copyright line', 'Text'] },
  'the appearance': { path: () => '/admin/settings/appearance', forms: ['Accent colour', 'CSS'] },
  'the site code': {
    path: () => '/admin/settings/code',
    forms: ['Google', 'File name', 'Code of the service'],
  },
  'the visibility': { path: () => '/admin/settings/visibility', forms: ['Password for readers', 'Maintenance text'] },
  'a slot': { path: ({ slot }) => `/admin/slots/${slot}`, forms: ['Headline', 'Name'] },
  'adding a slot': { path: () => '/admin/slots', forms: ['Name'] },
  'the import of ad settings': { path: () => '/admin/slots/import', forms: ['Or paste the settings'] },
  'ads.txt': {
    path: () => '/admin/slots/sellers',
    forms: ['Domain of the ad system', 'Owner’s domain (OWNERDOMAIN)', 'Lines'],
  },
  'moderation rules': { path: () => '/admin/comments/rules', forms: ['Word, host or pattern', 'Text', 'Lines'] },
  'the author of comments': { path: ({ commenter }) => `/admin/comments/authors/${commenter}`, forms: ['Note'] },
  'a reply in the queue': { path: ({ queued }) => queued, forms: ['Reply to Ole'] },
  'an invitation': { path: () => '/admin/users/invite', forms: ['Name'] },
  'a person': { path: ({ user }) => `/admin/users/${user}`, forms: ['E-mail', 'Name', 'Reason'] },
  'a tag': { path: ({ tag }) => `/admin/tags/${tag}`, forms: ['Name', 'Description', 'Merge into'] },
  'the series': { path: () => '/admin/series', forms: ['Title'] },
  'one series': { path: ({ series }) => `/admin/series/${series}`, forms: ['Title', 'Description'] },
  'a picture': { path: ({ picture }) => `/admin/media/${picture}`, forms: ['Alt text'] },
  'a file': { path: ({ file }) => `/admin/media/files/${file}`, forms: ['Name'] },
  'the menus': { path: () => '/admin/menus', forms: ['Address', 'Address'] },
  'an entry of a menu': { path: ({ entry }) => `/admin/menus/${entry}`, forms: ['Address'] },
  notes: { path: ({ post }) => `/admin/posts/${post}/notes`, forms: ['Quoted text (optional)'] },
  'an import': { path: () => '/admin/import', forms: ['Address of the old site'] },
  'a redirect': { path: () => '/admin/redirects/new', forms: ['From'] },
  'the account': { path: () => '/account', forms: ['Name', 'New e-mail address', 'New password'] },
  'a correction': { path: ({ post }) => `/corrections/suggest/${post}`, forms: ['The article says'] },
  'a report of a comment': { path: ({ report }) => report, forms: ['In your words'] },
  'a comment of one’s own': {
    path: ({ comment }) => comment,
    forms: ['Edit your comment', 'Reason for locking replies', 'Reason for locking the conversation'],
  },
};

let inserted: Inserted;
let asked: string[];

test.beforeEach(async ({ page, context, site }) => {
  const owner = await site.signIn(context, 'owner');
  inserted = await insertAll(site, owner.id);
  asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
});

for (const [what, { path, forms }] of Object.entries(pages)) {
  test(`${what}: leaving asks while a form differs from what was loaded, and only then`, async ({ page, site }) => {
    const open = () => page.goto(site.url + path(inserted));
    await open();
    await leave(page);
    expect(asked).toEqual([]);
    await open();
    const found = page.locator('main form:not([role=search])', { has: page.locator(textField) });
    await expect(found).toHaveCount(forms.length);
    for (const [index, label] of forms.entries()) {
      const field = found.nth(index).locator(textField).filter({ visible: true }).first();
      await expect(field).toHaveAccessibleName(label);
      const before = await field.inputValue();
      await field.click();
      await page.keyboard.press('End');
      await page.keyboard.type('x');
      await tryToLeave(page);
      await expect.poll(() => asked).toEqual(['beforeunload']);
      await expect(field).toHaveValue(/x$/);
      await field.click();
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
      await expect(field).toHaveValue(before);
      await leave(page);
      expect(asked.splice(0)).toEqual(['beforeunload']);
      await open();
    }
  });
}

const saves: Record<string, { path: (inserted: Inserted) => string; field: string; button: string; said: string }> = {
  'a slot': {
    path: pages['a slot']!.path,
    field: 'Headline',
    button: 'Save',
    said: 'Readers now see version',
  },
  'the name of a tag': { path: pages['a tag']!.path, field: 'Name', button: 'Rename', said: 'Renamed.' },
  'the words of a tag': {
    path: pages['a tag']!.path,
    field: 'Description',
    button: 'Save',
    said: 'Description saved.',
  },
  'a picture': {
    path: pages['a picture']!.path,
    field: 'Alt text',
    button: 'Save',
    said: 'Saved',
  },
  'the account': { path: pages['the account']!.path, field: 'Name', button: 'Save', said: 'Saved.' },
};

for (const [what, { path, field: label, button, said }] of Object.entries(saves)) {
  test(`${what}: after saving the words stay, and leaving does not ask`, async ({ page, site }) => {
    await page.goto(site.url + path(inserted));
    const field = page.getByRole('textbox', { name: label, exact: true });
    const form = page.locator('form', { has: field });
    await field.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' anew');
    await form.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText(said).first()).toBeVisible();
    await expect(field).toHaveValue(/anew$/);
    await leave(page);
    expect(asked).toEqual([]);
  });
}

test('a changed comment leads to the conversation without a question', async ({ page, site }) => {
  await page.goto(site.url + inserted.comment);
  await page.getByLabel('Edit your comment').click();
  await page.keyboard.type('Once more: ');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page).toHaveURL(/#comment-/);
  await expect(page.getByText('Once more:')).toBeVisible();
  expect(asked).toEqual([]);
});

test('a preview saves nothing, and leaving asks after it as before', async ({ page, site }) => {
  await page.goto(`${site.url}/admin/slots/${inserted.slot}`);
  const field = page.getByLabel('Headline', { exact: true });
  await field.click();
  await page.keyboard.type('New ');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('Readers do not see it until you save.')).toBeVisible();
  await tryToLeave(page);
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(field).toHaveValue(/New /);
});

test('what was refused is still there, and leaving asks', async ({ page, site }) => {
  await page.goto(`${site.url}/admin/users/invite`);
  await page.getByLabel('Name', { exact: true }).click();
  await page.keyboard.type('Ida');
  await page.getByLabel('E-mail', { exact: true }).fill('nowhere');
  await page.getByLabel('Role', { exact: true }).selectOption('editor');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Enter a valid e-mail' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ida');
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('editor');
  await tryToLeave(page);
  await expect.poll(() => asked).toEqual(['beforeunload']);
});

const whileSent = {
  'the settings are saved': {
    path: () => '/admin/settings',
    field: 'Tagline',
    button: 'Save changes',
    said: 'Settings saved.',
  },
  'a slot is saved': {
    path: pages['a slot']!.path,
    field: 'Headline',
    button: 'Save',
    said: 'Readers now see version',
  },
  'a slot is previewed': {
    path: pages['a slot']!.path,
    field: 'Headline',
    button: 'Preview',
    said: 'Readers do not see it until you save.',
  },
};

for (const [what, { path, field: label, button, said }] of Object.entries(whileSent)) {
  test(`what is typed while ${what} stays, and leaving asks`, async ({ page, site }) => {
    await page.goto(site.url + path(inserted));
    const field = page.getByRole('textbox', { name: label, exact: true });
    await field.selectText();
    await page.keyboard.type('Told by');
    const { promise: mayGo, resolve: letGo } = Promise.withResolvers<void>();
    await page.route(/\/admin\//, async (route) => {
      if (route.request().method() === 'POST') await mayGo;
      await route.continue();
    });
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    const form = page.locator('form', { has: field });
    await form.getByRole('button', { name: button, exact: true }).click();
    await sent;
    await field.press('End');
    await page.keyboard.type(' the tide');
    letGo();
    await expect(page.getByText(said)).toBeVisible();
    await expect(field).toHaveValue('Told by the tide');
    await tryToLeave(page);
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expect(field).toHaveValue('Told by the tide');
  });
}

test('a line that breaks takes no form away, with nothing of what stands in it', async ({ page, context, site }) => {
  await page.goto(`${site.url}/admin/settings`);
  const tagline = page.getByLabel('Tagline');
  const zone = page.getByLabel('Time zone');
  await tagline.selectText();
  await page.keyboard.type('Nobody reads this');
  await zone.selectOption('Asia/Seoul');
  await context.setOffline(true);
  await saveCard(page, 'Site');
  await expect(page.getByText('The server could not be reached: you may be offline.')).toBeVisible();
  await expect(tagline).toHaveValue('Nobody reads this');
  await expect(zone).toHaveValue('Asia/Seoul');
  await context.setOffline(false);
  await saveCard(page, 'Site');
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await expect(zone).toHaveValue('Asia/Seoul');
  await tryToLeave(page);
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await saveCard(page, 'Language and time');
  await expect(card(page, 'Language and time').getByText('Settings saved.')).toBeVisible();
  await leave(page);
  expect(asked).toEqual(['beforeunload']);
});

test('an auth page does not ask before moving to the next one', async ({ page, context, site }) => {
  await context.clearCookies();
  await page.goto(`${site.url}/signin`);
  await page.getByLabel('E-mail', { exact: true }).click();
  await page.keyboard.type('ida@example.test');
  await page.getByRole('link', { name: 'Sign in with a link by e-mail' }).click();
  await expect(page).toHaveURL(/\/signin\/link/);
  expect(asked).toEqual([]);
});

/** As a user clicking a link of the page. */
async function tryToLeave(page: Page) {
  await wayOut(page).click();
}

async function leave(page: Page) {
  await Promise.all([page.waitForEvent('load'), wayOut(page).click()]);
}

/** Every page links to the home page. */
function wayOut(page: Page): Locator {
  return page.locator('a[href="/"]').first();
}
