import { expect, test } from 'vitest';
import { OldSite } from '../../entries/old-site';
import { entryWith } from '../../entries/entry';
import { FolderAddresses } from './file-addresses';
import { layoutOf, placeOfText } from './layout';
import { linksOf } from './permalinks';
import type { SiteSettings } from './settings';

const settings: SiteSettings = {
  baseUrl: '',
  title: '',
  tagline: '',
  timeZone: 'UTC',
  namedZone: '',
  language: 'en',
  permalink: '',
  permalinks: new Map(),
  hasUglyUrls: false,
  collections: new Set(),
  defaults: [],
  authors: new Map(),
};

test.each([
  [['blog/hugo.toml', 'blog/content/a.md'], 'blog/', 'hugo'],
  [['blog/config/_default/hugo.toml', 'blog/content/a.md'], 'blog/', 'hugo'],
  [['content/posts/a.md'], '', 'hugo'],
  [['site-main/_posts/2020-01-01-a.md', 'site-main/about.md'], 'site-main/', 'jekyll'],
  [['_posts/2020-01-01-a.md'], '', 'jekyll'],
  [['news/_posts/2020-01-01-a.md', 'boats/_posts/2020-01-01-b.md'], '', 'jekyll'],
  [['source/_posts/a.md', '_config.yml'], '', 'hexo'],
  [['app/src/content/blog/a.md'], 'app/', 'astro'],
  [['posts/a.md', 'posts/b.md'], '', 'plain'],
  [['mine/posts/a.md', 'mine/about.md'], 'mine/', 'plain'],
  [['a.md'], '', 'plain'],
])('%j is of the folder %j and made by %s', (names, root, generator) =>
  expect(layoutOf(names)).toEqual({ root, generator }),
);

const facts = { title: 'A boat', slug: '', date: new Date('2021-03-04T10:00:00Z'), categories: [] as string[] };
const linkOf = (
  name: string,
  given: Partial<SiteSettings> = {},
  more: Partial<typeof facts> = {},
  others: string[] = [],
) => {
  const all = { ...settings, ...given };
  const layout = layoutOf([name, ...others]);
  const place = placeOfText(name, layout, all);
  return linksOf(
    place,
    { ...facts, categories: [...place.categories], ...more },
    { generator: layout.generator, settings: all },
  )[0];
};

test.each([
  ['content/posts/A Boat.md', {}, {}, '/posts/a-boat/'],
  ['content/posts/boat/index.md', {}, {}, '/posts/boat/'],
  ['content/posts/boat.md', {}, { slug: 'ship' }, '/posts/ship/'],
  ['content/posts/boat.de.md', {}, {}, '/de/posts/boat/'],
  ['content/posts/boat.en.md', {}, {}, '/posts/boat/'],
  ['content/about.md', { hasUglyUrls: true }, {}, '/about.html'],
  ['content/posts/boat.md', { permalinks: new Map([['posts', '/:year/:month/:slug/']]) }, {}, '/2021/03/a-boat/'],
  [
    'content/posts/x/boat.md',
    { permalinks: new Map([['posts', '/:sections/:contentbasename/']]) },
    {},
    '/posts/x/boat/',
  ],
  ['_posts/2021-3-4-a-boat.md', {}, {}, '/2021/03/04/a-boat.html'],
  [
    '_posts/2021-03-04-a-boat.md',
    { permalink: 'pretty' },
    { categories: ['Sea', 'b c'] },
    '/sea/b%20c/2021/03/04/a-boat/',
  ],
  ['_posts/2021-03-04-a-boat.md', { permalink: '/blog/:year/:i_month/:title' }, {}, '/blog/2021/3/a-boat'],
  ['_posts/2021-03-04-a-boat.md', { permalink: 'ordinal' }, {}, '/2021/063/a-boat.html'],
  ['source/_posts/a-boat.md', {}, {}, '/2021/03/04/a-boat/'],
  ['src/content/blog/a-boat.mdx', {}, {}, '/blog/a-boat/'],
  ['src/pages/about.md', {}, {}, '/about/'],
  ['posts/2021-03-04-a-boat.md', {}, {}, '/posts/a-boat/'],
])('%s with %j and %j was at its address', (name, given, more, link) => expect(linkOf(name, given, more)).toBe(link));

test('a page of Jekyll is at its path, and folders around its posts are categories', () => {
  expect(linkOf('site/sea/_posts/2021-03-04-a-boat.md', { permalink: 'none' }, {}, ['site/index.md'])).toBe(
    '/sea/a-boat.html',
  );
  expect(linkOf('about.md', {}, {}, ['_config.yml'])).toBe('/about.html');
  expect(linkOf('about/index.md', { permalink: 'pretty' }, {}, ['_config.yml'])).toBe('/about/');
});

test('files are looked for beside the text, then below the folders that are served', () => {
  const addresses = new FolderAddresses(new OldSite('https://old.example/blog'), 'site/');
  const entry = entryWith({
    sourceId: 'a',
    where: '',
    title: '',
    text: '',
    path: 'content/posts/boat/index.md',
    link: '/posts/boat/',
  });
  const { file, page } = addresses.resolve('img/a%20b.jpg', entry);
  expect(page).toBe('https://old.example/blog/posts/boat/img/a%20b.jpg');
  expect(addresses.files.imageNames(file).slice(0, 2)).toEqual([
    'content/posts/boat/img/a b.jpg',
    'posts/boat/img/a b.jpg',
  ]);
  expect(addresses.files.imageNames(addresses.resolve('/img/A.jpg', entry).file)).toContain('static/img/A.jpg');
  expect(addresses.files.imageNames(addresses.resolve('https://old.example/blog/img/A.jpg', entry).file)).toContain(
    'static/img/A.jpg',
  );
  expect(addresses.files.imageNames('https://elsewhere.example/img/A.jpg')).toEqual([]);
  expect(
    addresses.files.imageNames(addresses.resolve('../../../../..%2f..%2fetc/a.jpg', entry).file).join(),
  ).not.toContain('..');
  expect(addresses.files.pathOf(file)).toBe('/blog/posts/boat/img/a%20b.jpg');
  expect(addresses.textAt('../b.md#x', 'content/posts/boat/index.md')).toBe('content/posts/b.md');
});
