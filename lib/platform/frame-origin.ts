import { getDomain } from 'tldts';

/** Frames with an origin must not share cookies with the site: a sentence if they would. */
export function problemOfFrameOrigin(frames: string, site: string): string | null {
  if (frames === site) {
    return 'ADS_FRAME_ORIGIN must be another address than SITE_URL: pasted code is kept apart by it.';
  }
  const [frameHost, siteHost] = [frames, site].map((address) => new URL(address.replace('//*.', '//')).hostname);
  if (frameHost === undefined || siteHost === undefined || !isSameSite(frameHost, siteHost)) return null;
  return `ADS_FRAME_ORIGIN must be under another domain than SITE_URL: ${frameHost} and ${siteHost} can share cookies, and pasted code is kept apart by its domain.`;
}

/** `https://*.frames.example.net` gives each version of each slot a host of its own. */
export function frameOriginOf(configured: string, id: string) {
  return configured.replace('//*.', `//${id}.`);
}

/** Whether a host is one of those that serve frames; with the id that it is for, where each has its own. */
export function frameHostOf(configured: string, host: string): { id: string | null } | null {
  const own = configured.slice(configured.indexOf('//') + 2);
  const asked = host.toLowerCase();
  if (!own.startsWith('*.')) return asked === own ? { id: null } : null;
  return asked.endsWith(own.slice(1)) ? { id: asked.slice(0, -own.length + 1) } : null;
}

function isSameSite(one: string, other: string) {
  if (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)) return true;
  const [domain, another] = [one, other].map((host) => getDomain(host, { allowPrivateDomains: true }));
  return domain !== null && domain === another;
}
