import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';

/** Every other address is public: rendered without cookies and cached for everyone. */
const privatePrefixes = [
  '/admin',
  '/account',
  '/api',
  '/signin',
  '/signup',
  '/setup',
  '/preview',
  '/search',
  '/comments/resume',
  '/comments/waiting',
  '/_next',
];
const commentInContext = /^\/[^/]+\/comments\/(?!page\/)[^/]+$/;

export function isPublicAddress(pathname: string) {
  if (commentInContext.test(pathname)) return false;
  return !privatePrefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** The address of a post or comment in another system that used queries; null if the query is not such a one. */
export function foreignAddressOf({ pathname, search }: { pathname: string; search: string }): string | null {
  const query = legacyAddresses.canonicalQuery(search);
  return query ? pathname + query : null;
}

const FEED_PAGES = '/feeds/page';
const feed = /\/(?:feed|rss)\.xml$/;

export function isFeedAddress(pathname: string) {
  return feed.test(pathname);
}

/** Whether an address would be that of a feed if there were one, in any form that feeds have. */
export function wouldBeFeed(pathname: string) {
  return isFeedAddress(pathname) || pathname.endsWith('/feed.json');
}

export function pageOfFeed(pathname: string) {
  return FEED_PAGES + pathname;
}

/** The parsed target, with dots resolved and slashes merged, or null if it is invalid. */
export function parseTarget(target: string | undefined): { pathname: string; search: string } | null {
  // "//host/page" and "http://host/page" are pages of this site: nothing may read a host out of the target.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  if (!URL.canParse(local, 'http://localhost')) return null;
  const { pathname, search } = new URL(local, 'http://localhost');
  return { pathname: decodable(pathname.replace(/\/{2,}/g, '/')), search };
}

// Next answers 500 where percent signs are malformed ("/50%"). Escaped, it is an address without a page.
function decodable(pathname: string) {
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return pathname.replaceAll('%', '%25');
  }
}
