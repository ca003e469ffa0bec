import { providers } from './embed-providers';

/** External media, shown as a card with a plain link and loaded on request. */
export type Embed = { url: string; provider: string; frame: string | null };

const frameOrigins = [...new Set(providers.flatMap(({ origin }) => origin ?? []))];

/** Whether a rendered body has a card that can become a frame. */
export function hasFrames(renderedHtml: string) {
  return renderedHtml.includes(' data-frame="');
}

/** The distinct frame origins of a rendered page. */
export function frameOriginsIn(html: string) {
  if (!hasFrames(html)) return [];
  const wanted = [...html.matchAll(/ data-frame="(https:\/\/[^/"]+)\//g)].map(([, origin]) => origin);
  return frameOrigins.filter((origin) => wanted.includes(origin));
}

/** The embed for an address of a known provider, or null. */
export function knownEmbed(address: string): Embed | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.protocol = 'https:';
  const provider = providers.find(({ hosts }) =>
    hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)),
  );
  if (!provider) return null;
  const read = provider.read?.(url);
  return { url: read?.url ?? url.href, provider: provider.name, frame: read?.frame ?? null };
}

/** Where a provider describes a page of its own as JSON (oEmbed), or null. */
export function descriptionOf(address: string) {
  const embed = knownEmbed(address);
  const endpoint = providers.find(({ name }) => name === embed?.provider)?.oembed;
  return embed && endpoint
    ? `${endpoint}${endpoint.includes('?') ? '&' : '?'}url=${encodeURIComponent(embed.url)}`
    : null;
}
