import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { reportComment } from '@/lib/comments/reports/reporting';
import { newId } from '@/lib/platform/ids';
import { createPreviewLink } from '@/lib/posts/previews/preview-links';
import { shortHash } from '@/lib/slots/creative';
import { paths } from '@/lib/web/paths';
import { patternOf } from '@/lib/web/own-routes';
import { saveMediaKit } from '@/lib/media-kit/editing';
import { createCampaign, sellLineItem } from '../factories/campaigns';
import { createComment } from '../factories/comments';
import { createFile } from '../factories/files';
import { setMenu } from '../factories/menus';
import { createSeries } from '../factories/series';
import { createFollowedRedirect } from '../factories/redirects';
import { createSampleSite } from '../factories/sample-site';
import { codeDraft, fillSlot, textDraft } from '../factories/slots';
import { actorWith } from '../factories/users';
import { pageRoutes, unusedStyles } from './built-pages';
import { lookClosely, overhang } from './page-looks';
import { expect, test, type Site } from './site';

// Every address with a page of its own: a reader sees the first half, the owner both.
const ofPost = ['', '/statistics', '/notes', '/review', '/revisions'];

let forReaders: string[] = [];
let forStaff: string[] = [];
let others: string[] = [];

test.beforeAll(async ({ sites }, { file }) => {
  const site = await sites.of(file);
  const { newest, middle, tag, ada } = await createSampleSite();
  const parent = await createComment(middle.id, { body: 'The **ferry** is late.\n\n> again\n\n- and again' });
  const gone = await createComment(middle.id, { parentId: parent.id, status: 'hidden' });
  await createComment(middle.id, { parentId: gone.id, body: '`code` and https://harbour.example' });
  await createComment(middle.id, { status: 'pending', body: 'Hello.' });
  const complaint = { commentId: parent.id, reason: 'other', text: 'It is never late.' } as const;
  const { token: receipt } = await reportComment(complaint, { actor: null, address: '192.0.2.1' });
  const { id: rule } = await db.moderationRule.create({
    data: { id: newId(), kind: 'word', text: 'casino', outcome: 'hold', note: 'Seen a lot.', createdAt: new Date() },
  });
  const redirect = await createFollowedRedirect();
  const [entry] = await setMenu('header', [
    { kind: 'tag', target: tag.id },
    { label: 'Everything', isNested: true },
    { kind: 'post', target: newest.id, label: 'News' },
  ]);
  const { id: slotId } = await fillSlot('post-end', codeDraft('<p>Herring, fresh</p>'));
  const shown = await db.creative.findFirstOrThrow({ where: { slotId } });
  await fillSlot('header', null);
  const { id: fileId } = await createFile(await actorWith('editor'), 'of every page');
  const { id: campaignId, token } = await createCampaign();
  await sellLineItem('footer', { campaignId, name: 'Ropes', creative: textDraft(), served: 12_345 });
  const kit = { mediaKit: true, mediaKitText: 'Sailors read us.', mediaKitContact: 'ida@example.org' };
  await saveMediaKit(await actorWith('ads'), { ...kit, slotIds: [slotId, 'footer-slot'] });
  const series = await createSeries([middle.id, newest.id]);
  await site.refresh(['list', 'menu', 'site', 'slots', `post:${middle.id}`, `comments:${middle.id}`]);
  const reader = await actorWith('reader');
  forReaders = [
    '/',
    `/${newest.slug}`,
    `/${middle.slug}`,
    `/${middle.slug}/comments/by/newest`,
    `/${middle.slug}/comments/by/best/zzz`,
    `/${middle.slug}/reactions`,
    `/${middle.slug}/follow`,
    `/tag/${tag.slug}`,
    `/series/${series.slug}`,
    `/author/${ada.slug}`,
    `/comments/by/${ada.slug}`,
    `/${newest.publishAt?.getUTCFullYear()}`,
    '/archive',
    '/media-kit',
    '/corrections',
    `/corrections/suggest/${middle.id}`,
    `/comments/reports/new/${parent.id}`,
    paths.commentReport(receipt),
    `/preview/reports/${token}`,
    '/search',
    '/search?q=tide',
    '/nowhere',
    '/signin',
    '/signin/link',
    '/signin/forgot-password',
    '/signup',
    '/signup/confirm',
    '/setup',
    '/account/unsubscribe?token=x',
    paths.reportSlot(`${shown.id}-${shortHash(shown.hash)}`),
  ];
  forStaff = [
    '/admin',
    '/admin/posts',
    '/admin/posts/new',
    '/admin/calendar',
    ...ofPost.map((part) => `/admin/posts/${newest.id}${part}`),
    '/admin/pages',
    ...['', `/${tag.id}`].map((one) => `/admin/tags${one}`),
    ...['', `/${series.id}`].map((one) => `/admin/series${one}`),
    '/admin/menus',
    `/admin/menus/${entry!.id}`,
    '/admin/media',
    '/admin/media/files',
    `/admin/media/files/${fileId}`,
    '/admin/comments',
    '/admin/comments/corrections',
    '/admin/comments/reports',
    '/admin/comments/appeals',
    '/admin/comments/rules',
    `/admin/comments/rules/${rule}`,
    `/admin/comments/authors/${reader.id}`,
    '/admin/comments/spam',
    '/admin/slots',
    '/admin/slots/statistics',
    `/admin/slots/${slotId}`,
    `/admin/slots/${slotId}/line-items/${slotId}`,
    `/admin/slots/${slotId}/line-items/new`,
    `/admin/slots/${slotId}/choice`,
    `/admin/slots/${slotId}/statistics`,
    `/admin/slots/${slotId}/test/nothing-here`,
    '/admin/slots/import',
    '/admin/slots/reports',
    '/admin/slots/sellers',
    '/admin/slots/sellers?file=app',
    '/admin/slots/campaigns',
    '/admin/slots/campaigns/new',
    `/admin/slots/campaigns/${campaignId}`,
    '/admin/slots/media-kit',
    `/preview/on-page?path=/${newest.slug}`,
    '/admin/users',
    '/admin/users/invite',
    `/admin/users/${ada.id}`,
    '/admin/import',
    '/admin/export',
    '/admin/redirects',
    '/admin/redirects/new',
    `/admin/redirects/${redirect}`,
    '/admin/redirects/not-found',
    '/admin/settings',
    '/admin/settings/reading',
    '/admin/settings/comments',
    '/admin/settings/ads',
    '/admin/settings/search-engines',
    '/admin/settings/identity',
    '/admin/settings/appearance',
    '/preview/looks?show=article',
    `/admin/posts/${newest.id}/preview`,
    `/preview/post?id=${newest.id}`,
    '/admin/settings/code',
    '/admin/settings/visibility',
    '/admin/settings/publishing',
    '/admin/status',
    '/account',
    '/account/muted',
    '/account/decisions',
    '/account/picture',
    '/account/email?token=x',
    '/account/notifications',
    '/signin/out',
    '/signin/passkey',
    `/${middle.slug}/comments/${parent.id}?reply`,
  ];
  const preview = await createPreviewLink(await actorWith('owner'), newest.id);
  const [listed, month] = [newest.publishAt ?? new Date(), '/2026/11'];
  others = [
    `/${middle.slug}/comments/${parent.id}`,
    `/${middle.slug}/comments/${parent.id}/history`,
    '/comments/waiting',
    '/comments/sent?comment=x',
    '/comments/publish?token=x',
    `/preview/${preview.secret}`,
    '/page/2',
    `/tag/${tag.slug}/page/2`,
    `/series/${series.slug}/page/2`,
    `/author/${ada.slug}/page/2`,
    `/${listed.getUTCFullYear()}/page/2`,
    month,
    `${month}/page/2`,
    `/${middle.slug}/comments/page/2`,
    '/a/b/c',
    `/${middle.slug}/comments/x`,
    '/preview/x',
    '/preview/slots/x',
    '/preview/reports/x',
    '/admin/slots/campaigns/x',
    '/admin/comments/rules/x',
    '/preview/on-page',
    '/signin/password?token=x',
    '/signin/link?token=x',
    '/setup?token=x',
    '/admin/redirects/x',
    '/admin/x',
    ...ofPost.map((part) => `/admin/posts/x${part}`),
    '/admin/import/x',
    '/admin/media/x',
    '/admin/media/files/x',
    '/admin/slots/x',
    '/admin/slots/header-slot/line-items/x',
    '/admin/slots/x/choice',
    '/admin/slots/x/statistics',
    '/admin/slots/x/test/x',
    '/comments/report/x',
    ...['tags', 'series', 'users'].map((list) => `/admin/${list}/x`),
    '/account/x',
    '/account/decisions/x',
    '/search/x',
    '/corrections/page/2',
    '/corrections/suggest/x',
    '/comments/reports/new/x',
    '/comments/reports/x',
  ];
});

