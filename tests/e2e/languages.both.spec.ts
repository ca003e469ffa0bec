import type { Page } from '@playwright/test';
import { createCampaign, sellLineItem } from '../factories/campaigns';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { createSampleSite } from '../factories/sample-site';
import { removeLineItems, textDraft } from '../factories/slots';
import { untilHydrated } from './hydrated';
import { leftInEnglish, speak } from './shown-words';
import { saveCard } from './settings-cards';
import { expect, test, type Site } from './site';

/** Signs in somebody whose comments appear at once, because one was approved before. */
async function signInKnown(site: Site, page: Page, name: string) {
  const user = await site.signIn(page.context(), 'reader', name);
  const elsewhere = await createPost({ status: 'draft' });
  await createComment(elsewhere.id, { authorId: user.id });
}

test('the owner chooses a language, and every page is in it at once', async ({ page, site, browser }) => {
  const { newest } = await createSampleSite();
  await site.refresh(['list', 'menu']);
  await page.goto(site.url);
  await expect(page.getByRole('link', { name: 'Search' })).toBeVisible();

  const own = await browser.newContext({ javaScriptEnabled: test.info().project.use.javaScriptEnabled ?? true });
  const desk = await own.newPage();
  await site.signIn(own, 'owner', 'Olga Ritter');
  await desk.goto(`${site.url}/admin/settings`);
  await desk.getByLabel('Site language').selectOption('German');
  await saveCard(desk, 'Language and time');
  await expect(desk.locator('.notice--done').first()).toBeVisible();
  await own.close();

  await page.goto(site.url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('link', { name: newest.title }).first().click();
  await expect(page.getByText('Von Ada Fennimore und Til Okonkwo')).toBeVisible();
  await page.getByRole('link', { name: 'Suche' }).click();
  await page.getByRole('searchbox', { name: 'Diese Website durchsuchen' }).fill('late tide');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.getByRole('status')).toHaveText('Ein Ergebnis für „late tide“.');
  await speak(site, 'en');
});

test('a German site is read and commented on', async ({ page, site }) => {
  await speak(site, 'de');
  const post = await createPost({ title: 'Netze und Knoten' });
  const first = await createComment(post.id, { body: 'Die Fähre kommt spät.' });
  await signInKnown(site, page, 'Ida Brandt');
  await page.goto(`${site.url}/${post.slug}`);
  const form = page.locator('#post-comment');
  if (test.info().project.use.javaScriptEnabled) await untilHydrated(form);

  await page.getByLabel('Ihr Kommentar').fill('Wie *immer* montags.');
  await page.getByRole('button', { name: 'Vorschau' }).click();
  await expect(form.locator('.notice--done')).toHaveText('So wird Ihr Kommentar aussehen. Er ist noch nicht gesendet.');
  await page.getByLabel('Ihr Kommentar').fill(' ');
  await page.getByRole('button', { name: 'Kommentar senden' }).click();
  await expect(form.locator('.notice--refused')).toHaveText('Schreiben Sie zuerst etwas.');

  await page.getByLabel('Ihr Kommentar').fill('Wie *immer* montags.');
  await page.getByRole('button', { name: 'Kommentar senden' }).click();
  await expect(page).toHaveURL(/#comment-/);
  await expect(page.getByRole('heading', { name: 'Kommentar schreiben (2)' })).toBeVisible();

  await page
    .locator(`#comment-${first.id}`)
    .getByRole('link', { name: /^Antworten auf / })
    .click();
  await page.getByLabel(/^Ihre Antwort an /).fill('Auch dienstags.');
  await page.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(page.getByRole('heading', { name: 'Kommentar schreiben (3)' })).toBeVisible();

  if (!test.info().project.use.javaScriptEnabled) return;
  const like = page.locator(`#comment-${first.id}`).getByRole('button', { name: 'Gefällt mir' });
  const love = page.getByRole('form', { name: 'Reaktionen' }).getByRole('button').nth(1);
  await expect(like).toHaveAttribute('aria-pressed', 'false');
  await like.click();
  await expect(page.getByText('Ihnen gefällt dieser Kommentar.')).toBeAttached();
  await expect(love).toHaveAttribute('aria-pressed', 'false');
  await love.click();
  await expect(page.getByText(/: hinzugefügt\. Insgesamt 1\.$/)).toBeAttached();
});

test('a German site signs its readers in', async ({ page, site }) => {
  await speak(site, 'de');
  await page.goto(`${site.url}/signin`);
  const form = page.locator('form', { has: page.getByLabel('Passwort') });
  if (test.info().project.use.javaScriptEnabled) await untilHydrated(form);
  await page.getByLabel('E-Mail').fill('niemand@example.test');
  await page.getByLabel('Passwort').fill('sieben Möwen am Mittag');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.locator('.notice--refused')).toContainText('Die E-Mail-Adresse oder das Passwort ist falsch.');
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Passwort zurücksetzen');
});

