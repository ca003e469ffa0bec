import { expect, test } from 'vitest';
import type { ThreadComment } from '@/lib/comments/comment';
import { publicPost as post } from '@/tests/factories/public-post';
import { noSiteImages } from '@/lib/identity/site-images';
import { defaultSettings } from '@/lib/settings/settings';
import { shorten } from '@/lib/text/shorten';
import { listHead, postHead, siteHead, type SiteIdentity } from './head';
import { manifestText } from './manifest';
import { robotsText } from './robots';
import { parsePart, partNames, sitemapPart } from './sitemap';
import { postGraph, scriptJson } from './structured-data';

const site: SiteIdentity = {
  settings: { ...defaultSettings, siteName: 'Quay' },
  images: noSiteImages,
  siteUrl: 'https://quay.example',
};
const moment = new Date('2026-11-22T08:41:00Z');
test('a post is its own canonical, unless it names another address', () => {
  expect(postHead(site, post).alternates.canonical).toBe('https://quay.example/late-tide');
  expect(postHead(site, { ...post, canonicalUrl: 'https://first.example/x' }).alternates.canonical).toBe(
    'https://first.example/x',
  );
});

test('a post that asks not to be indexed is not', () => {
  expect(postHead(site, { ...post, noindex: true }).robots.index).toBe(false);
  expect(postHead(site, post).robots).toMatchObject({ index: true, 'max-image-preview': 'large' });
});

test('a site that is not to be listed says so on every page, and has no sitemap', () => {
  const hidden = { ...site, settings: { ...site.settings, hidesFromSearch: true } };

  expect(postHead(hidden, post).robots.index).toBe(false);
  expect(siteHead(hidden).robots).toMatchObject({ index: false });
  expect(siteHead(site).robots).not.toHaveProperty('index');
  const text = robotsText(site.siteUrl, { robots: 'User-agent: Mole', hidesFromSearch: true });
  expect(text).toContain('User-agent: Mole');
  expect(text).not.toContain('Sitemap');
});

test('page N of a list is its own canonical and has a title of its own', () => {
  const head = listHead(site, { title: 'Harbour', path: '/tag/harbour/page/2', feedsOf: '/tag/harbour', page: 2 });

  expect(head.alternates.canonical).toBe('https://quay.example/tag/harbour/page/2');
  expect(head.title).toBe('Harbour (page 2)');
  expect(head.alternates.types?.['application/atom+xml'][0]?.url).toBe('https://quay.example/tag/harbour/feed.xml');
});

test('every page names the feeds of the site, and first of all unless it is a list of its own', () => {
  const atomOf = (head: { alternates: { types: { 'application/atom+xml': { url: string; title: string }[] } } }) =>
    head.alternates.types['application/atom+xml'].map(({ url, title }) => `${title}: ${url}`);
  const whole = 'Quay: https://quay.example/feed.xml';
  const comments = `Comments on ${post.title}: https://quay.example/late-tide/feed.xml`;

  expect(atomOf(siteHead(site))).toEqual([whole]);
  expect(atomOf(postHead(site, post))).toEqual([whole, comments]);
  expect(atomOf(postHead(site, { ...post, commentsMode: 'off' }))).toEqual([whole]);
  expect(atomOf(listHead(site, { title: 'Archive', path: '/archive', feedsOf: '' }))).toEqual([whole]);
  expect(atomOf(listHead(site, { title: 'Harbour', path: '/tag/harbour', feedsOf: '/tag/harbour' }))).toEqual([
    'Harbour: https://quay.example/tag/harbour/feed.xml',
    whole,
  ]);
});

test('every page has an image for other sites: the first in a list, else the site’s icon', () => {
  const list = { title: 'Harbour', path: '/tag/harbour', feedsOf: '/tag/harbour' };
  const bare = { ...post, cover: null };
  const icon = { url: 'https://quay.example/icon-512.png', width: 512, height: 512, alt: 'Quay' };

  expect(listHead(site, { ...list, posts: [bare, post] }).openGraph.images).toMatchObject([
    { url: 'https://quay.example/uploads/a-960.jpg' },
  ]);
  expect(listHead(site, { ...list, posts: [bare] }).openGraph.images).toEqual([icon]);
  const plain = { ...site, settings: { ...site.settings, drawsCards: false } };
  expect(postHead(plain, bare).openGraph.images).toEqual([icon]);
  expect(postHead(plain, bare).twitter.card).toBe('summary');
});

