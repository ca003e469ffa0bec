/** What a link may lead to, and what a picture, film or sound may come from. Anything else is no address at all. */
const schemes = {
  link: /^(https?|mailto|tel):/i,
  media: /^https?:/i,
};

const someScheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address as a browser would read it (controls and line breaks inside are skipped), or null if its scheme is not
 * allowed. Relative addresses are kept; "//host" becomes https.
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

/** Whether an address leads away from the site: has a host of its own that is not `siteHost`. */
export function isExternal(url: string, siteHost: string) {
  return /^https?:/i.test(url) && URL.canParse(url) && new URL(url).host !== siteHost;
}
