/**
 * Which addresses may be answered from the page cache. Everything that is not private is public: it is rendered without
 * cookies and looks the same for everybody.
 */
const privatePrefixes = ['/admin', '/account', '/api', '/signin', '/signup', '/setup', '/preview', '/search', '/_next'];
const commentInContext = /^\/[^/]+\/comments\/(?!page\/)[^/]+$/;

export function isPublicAddress(pathname: string) {
  if (commentInContext.test(pathname)) return false;
  return !privatePrefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** The one spelling of an address: lower case, no trailing slash. Files and machine addresses keep theirs. */
export function canonicalPath(pathname: string) {
  if (/^\/(_next|_n|uploads|api|admin|preview|\.well-known)\//.test(pathname)) return pathname;
  const trimmed = pathname.replace(/\/+$/, '').replace(/\/{2,}/g, '/') || '/';
  return trimmed.replace(/%[0-9a-f]{2}|[A-Z]+/gi, (part) =>
    part.startsWith('%') ? part.toUpperCase() : part.toLowerCase(),
  );
}
