/** The one spelling of an address: lower case, no trailing slash. Files and machine addresses keep theirs. */
export function canonicalPath(pathname: string) {
  if (/^\/(_next|_s|uploads|api|admin|preview|\.well-known)\//.test(pathname)) return pathname;
  const trimmed = pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '') || '/';
  return trimmed.replace(/%[0-9a-f]{2}|[A-Z]+/gi, (part) =>
    part.startsWith('%') ? canonicalEscape(part) : part.toLowerCase(),
  );
}

// Letters, digits and - . _ ~ need no escape (RFC 3986, 2.3): "/%61dmin" is "/admin".
function canonicalEscape(escape: string) {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return /[A-Za-z0-9\-._~]/.test(character) ? character.toLowerCase() : escape.toUpperCase();
}
