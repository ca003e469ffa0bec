/** External media, shown as a card with a plain link and loaded on request. */
export type Embed = { url: string; provider: string; frame: string | null };

type Provider = {
  name: string;
  hosts: string[];
  /** The page and frame addresses for any spelling of the address. */
  read?: (url: URL) => { url: string; frame: string } | null;
};

const providers: Provider[] = [
  { name: 'YouTube', hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'], read: readYouTube },
  { name: 'Vimeo', hosts: ['vimeo.com'], read: readVimeo },
  { name: 'Dailymotion', hosts: ['dailymotion.com', 'dai.ly'] },
  { name: 'SoundCloud', hosts: ['soundcloud.com'] },
  { name: 'Spotify', hosts: ['spotify.com'] },
  { name: 'Bandcamp', hosts: ['bandcamp.com'] },
  { name: 'CodePen', hosts: ['codepen.io'] },
  { name: 'CodeSandbox', hosts: ['codesandbox.io'] },
  { name: 'JSFiddle', hosts: ['jsfiddle.net'] },
  { name: 'OpenStreetMap', hosts: ['openstreetmap.org'] },
  { name: 'Google Maps', hosts: ['google.com', 'maps.google.com'] },
  { name: 'TED', hosts: ['ted.com'] },
  { name: 'Internet Archive', hosts: ['archive.org'] },
  { name: 'Twitch', hosts: ['twitch.tv'] },
  { name: 'Loom', hosts: ['loom.com'] },
  { name: 'Slideshare', hosts: ['slideshare.net'] },
  { name: 'X', hosts: ['twitter.com', 'x.com'] },
  { name: 'Instagram', hosts: ['instagram.com'] },
  { name: 'Facebook', hosts: ['facebook.com'] },
];

const frameOrigins = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'];

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

function readYouTube(url: URL) {
  const id =
    url.searchParams.get('v') ?? /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1] ?? shortId(url);
  if (!id || !/^[\w-]{6,20}$/.test(id) || id === 'videoseries') return null;
  return {
    url: `https://www.youtube.com/watch?v=${id}`,
    frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  };
}

function shortId(url: URL) {
  return url.hostname.endsWith('youtu.be') ? url.pathname.slice(1) : null;
}

function readVimeo(url: URL) {
  const id = /\/(?:video\/)?(\d{5,12})(?:\/|$)/.exec(url.pathname)?.[1];
  return id ? { url: `https://vimeo.com/${id}`, frame: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1` } : null;
}
