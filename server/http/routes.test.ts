import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownSegments, privateRoutes, publicRoutes } from '@/lib/web/own-routes';
import { isPublicAddress, parseTarget, routeTableOf } from './routes';

const pathOf = (target: string) => parseTarget(target)?.pathname;

test.each(['/%', '/50%', '/%zz', '/%E0%A4%A', '/caf%E9', '/tag/%FF', '/%ED%A0%80', '/a%2', '/admin/%C0%AE'])(
  'encodes the stray percent signs of %s',
  (target) => {
    expect(decodeURIComponent(pathOf(target)!)).toBe(target);
  },
);

test.each(['/%E4%BA%AC%E9%83%BD', '/a%2Fb', '/%25', '/%00', '/100%25-sure'])('leaves %s unchanged', (target) => {
  expect(pathOf(target)).toBe(target);
});

test('an address never names a host', () => {
  expect(['//elsewhere.test/page', 'http://elsewhere.test/page', '/\\elsewhere.test/page'].map(pathOf)).toEqual([
    '/elsewhere.test/page',
    '/page',
    '/elsewhere.test/page',
  ]);
});

/** The routes that the files of app/ make. */
const routes = readdirSync('app', { recursive: true, withFileTypes: true })
  .filter((file) => /^(page\.tsx|route\.ts|(icon|apple-icon)\.\w+|(sitemap|robots|manifest)\.ts)$/.test(file.name))
  .map(({ name, parentPath }) => {
    const folders = parentPath.split('/').filter((part) => part !== 'app' && !part.startsWith('('));
    return `/${[...folders, ...(/^(page|route)\./.test(name) ? [] : [name])].join('/')}`;
  });
const table = routeTableOf(routes);

test('every route is known: public or private by list, or below an address that is private', () => {
  const isPrivate = (route: string) => ownSegments[route.split('/')[1] ?? '']?.isPrivate;
  const unknown = routes.filter(
    (one) => !publicRoutes.includes(one) && !privateRoutes.includes(one) && !isPrivate(one),
  );
  expect(routes.length).toBeGreaterThan(60);
  expect(unknown, 'add these to lib/web/own-routes.ts, as public only if they show everybody the same').toEqual([]);
  const ofNext = ['/_not-found', '/_global-error'];
  expect([...publicRoutes, ...privateRoutes].filter((one) => !routes.includes(one))).toEqual(ofNext);
});

test('reserves the first segment of every route', () => {
  const fixed = routes.map((route) => route.split('/')[1] ?? '').filter((part) => part && !part.startsWith('['));
  const files = readdirSync('public');
  expect([...fixed, ...files].filter((part) => !Object.hasOwn(ownSegments, part))).toEqual([]);
});

test.each([
  ['/2026/03/a-post', true],
  ['/2026/03/a-post/comments/page/2', true],
  ['/2026/03/a-post/feed.xml', true],
  ['/blog/a-post', true],
  ['/2026/03/page/2', true],
  ['/2026/03/a-post/comments/7', false],
  ['/2026/03/a-post/comments/7/history', false],
  ['/2026/03/a-post/reactions', false],
  ['/blog/a-post/follow', false],
])('what is below a post in a folder is as public as below any other: %s, %s', (address, isPublic) => {
  expect(isPublicAddress(address, table)).toBe(isPublic);
});

test('a route that no list names is private, at whatever depth', () => {
  const more = routeTableOf([...routes, '/notifications', '/[slug]/edit', '/tag/[slug]/mine']);
  for (const address of ['/notifications', '/a-post/edit', '/tag/boats/mine']) {
    expect(isPublicAddress(address, table)).toBe(true);
    expect(isPublicAddress(address, more)).toBe(false);
  }
  expect(isPublicAddress('/notification', more)).toBe(true);
});

test.each([
  '/',
  '/a-post',
  '/2026',
  '/2026/11',
  '/2026/11/page/2',
  '/tag/boats',
  '/tag/boats/page/3',
  '/author/ada/feed.xml',
  '/a-post/comments/page/2',
  '/about/team',
  '/about/team/comments/page/2',
  '/about/team/comments/by/best',
  '/a-post/feed.json',
  '/comments/feed.xml',
  '/comments/feed',
  '/2012/05/an-old-post',
  '/wp-content/uploads/a.png',
  '/sitemaps/posts-1.xml',
  '/adminton',
  '/searching',
])('%s is the same for everybody', (address) => {
  expect(isPublicAddress(address, table)).toBe(true);
});

test.each([
  '/admin',
  '/admin/posts/7',
  '/admin/nothing',
  '/account/export',
  '/api/me',
  '/signin',
  '/signin/link',
  '/search',
  '/preview/abc',
  '/preview/slots/abc',
  '/a-post/comments/7',
  '/about/team/comments/7',
  '/about/team/crew/comments/7/history',
  '/about/team/follow',
  '/a-post/comments/page',
  '/comments/waiting',
  '/comments/sent',
  '/comments/publish',
  '/_next/x.js',
])('%s is made for each visitor', (address) => {
  expect(isPublicAddress(address, table)).toBe(false);
});
