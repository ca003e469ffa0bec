const asset = '/_next/static/';

/** Where an address of the site lies in the copy. A page is a folder, so that hosts answer its address as it was. */
export function fileOf(pathname: string): string {
  const path = pathname.split('/').map(decoded).join('/');
  // Hosts that run Jekyll leave out folders that begin with a low line.
  if (path.startsWith(asset)) return `assets/${path.slice(asset.length)}`;
  const inner = path.replace(/^\/+|\/+$/g, '');
  if (inner === '') return 'index.html';
  return /\.[a-z0-9]{2,12}$/i.test(inner) ? inner : `${inner}/index.html`;
}

/** The address of one file of the copy in another, which works in a folder and below any address of a host. */
export function relativeTo(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared).map(encodeURIComponent)].join('/');
}

export type Target = { pathname: string; search: string; hash: string };

/** The path of an address at the site, however it is written; null for others. */
export function targetOf(address: string, { siteUrl, page }: { siteUrl: string; page: string }): Target | null {
  if (/^(?:[a-z][a-z0-9+.-]*:(?!\/\/)|#)/i.test(address)) return null;
  const url = URL.parse(address, siteUrl + page);
  if (!url || url.origin !== new URL(siteUrl).origin) return null;
  const { pathname, search, hash } = url;
  return { pathname, search, hash };
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
