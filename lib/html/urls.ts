const schemes = {
  link: /^(https?|mailto|tel):/i,
  // Without slashes a browser would resolve the rest as a path.
  media: /^https?:\/\//i,
};

const someScheme = /^[a-z][a-z0-9+.-]*:/i;

/** The address as browsers parse it, or null for disallowed schemes. Relative ones stay; "//host" becomes https. */
export function safeUrl(value: string | undefined, use: keyof typeof schemes): string | null {
  if (!value) return null;
  // Browsers ignore control characters in addresses.
  const url = value.replace(/\p{Cc}/gu, '').trim();
  if (!url || url.length > 4_000) return null;
  const elsewhere = /^[\\/]{2,}(.*)$/.exec(url)?.[1];
  if (elsewhere !== undefined) return elsewhere ? `https://${elsewhere}` : null;
  if (!someScheme.test(url)) return url;
  return schemes[use].test(url) ? url : null;
}

/** Whether an address has a host other than `siteHost`. */
export function isExternal(url: string, siteHost: string) {
  return /^https?:/i.test(url) && URL.canParse(url) && new URL(url).host !== siteHost;
}

const base = 'http://masthead.invalid';

/** An upload's path, or null: media load with cookies, so no other path of the site is allowed. */
export function uploadAddress(url: string): string | null {
  if (!URL.canParse(url, base)) return null;
  const { origin, pathname, search } = new URL(url, base);
  return origin === base && /^\/uploads\/(?!.*%(2e|2f|5c))/i.test(pathname) ? pathname + search : null;
}

/** Whether an address is an upload of the site, absolute or relative. */
export function isOwnUpload(url: string, siteHost: string) {
  if (!/^https?:/i.test(url)) return uploadAddress(url) !== null;
  if (!URL.canParse(url)) return false;
  const { host, pathname } = new URL(url);
  return host === siteHost && uploadAddress(pathname) !== null;
}
