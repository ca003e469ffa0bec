import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { german } from '@/lib/i18n/admin/de';
import { storeSettings } from '@/lib/settings/queries';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

async function speak(site: Site, language: string) {
  await storeSettings({ language });
  await site.refresh(['site']);
}

test('the admin of a German site is in German', async ({ page, site }) => {
  await speak(site, 'de-AT');
  const post = await createPost({ title: 'Netze', status: 'draft' });
  await createComment(post.id, { status: 'pending' });
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  await page.goto(`${site.url}/admin`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle(/^Dashboard — /);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hallo, Olga Ritter');
  await expect(page.getByRole('heading', { name: 'Zu erledigen' })).toBeVisible();
  await expect(page.getByText('1 Kommentar wartet auf Freigabe.')).toBeVisible();
  const drafts = page.getByRole('region', { name: 'Entwürfe' });
  await expect(drafts.getByRole('link', { name: 'Netze' })).toBeVisible();
  await expect(drafts.getByText(/^Bearbeitet \d\d:\d\d$/)).toBeVisible();
  const sections = page.getByRole('navigation', { name: 'Verwaltung' });
  await expect(sections.getByRole('link', { name: 'Beiträge' }).first()).toBeVisible();
  await expect(sections.getByRole('link', { name: 'Posts' })).toHaveCount(0);
});

test('users, tags, media and imports are in German', async ({ page, site }) => {
  await speak(site, 'de');
  const user = await createUser({ name: 'Ada Brandt', role: 'author' });
  const tag = await db.tag.create({ data: { id: 'Netze', name: 'Netze', slug: 'netze', createdAt: new Date() } });
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  const addresses = ['users', `users/${user.id}`, 'users/invite', 'tags', `tags/${tag.id}`, 'media', 'import'];
  for (const address of [...addresses, 'media?state=removed', 'users?q=nobody', 'tags?q=nothing', 'media?q=nothing']) {
    await page.goto(`${site.url}/admin/${address}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    expect(await englishOn(page), address).toEqual([]);
  }
});

test('what a form answers is in German', async ({ page, site }) => {
  await speak(site, 'de');
  await db.tag.create({ data: { id: 'Seile', name: 'Seile', slug: 'seile', createdAt: new Date() } });
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  const isScripted = Boolean(test.info().project.use.javaScriptEnabled ?? true);
  await page.goto(`${site.url}/admin/users/invite`);
  const invite = page.getByRole('button', { name: /^(Einladung senden|Konto anlegen)$/ });
  if (isScripted) await untilHydrated(invite);
  await invite.click();
  await expect(page.locator('.notice--refused')).toContainText('2 Felder brauchen Aufmerksamkeit:');
  expect(await englishOn(page)).toEqual([]);

  await page.goto(`${site.url}/admin/tags/Seile`);
  const rename = page.getByRole('button', { name: 'Umbenennen' });
  if (isScripted) await untilHydrated(rename);
  await page.getByRole('textbox', { name: 'Name' }).fill('Taue');
  await rename.click();
  await expect(page.locator('.notice--done')).toHaveText('Umbenannt. Die alte Adresse leitet auf die neue weiter.');
});

/** Lines of a page that are texts in English, or hold a word that only English has. */
async function englishOn(page: Page) {
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  const named = await page
    .locator('[aria-label], [placeholder], [title]')
    .evaluateAll((elements) =>
      elements.flatMap((element) =>
        ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      ),
    );
  const isEnglish = (text: string) => Object.hasOwn(german, text) && german[text] !== text;
  return [...lines, ...named].filter(
    (text) => isEnglish(text) || /\b(the|this|and|with|their|they|are|has|from|your|you|it|of|to)\b/i.test(text),
  );
}

test('who chose a language reads the admin in it, whatever the site speaks', async ({ page, site }) => {
  await speak(site, 'de');
  await site.signIn(page.context(), 'editor', 'Til Okonkwo');
  await page.goto(`${site.url}/account`);
  // The account is in the language of the site.
  const choice = page.getByLabel(/^(Sprache des Dashboards|Language of the dashboard)$/);
  if (test.info().project.use.javaScriptEnabled) await untilHydrated(choice);
  await choice.selectOption('English');
  await page.getByRole('button', { name: 'Sprache speichern' }).click();
  await expect(page.locator('.notice--done')).toBeVisible();
  await page.goto(`${site.url}/admin`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Til Okonkwo');

  await speak(site, 'en');
  await page.goto(`${site.url}/account`);
  if (test.info().project.use.javaScriptEnabled) await untilHydrated(choice);
  await choice.selectOption('Deutsch');
  await page.getByRole('button', { name: 'Save language' }).click();
  await expect(page.locator('.notice--done')).toBeVisible();
  await page.goto(`${site.url}/admin`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hallo, Til Okonkwo');
});

test('who reads English loads no German words', async ({ page, site }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  const hasGerman = async () => (await Promise.all(scripts)).some((script) => script.includes('Werbeplätze'));
  const areLoaded = Boolean(test.info().project.use.javaScriptEnabled ?? true);
  await speak(site, 'en');
  await site.signIn(page.context(), 'owner');
  await page.goto(`${site.url}/admin/posts`);
  if (areLoaded) await untilHydrated(page.getByRole('button', { name: 'Shortcuts' }));
  expect(await hasGerman()).toBe(false);

  await speak(site, 'de');
  await page.goto(`${site.url}/admin/posts`);
  if (areLoaded) await untilHydrated(page.getByRole('button', { name: 'Tastenkürzel' }));
  expect(await hasGerman()).toBe(areLoaded);
});
