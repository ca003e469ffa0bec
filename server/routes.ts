import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';

/**
 * Which addresses may be answered from the page cache. Everything that is not private is public: it is rendered without
 * cookies and looks the same for everybody.
 */
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

/**
 * The address under which something may be known from another system, which kept posts and comments under queries; null
 * if the query is none of another system's, and so means nothing.
 */
export function foreignAddressOf({ pathname, search }: { pathname: string; search: string }): string | null {
  const query = legacyAddresses.canonicalQuery(search);
  return query ? pathname + query : null;
}

/** Below this stand the feeds as pages for people, which are shown at the feeds' own addresses. */
const FEED_PAGES = '/feeds/page';
const feed = /\/(?:feed|rss)\.xml$/;

/** Whether an address is that of a feed, which is one thing to programs and another to people. */
export function isFeedAddress(pathname: string) {
  return feed.test(pathname);
}

/** Where the page for people is rendered that stands for a feed. */
export function pageOfFeed(pathname: string) {
  return FEED_PAGES + pathname;
}

/** What was asked for, with dots resolved and slashes merged, or null for an address that is none. */
export function parseTarget(target: string | undefined): { pathname: string; search: string } | null {
  // Nothing may read a host out of the address: "//elsewhere/page" and "http://elsewhere/page" are pages of this site.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  if (!URL.canParse(local, 'http://localhost')) return null;
  const { pathname, search } = new URL(local, 'http://localhost');
  return { pathname: decodable(pathname.replace(/\/{2,}/g, '/')), search };
}

// Next answers 500 where percent signs stand for no text ("/50%", "/caf%E9"). Taken as signs, they are an address as any
// other, which nothing answers.
function decodable(pathname: string) {
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return pathname.replaceAll('%', '%25');
  }
}
