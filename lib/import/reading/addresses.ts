import { canonicalPath } from '@/lib/web/canonical-path';

/** Canonical path and selected query (`queryOf`) of an address on the old site; null for other sites. */
export function oldPath(
  address: string,
  baseUrl: string,
  queryOf: (search: string) => string = (search) => search,
): string | null {
  if (!address) return null;
  const base = URL.parse(baseUrl);
  const url = URL.parse(address.replaceAll('&amp;', '&').replaceAll('&#038;', '&'), `${baseUrl}/`);
  if (!base || !url || bareHost(url.host) !== bareHost(base.host)) return null;
  const root = base.pathname.replace(/(?<!\/)\/+$/, '');
  if (root && url.pathname !== root && !url.pathname.startsWith(`${root}/`)) return null;
  const path = canonicalPath(url.pathname);
  const home = canonicalPath(root);
  const isHome = path.replace(/\/(?:index\.php)?$/, '') === home.replace(/\/$/, '');
  return isHome && url.search ? home + queryOf(url.search) : path;
}

/** Ignores www, and compares across protocols. */
function bareHost(host: string) {
  return host.toLowerCase().replace(/^www\./, '');
}

/** A readable fallback name: the last path segment. */
export function fileNameOf(address: string) {
  const path = URL.parse(address)?.pathname ?? address;
  const last = path.split('/').findLast(Boolean) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