// An analysis takes a second or two, and there are a hundred pages: in parts, of which each has its own time.
const PARTS = 10;
const PARTS_OF_ALL = 4;
for (let part = 0; part < PARTS; part++) {
  test(`axe finds nothing on any page, light or dark, and every page fits 320 px: part ${part + 1}`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await onEveryPage(page, site, (path) => lookClosely(page, path), part);
  });
}

// WCAG 2.2, 1.4.4: nor does anything on desktop whose browser shows text twice as large.
test('every page fits when its text is twice as large', async ({ playwright, launchOptions, site }) => {
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await onEveryPage(page, site, async (path) => {
    expect.soft(await overhang(page), path).toBeLessThanOrEqual(0);
  });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  await browser.close();
});

test('every page of the build is among the pages that are looked at', () => {
  const addresses = everywhere().map((path) => path.replace(/[?].*/, ''));
  expect(pageRoutes().filter((route) => !addresses.some((path) => patternOf(route).test(path)))).toEqual([]);
});

for (let part = 0; part < PARTS_OF_ALL; part++) {
  test(`every page keeps its policy, its styles and the chosen theme: part ${part + 1}`, async ({ page, site }) => {
    const broken: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) broken.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(site.url);
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    const lightPages: string[] = [];
    const unused: string[] = [];
    const lookAtAll = async () => {
      for (const path of everywhere().filter((_, at) => at % PARTS_OF_ALL === part)) {
        const html = (await (await page.goto(site.url + path))?.text()) ?? '';
        unused.push(...unusedStyles(html).map((href) => `${path}: ${href}`));
        const theme = await page.evaluate(() => document.documentElement.dataset.theme);
        if (theme !== 'dark') lightPages.push(path);
      }
    };
    await lookAtAll();
    await site.signIn(page.context(), 'owner', 'Olga Ritter');
    await lookAtAll();
    expect([broken, lightPages, unused]).toEqual([[], [], []]);
  });
}

const everywhere = () => [...forReaders, ...forStaff, ...others];

/** Every page, or every one of a part. */
async function onEveryPage(page: Page, site: Site, look: (path: string) => Promise<void>, part?: number) {
  const isMeant = (_: string, at: number) => part === undefined || at % PARTS === part;
  for (const path of forReaders.filter(isMeant)) {
    await page.goto(site.url + path);
    await look(path);
  }
  await site.signIn(page.context(), 'owner', 'Olga Ritter');
  for (const path of forStaff.filter(isMeant)) {
    const answer = await page.goto(site.url + path);
    expect(answer?.status(), path).toBe(200);
    await look(path);
  }
}
