import { expect, test } from 'vitest';
import { safeReturnTo } from '@/lib/auth/return-to';
import { isNeededAddress, ownSegmentOf, ownSegments, segmentsWith } from '@/lib/web/own-routes';
import { paths } from '@/lib/web/paths';
import { isReserved } from '@/lib/posts/publishing/slugs';
import { robotsText } from '@/lib/seo/robots';

const all = Object.keys(ownSegments);

test('gives no post an address of the site itself', () => {
  const slugs = all.map((segment) => segment.replace(/^\./, '').replaceAll('.', '-'));
  expect(slugs.filter((slug) => !isReserved(slug))).toEqual([]);
});

test('excludes crawlers from private addresses only', () => {
  const closed = robotsText('https://quay.example', { robots: '', hidesFromSearch: false }).match(/^Disallow: .*$/gm);
  expect(closed).toEqual(
    ['/admin', '/account', '/api/', '/preview/', '/search', '/signin', '/signup', '/setup'].map(
      (path) => `Disallow: ${path}`,
    ),
  );
});

test('sign-in pages are no return targets', () => {
  expect(segmentsWith('isNoReturnTarget')).toEqual(['api', 'signin', 'signup', 'setup', '_next', 'comments']);
  for (const segment of all) {
    expect(safeReturnTo(`/${segment}`)).toBe(ownSegments[segment]?.isNoReturnTarget ? '' : `/${segment}`);
  }
});

test('the frames of slots are counted as slots', () => {
  expect(ownSegmentOf(paths.slotFrame('an-id-and-a-hash'))?.metric).toBe('slots');
});

test.each([
  ['/admin', true],
  ['/tag', true],
  ['/feed.css', true],
  ['/.well-known', true],
  ['/2026', true],
  ['/favicon.ico', true],
  ['/comments', false],
  ['/feeds', false],
  ['/20261', false],
  ['/tag/boats', false],
  ['/constructor', false],
  ['/about', false],
])('an old address %s is needed here: %s', (address, isNeeded) => {
  expect(isNeededAddress(address)).toBe(isNeeded);
});
