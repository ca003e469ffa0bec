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

/** Queries under which other systems kept their posts: only these are worth a look in the table. */
const foreignQuery =
  /^\?(p|page_id|attachment_id|cat|tag|author|m|feed|s|name|pagename|category_name|author_name)=[^&]{1,200}$/;

/** Whether the home page is asked for in the words of another system, which may mean a post. */
export function isForeignQuery({ pathname, search }: { pathname: string; search: string }) {
  return pathname === '/' && foreignQuery.test(search);
}

/** What was asked for, with dots resolved and slashes merged, or null for an address that is none. */
export function parseTarget(target: string | undefined): { pathname: string; search: string } | null {
  // Nothing may read a host out of the address: "//elsewhere/page" and "http://elsewhere/page" are pages of this site.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  if (!URL.canParse(local, 'http://localhost')) return null;
  const { pathname, search } = new URL(local, 'http://localhost');
  return { pathname: pathname.replace(/\/{2,}/g, '/'), search };
}
