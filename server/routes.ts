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
  '/comments',
  '/_next',
];
const commentInContext = /^\/[^/]+\/comments\/(?!page\/)[^/]+$/;

export function isPublicAddress(pathname: string) {
  if (commentInContext.test(pathname)) return false;
  return !privatePrefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** What was asked for, with dots resolved and slashes merged, or null for an address that is none. */
export function parseTarget(target: string | undefined): { pathname: string; search: string } | null {
  // Nothing may read a host out of the address: "//elsewhere/page" and "http://elsewhere/page" are pages of this site.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  if (!URL.canParse(local, 'http://localhost')) return null;
  const { pathname, search } = new URL(local, 'http://localhost');
  return { pathname: pathname.replace(/\/{2,}/g, '/'), search };
}