test('a post is shared with its own title, text and image, before its cover and the drawn card', () => {
  const socialImage = {
    ...post.cover!,
    id: 's',
    alt: 'A ferry',
    variants: [{ ...post.cover!.variants[0]!, path: 's.jpg' }],
  };
  const social = { ...post, socialTitle: 'It was late', socialDescription: 'By forty minutes.', socialImage };

  const { openGraph, twitter, title } = postHead(site, social);
  expect(openGraph).toMatchObject({ title: 'It was late', description: 'By forty minutes.' });
  expect(openGraph.images).toMatchObject([{ url: 'https://quay.example/uploads/s.jpg', alt: 'A ferry' }]);
  expect(twitter).toMatchObject({ card: 'summary_large_image', title: 'It was late' });
  expect(title).toBe(post.title);
  const drawn = postHead(site, { ...post, cover: null, title: 'Late tide', socialTitle: 'It was late' });
  expect(drawn.openGraph.images).toMatchObject([
    { url: 'https://quay.example/late-tide/card.png', alt: 'It was late' },
  ]);
});

test('the manifest names the site and its icons', () => {
  const manifest = JSON.parse(manifestText(site)) as { name: string; icons: { src: string }[] };

  expect(manifest).toMatchObject({ name: 'Quay', start_url: '/', icons: [{ src: '/icon-192.png' }, {}, {}] });
});

test('a site with an icon of its own names it in every head and in the manifest, and nothing of the product’s', () => {
  const own = { ...site, images: { ...noSiteImages, icon: 'site/icon-0123456789abcdef' } };
  const at = (side: number) => `/uploads/site/icon-0123456789abcdef-${side}.png`;

  expect(siteHead(site).icons).toMatchObject({ icon: [{ url: '/icon.svg' }] });
  expect(siteHead(own).icons).toMatchObject({ icon: [{ url: at(32) }, { url: at(192) }], apple: [{ url: at(180) }] });
  const { icons } = JSON.parse(manifestText(own)) as { icons: { src: string }[] };
  expect(icons.map(({ src }) => src)).toEqual([at(192), at(512)]);
});