test('an Arabic site is read and commented on from right to left', async ({ page, site }) => {
  await speak(site, 'ar');
  const { newest, tag } = await createSampleSite();
  const post = await createPost({ title: 'الشباك والعقد', renderedHtml: '<p>في الميناء سفينة تنتظر المد.</p>' });
  const comment = await createComment(post.id, { body: 'تأخرت العبّارة.' });
  await createComment(post.id, { parentId: comment.id, body: 'كما في كل يوم اثنين.' });
  await site.refresh(['list', 'menu']);
  await signInKnown(site, page, 'ليلى حداد');
  const addresses = [
    '/',
    `/${post.slug}`,
    `/${newest.slug}`,
    `/tag/${tag.slug}`,
    '/archive',
    '/search?q=tide',
    '/nowhere',
  ];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of addresses) {
      await page.goto(site.url + address);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([address, width, Math.max(0, overflow)]).toEqual([address, width, 0]);
    }
  }

  // A Latin name stands at the edge where the picture beside it is, and the title under its label.
  await page.goto(`${site.url}/${post.slug}`);
  const neighbour = page.locator('.post-nav__half').first();
  const edges = await neighbour.locator('.post-nav__label, .post-nav__title bdi').evaluateAll((spans) =>
    spans.map((span) => {
      const range = document.createRange();
      range.selectNodeContents(span);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(Math.abs(edges[0]! - edges[1]!)).toBeLessThan(3);

  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByRole('heading', { name: 'أضف تعليقًا (2)' })).toBeVisible();
  if (test.info().project.use.javaScriptEnabled) await untilHydrated(page.locator('#post-comment'));
  await page.getByLabel('تعليقك').fill('وصلت الآن.');
  await page.getByRole('button', { name: 'انشر التعليق' }).click();
  await expect(page).toHaveURL(/#comment-/);
  await expect(page.getByRole('heading', { name: 'أضف تعليقًا (3)' })).toBeVisible();
});

test('no reader page of a German site shows what it shows in English', async ({ page, site }) => {
  const { newest, middle, tag, ada } = await createSampleSite();
  await createPost({ title: 'Ropes', commentsMode: 'open' });
  const post = await createPost({ title: 'Knots', commentsMode: 'open' });
  const comment = await createComment(post.id, { body: 'Herring.' });
  await createComment(post.id, { parentId: comment.id, body: 'Mackerel.' });
  await createComment(post.id, { status: 'hidden', body: 'Gone.' });
  await site.refresh(['list', 'menu', `post:${post.id}`, `comments:${post.id}`]);
  const closed = await createPost({ title: 'Splices', commentsMode: 'closed' });
  const { id: campaignId, token } = await createCampaign();
  await sellLineItem('footer', { campaignId, name: 'Ropes', creative: textDraft(), served: 20_000 });
  const addresses = [
    '/',
    `/${newest.slug}`,
    `/${middle.slug}`,
    `/${post.slug}`,
    `/${post.slug}/comments/by/newest`,
    `/${post.slug}/comments/${comment.id}`,
    `/${post.slug}/reactions`,
    `/${post.slug}/follow`,
    `/tag/${tag.slug}`,
    `/author/${ada.slug}`,
    `/${newest.publishAt?.getUTCFullYear()}`,
    '/archive',
    '/corrections',
    `/corrections/suggest/${closed.id}`,
    `/preview/reports/${token}`,
    `/preview/reports/${token}?from=2026-01-02&until=2026-01-01`,
    '/search',
    '/search?q=tide',
    '/search?q=xqzzvkpj',
    '/nowhere',
    '/comments/waiting',
    '/comments/sent',
    '/signin',
    '/signin/link',
    '/signin/forgot-password',
    '/signup',
    '/signup/confirm',
  ];
  expect(await leftInEnglish(page, site, { language: 'de', addresses })).toEqual([]);
  await removeLineItems();
});
