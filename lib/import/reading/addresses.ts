import { canonicalPath } from '@/lib/web/canonical-path';

/**
 * Path and query of an address on the old site in canonical form, or null if it is on another site. `queryOf` selects
 * the relevant parts of a query on the front page.
 */
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

/** Host names with and without www, and with whatever protocol, are one site. */
function bareHost(host: string) {
  return host.toLowerCase().replace(/^www\./, '');
}

/** What people see of an address when nothing better is known: the last part of its path, readable. */
export function fileNameOf(address: string) {
  const path = URL.parse(address)?.pathname ?? address;
  const last = path.split('/').findLast(Boolean) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
