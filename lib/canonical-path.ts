/** The one spelling of an address: lower case, no trailing slash. Files and machine addresses keep theirs. */
export function canonicalPath(pathname: string) {
  if (/^\/(_next|_n|uploads|api|admin|preview|\.well-known)\//.test(pathname)) return pathname;
  const trimmed = pathname.replace(/\/+$/, '').replace(/\/{2,}/g, '/') || '/';
  return trimmed.replace(/%[0-9a-f]{2}|[A-Z]+/gi, (part) =>
    part.startsWith('%') ? part.toUpperCase() : part.toLowerCase(),
  );
}
