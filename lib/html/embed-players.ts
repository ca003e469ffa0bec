export type Player = { /** The page of what is played. */ url: string; /** Its player alone. */ frame: string };

/** Reads the players of one form of address. */
export const path = (pattern: RegExp, build: (found: string[]) => Player) => (url: URL) => {
  const found = pattern.exec(url.pathname);
  return found ? build(found.map((part) => part ?? '')) : null;
};

export function readYouTube(url: URL) {
  const short = url.hostname.endsWith('youtu.be') ? url.pathname.slice(1) : null;
  const id = url.searchParams.get('v') ?? /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1] ?? short;
  if (!id || !/^[\w-]{6,20}$/.test(id) || id === 'videoseries') return null;
  return {
    url: `https://www.youtube.com/watch?v=${id}`,
    frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  };
}

export function readDailymotion(url: URL) {
  const named = /^\/(?:embed\/)?video\/(\w{4,20})/.exec(url.pathname)?.[1];
  const id =
    named ?? (url.hostname === 'dai.ly' ? /^\/(\w{4,20})$/.exec(url.pathname)?.[1] : url.searchParams.get('video'));
  if (!id || !/^\w{4,20}$/.test(id)) return null;
  return {
    url: `https://www.dailymotion.com/video/${id}`,
    frame: `https://geo.dailymotion.com/player.html?video=${id}`,
  };
}

export function readSoundCloud(url: URL) {
  const given = url.hostname === 'w.soundcloud.com' ? URL.parse(url.searchParams.get('url') ?? '') : url;
  const isOne = given?.hostname.replace(/^(www|m|api)\./, '') === 'soundcloud.com';
  if (!given || !isOne || !/^\/[\w-]+\/[\w/-]+$/.test(given.pathname)) return null;
  const page = `https://${given.hostname}${given.pathname}`;
  return { url: page, frame: `https://w.soundcloud.com/player/?url=${encodeURIComponent(page)}&auto_play=true` };
}

export function readOpenStreetMap(url: URL) {
  const box = url.pathname === '/export/embed.html' ? url.searchParams.get('bbox') : boxOf(url.hash);
  if (!box || !/^-?[\d.]+(?:,-?[\d.]+){3}$/.test(box)) return null;
  return {
    url: url.href,
    frame: `https://www.openstreetmap.org/export/embed.html?bbox=${encodeURIComponent(box)}&layer=mapnik`,
  };
}

// "#map=12/53.55/9.99" is a zoom and a middle: at zoom 0 the whole earth is one tile of 256 pixels.
function boxOf(hash: string) {
  const [, zoom, latitude, longitude] = /^#map=(\d{1,2})\/(-?\d[\d.]*)\/(-?\d[\d.]*)/.exec(hash) ?? [];
  if (!longitude) return null;
  const [width, middle, across] = [(360 * 640) / 256 / 2 ** Number(zoom), Number(latitude), Number(longitude)];
  const sides = [across - width / 2, middle - width / 4, across + width / 2, middle + width / 4];
  return sides.map((side) => side.toFixed(5)).join();
}

export function readApple(shop: 'music' | 'podcasts') {
  return path(/^\/([a-z]{2}\/(?:podcast|album|playlist|song|music-video)\/(?:[\w%.-]+\/)?[\w.-]+)$/, ([, place]) => ({
    url: `https://${shop}.apple.com/${place}`,
    frame: `https://embed.${shop}.apple.com/${place}`,
  }));
}
