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