test('the manifest takes its colour from the accent', () => {
  const colourOf = (accentHue: number) =>
    (JSON.parse(manifestText({ ...site, settings: { ...site.settings, accentHue } })) as { theme_color: string })
      .theme_color;

  expect(colourOf(25)).toMatch(/^#[0-9a-f]{6}$/);
  expect(colourOf(25)).not.toBe(colourOf(250));
});

test('a social image of the site stands for pages without an image, and for no other', () => {
  const social = { path: 'site/quay.jpg', width: 1200, height: 630, alt: '' };
  const settings = { ...site.settings, drawsCards: false };
  const own = { ...site, settings, images: { ...noSiteImages, social } };
  const shown = [{ url: 'https://quay.example/uploads/site/quay.jpg', width: 1200, height: 630, alt: 'Quay' }];
  const bare = { ...post, cover: null };

  expect(postHead(own, bare).openGraph.images).toEqual(shown);
  expect(postHead(own, bare).twitter.card).toBe('summary_large_image');
  expect(listHead(own, { title: 'Archive', path: '/archive', feedsOf: '' }).openGraph.images).toEqual(shown);
  expect(postHead(own, post).openGraph.images).toEqual(postHead(site, post).openGraph.images);
});

test('a social image of the site stands for its front page, not for a tag with a newer one', () => {
  const social = { path: 'site/quay.jpg', width: 1200, height: 630, alt: '' };
  const own = { ...site, images: { ...noSiteImages, social } };
  const imageAt = (path: string) =>
    listHead(own, { title: 'Quay', path, feedsOf: '', posts: [post] }).openGraph.images[0];

  expect(imageAt('/')?.url).toBe('https://quay.example/uploads/site/quay.jpg');
  expect(imageAt('/tag/harbour')?.url).toBe('https://quay.example/uploads/a-960.jpg');
});

test('a post without an image is shared with its card, a page with the site’s image', () => {
  const bare = { ...post, cover: null };
  const card = { url: 'https://quay.example/late-tide/card.png', width: 1200, height: 630, alt: post.title };

  expect(postHead(site, bare).openGraph.images).toEqual([card]);
  expect(postHead(site, bare).twitter).toMatchObject({ card: 'summary_large_image', images: [{ url: card.url }] });
  expect(postHead(site, { ...bare, type: 'page' }).openGraph.images).toMatchObject([
    { url: 'https://quay.example/icon-512.png' },
  ]);
});

test('structured data name the logo and the accounts of the site', () => {
  const mark = { path: 'site/logo.png', width: 640, height: 96, alt: 'Quay' };
  const socialLinks = [{ name: 'Mastodon', url: 'https://social.example/@quay' }];
  const own = { ...site, settings: { ...site.settings, socialLinks }, images: { ...noSiteImages, mark } };
  const publisherOf = (one: SiteIdentity) =>
    (postGraph(one, post)['@graph'] as { '@type': string }[]).find((node) => node['@type'] === 'Organization');

  expect(publisherOf(own)).toMatchObject({
    logo: { url: 'https://quay.example/uploads/site/logo.png', width: 640, height: 96 },
    sameAs: ['https://social.example/@quay'],
  });
  expect(publisherOf(site)).not.toHaveProperty('logo');
  expect(publisherOf(site)).not.toHaveProperty('sameAs');
});

test('Open Graph names the image with its size and words', () => {
  expect(postHead(site, post).openGraph).toMatchObject({
    type: 'article',
    images: [{ url: 'https://quay.example/uploads/a-960.jpg', width: 960, height: 540, alt: 'A sail' }],
    publishedTime: '2026-11-22T08:41:00.000Z',
    section: 'Harbour',
  });
});

test('no text of a post can end its structured-data script', () => {
  const json = scriptJson(postGraph(site, post));

  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toMatchObject({ '@context': 'https://schema.org' });
  const nodes = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
  expect(nodes.find((node) => node['@type'] === 'BlogPosting')).toMatchObject({
    headline: post.title,
    commentCount: 3,
    wordCount: 900,
    timeRequired: 'PT4M',
    dateModified: '2026-11-22T08:41:00+00:00',
  });
});

test('structured data includes a few of the comments that the page shows', () => {
  const said = (overrides: Partial<ThreadComment>): ThreadComment => ({
    id: 'c1',
    parentId: null,
    path: '0',
    depth: 0,
    state: 'shown',
    author: { id: null, name: 'Ida', slug: null, avatarSeed: '', role: null, url: '' },
    bodyHtml: '<p>Well &amp; <b>good</b></p><p>&lt;/script&gt;</p>',
    createdAt: '2026-11-22T09:00:00.000Z',
    editedAt: null,
    isEditedByModerator: false,
    isPinned: false,
    isPicked: false,
    correction: null,
    likes: 0,
    oldId: null,
    ...overrides,
  });
  const commentsIn = (comments: ThreadComment[]) => {
    const json = scriptJson(postGraph(site, post, { comments }));
    expect(json).not.toContain('<');
    const nodes = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
    return nodes.find((node) => node['@type'] === 'BlogPosting')?.comment as { text: string }[] | undefined;
  };

  expect(commentsIn([said({ state: 'removed-by-author' }), said({ state: 'waiting' }), said({})])).toEqual([
    {
      '@type': 'Comment',
      url: 'https://quay.example/late-tide#comment-c1',
      text: 'Well & good </script>',
      dateCreated: '2026-11-22T09:00:00+00:00',
      author: { '@type': 'Person', name: 'Ida' },
    },
  ]);
  expect(commentsIn([])).toBeUndefined();
  const long = Array.from({ length: 50 }, (_, at) => said({ id: `c${at}`, bodyHtml: `<p>${'gull '.repeat(900)}</p>` }));
  expect(JSON.stringify(commentsIn(long)).length).toBeLessThan(1_600);
  expect(commentsIn(long.map((one) => ({ ...one, bodyHtml: '<p>Aye</p>' })))?.length).toBeLessThanOrEqual(10);
});

test('a sitemap is split where the protocol says', () => {
  expect(partNames('posts', 50_000)).toEqual(['posts-1']);
  expect(partNames('posts', 50_001)).toEqual(['posts-1', 'posts-2']);
  expect(partNames('tags', 0)).toEqual([]);
  expect(parsePart('posts-2.xml')).toEqual({ kind: 'posts', number: 2 });
  expect([parsePart('posts-0.xml'), parsePart('users-1.xml'), parsePart('posts-1')]).toEqual([null, null, null]);
  expect(sitemapPart([{ url: 'https://quay.example/a&b', changedAt: moment }])).toContain(
    '<url><loc>https://quay.example/a&amp;b</loc><lastmod>2026-11-22T08:41:00.000Z</lastmod></url>',
  );
});

test('robots.txt closes what is private, keeps the owner’s lines and names the sitemap', () => {
  const text = robotsText('https://quay.example', { robots: 'User-agent: Mole\nDisallow: /', hidesFromSearch: false });

  for (const path of ['/admin', '/account', '/preview/', '/search']) expect(text).toContain(`Disallow: ${path}\n`);
  expect(text).toContain('User-agent: Mole\nDisallow: /\n');
  expect(text).toContain('Sitemap: https://quay.example/sitemap.xml\n');
});

test('a description is cut between words', () => {
  expect(shorten('It was the harbour master, who noticed', 28)).toBe('It was the harbour master…');
  expect(shorten('short', 28)).toBe('short');
});
