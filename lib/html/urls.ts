/** What a link may lead to, and what a picture, film or sound may come from. Anything else is no address at all. */
const schemes = {
  link: /^(https?|mailto|tel):/i,
  // Without the slashes a browser would read what follows as a path of this site.
  media: /^https?:\/\//i,
};

const someScheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address as a browser would read it (controls and line breaks inside are skipped), or null if its scheme is not
 * allowed. Relative addresses stay relative; "//host" becomes https.
 */
export function safeUrl(value: string | undefined, use: keyof typeof schemes): string | null {
  if (!value) return null;
  // Browsers skip controls inside an address.
  const url = value.replace(/\p{Cc}/gu, '').trim();
  if (!url || url.length > 4_000) return null;
  const elsewhere = /^[\\/]{2,}(.*)$/.exec(url)?.[1];
  if (elsewhere !== undefined) return elsewhere ? `https://${elsewhere}` : null;
  if (!someScheme.test(url)) return url;
  return schemes[use].test(url) ? url : null;
}

/** Whether an address is external: has a host other than `siteHost`. */
export function isExternal(url: string, siteHost: string) {
  return /^https?:/i.test(url) && URL.canParse(url) && new URL(url).host !== siteHost;
}

const base = 'http://masthead.invalid';

/**
 * The path of an uploaded file, if that is what a relative address names, however it is spelled; null for every other
 * path. A browser asks by itself for pictures, films and sounds, with its cookies: no other address of the site may be
 * one.
 */
export function uploadAddress(url: string): string | null {
  if (!URL.canParse(url, base)) return null;
  const { origin, pathname, search } = new URL(url, base);
  return origin === base && /^\/uploads\/(?!.*%(2e|2f|5c))/i.test(pathname) ? pathname + search : null;
}

/** Whether a picture, film or sound lies among the site's uploads, whether or not its address says where the site is. */
export function isOwnUpload(url: string, siteHost: string) {
  if (!/^https?:/i.test(url)) return uploadAddress(url) !== null;
  if (!URL.canParse(url)) return false;
  const { host, pathname } = new URL(url);
  return host === siteHost && uploadAddress(pathname) !== null;
}
