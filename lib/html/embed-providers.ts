import {
  path,
  readApple,
  readDailymotion,
  readOpenStreetMap,
  readSoundCloud,
  readYouTube,
  type Player,
} from './embed-players';

type Provider = {
  name: string;
  hosts: string[];
  /** Of its players. */
  origin?: string;
  /** Answers with title and picture as JSON. */
  oembed?: string;
  /** The page and frame addresses for any spelling of the address; without, it stays a link. */
  read?: (url: URL) => Player | null;
};

export const providers: Provider[] = [
  {
    name: 'YouTube',
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    origin: 'https://www.youtube-nocookie.com',
    oembed: 'https://www.youtube.com/oembed?format=json',
    read: readYouTube,
  },
  {
    name: 'Vimeo',
    hosts: ['vimeo.com'],
    origin: 'https://player.vimeo.com',
    oembed: 'https://vimeo.com/api/oembed.json',
    read: path(/\/(?:video\/)?(\d{5,12})(?:\/|$)/, ([, id]) => ({
      url: `https://vimeo.com/${id}`,
      frame: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1`,
    })),
  },
  {
    name: 'Dailymotion',
    hosts: ['dailymotion.com', 'dai.ly'],
    origin: 'https://geo.dailymotion.com',
    oembed: 'https://www.dailymotion.com/services/oembed',
    read: readDailymotion,
  },
  {
    name: 'SoundCloud',
    hosts: ['soundcloud.com'],
    origin: 'https://w.soundcloud.com',
    oembed: 'https://soundcloud.com/oembed?format=json',
    read: readSoundCloud,
  },
  {
    name: 'Spotify',
    hosts: ['spotify.com'],
    origin: 'https://open.spotify.com',
    oembed: 'https://open.spotify.com/oembed',
    read: path(
      /^\/(?:embed\/|intl-[a-z]{2}\/)?(track|album|playlist|episode|show|artist)\/(\w{10,40})/,
      ([, kind, id]) => ({
        url: `https://open.spotify.com/${kind}/${id}`,
        frame: `https://open.spotify.com/embed/${kind}/${id}`,
      }),
    ),
  },
  {
    name: 'Bandcamp',
    hosts: ['bandcamp.com'],
    origin: 'https://bandcamp.com',
    read: (url) =>
      /^\/EmbeddedPlayer\/[\w=/-]+$/.test(url.pathname)
        ? { url: url.href, frame: `https://bandcamp.com${url.pathname}` }
        : null,
  },
  {
    name: 'CodePen',
    hosts: ['codepen.io'],
    origin: 'https://codepen.io',
    oembed: 'https://codepen.io/api/oembed?format=json',
    read: path(/^\/([\w-]+)\/(?:pen|embed|full|details)\/(\w{5,40})/, ([, user, id]) => ({
      url: `https://codepen.io/${user}/pen/${id}`,
      frame: `https://codepen.io/${user}/embed/${id}?default-tab=result`,
    })),
  },
  {
    name: 'CodeSandbox',
    hosts: ['codesandbox.io'],
    origin: 'https://codesandbox.io',
    oembed: 'https://codesandbox.io/oembed',
    read: path(/^\/(?:s|embed)\/([\w-]{3,80})/, ([, id]) => ({
      url: `https://codesandbox.io/s/${id}`,
      frame: `https://codesandbox.io/embed/${id}`,
    })),
  },
  {
    name: 'JSFiddle',
    hosts: ['jsfiddle.net'],
    origin: 'https://jsfiddle.net',
    read: path(/^\/([\w-]+\/\w{5,20})(?:\/|$)/, ([, id]) => ({
      url: `https://jsfiddle.net/${id}/`,
      frame: `https://jsfiddle.net/${id}/embedded/result/`,
    })),
  },
  {
    name: 'OpenStreetMap',
    hosts: ['openstreetmap.org'],
    origin: 'https://www.openstreetmap.org',
    read: readOpenStreetMap,
  },
  {
    name: 'Google Maps',
    hosts: ['google.com', 'maps.google.com'],
    origin: 'https://www.google.com',
    read: (url) =>
      url.pathname === '/maps/embed' && url.searchParams.has('pb')
        ? { url: url.href, frame: `https://www.google.com/maps/embed${url.search}` }
        : null,
  },
  {
    name: 'TED',
    hosts: ['ted.com'],
    origin: 'https://embed.ted.com',
    oembed: 'https://www.ted.com/services/v1/oembed.json',
    read: path(/^\/talks\/(\w{3,120})/, ([, id]) => ({
      url: `https://www.ted.com/talks/${id}`,
      frame: `https://embed.ted.com/talks/${id}`,
    })),
  },
  {
    name: 'Internet Archive',
    hosts: ['archive.org'],
    origin: 'https://archive.org',
    read: path(/^\/(?:details|embed)\/([\w.-]{3,120})/, ([, id]) => ({
      url: `https://archive.org/details/${id}`,
      frame: `https://archive.org/embed/${id}`,
    })),
  },
  {
    name: 'Loom',
    hosts: ['loom.com'],
    origin: 'https://www.loom.com',
    oembed: 'https://www.loom.com/v1/oembed',
    read: path(/^\/(?:share|embed)\/([0-9a-f]{16,64})/, ([, id]) => ({
      url: `https://www.loom.com/share/${id}`,
      frame: `https://www.loom.com/embed/${id}`,
    })),
  },
  {
    name: 'Streamable',
    hosts: ['streamable.com'],
    origin: 'https://streamable.com',
    oembed: 'https://api.streamable.com/oembed.json',
    read: path(/^\/(?:[eo]\/)?([a-z0-9]{4,12})$/, ([, id]) => ({
      url: `https://streamable.com/${id}`,
      frame: `https://streamable.com/e/${id}?autoplay=1`,
    })),
  },
  {
    name: 'Wistia',
    hosts: ['wistia.com', 'wistia.net'],
    origin: 'https://fast.wistia.net',
    oembed: 'https://fast.wistia.com/oembed',
    read: path(/^\/(?:medias|embed\/iframe)\/(\w{8,16})/, ([, id]) => ({
      url: `https://fast.wistia.com/medias/${id}`,
      frame: `https://fast.wistia.net/embed/iframe/${id}?autoPlay=true`,
    })),
  },
  {
    name: 'TikTok',
    hosts: ['tiktok.com'],
    origin: 'https://www.tiktok.com',
    oembed: 'https://www.tiktok.com/oembed',
    read: path(/^\/(@[\w.-]{1,40})\/video\/(\d{10,24})/, ([, user, id]) => ({
      url: `https://www.tiktok.com/${user}/video/${id}`,
      frame: `https://www.tiktok.com/embed/v2/${id}`,
    })),
  },
  {
    name: 'Mixcloud',
    hosts: ['mixcloud.com'],
    origin: 'https://player-widget.mixcloud.com',
    oembed: 'https://app.mixcloud.com/oembed/?format=json',
    read: path(/^(\/[\w-]{2,60}\/[\w-]{2,160})\/?$/, ([, name = '']) => ({
      url: `https://www.mixcloud.com${name}/`,
      frame: `https://player-widget.mixcloud.com/widget/iframe/?feed=${encodeURIComponent(`${name}/`)}`,
    })),
  },
  {
    name: 'Deezer',
    hosts: ['deezer.com'],
    origin: 'https://widget.deezer.com',
    oembed: 'https://api.deezer.com/oembed',
    read: path(/\/(track|album|playlist|episode|show)\/(\d{3,16})/, ([, kind, id]) => ({
      url: `https://www.deezer.com/${kind}/${id}`,
      frame: `https://widget.deezer.com/widget/auto/${kind}/${id}`,
    })),
  },
  {
    name: 'Apple Podcasts',
    hosts: ['podcasts.apple.com'],
    origin: 'https://embed.podcasts.apple.com',
    read: readApple('podcasts'),
  },
  {
    name: 'Apple Music',
    hosts: ['music.apple.com'],
    origin: 'https://embed.music.apple.com',
    read: readApple('music'),
  },
  {
    name: 'Figma',
    hosts: ['figma.com'],
    origin: 'https://embed.figma.com',
    read: path(/^\/(design|file|board|proto|slides)\/(\w{10,40})/, ([, kind, id]) => ({
      url: `https://www.figma.com/${kind}/${id}`,
      frame: `https://embed.figma.com/${kind === 'file' ? 'design' : kind}/${id}?embed-host=masthead`,
    })),
  },
  {
    name: 'GIPHY',
    hosts: ['giphy.com'],
    origin: 'https://giphy.com',
    oembed: 'https://giphy.com/services/oembed',
    read: path(/^\/(?:gifs|embed)\/(?:[\w-]*-)?([a-zA-Z0-9]{8,40})$/, ([, id]) => ({
      url: `https://giphy.com/gifs/${id}`,
      frame: `https://giphy.com/embed/${id}`,
    })),
  },
  { name: 'Twitch', hosts: ['twitch.tv'] },
  { name: 'Slideshare', hosts: ['slideshare.net'] },
  { name: 'X', hosts: ['twitter.com', 'x.com'] },
  {
    name: 'Instagram',
    hosts: ['instagram.com'],
    origin: 'https://www.instagram.com',
    read: path(/^\/(?:[\w.]+\/)?(p|reel)\/([\w-]{5,40})/, ([, kind, id]) => ({
      url: `https://www.instagram.com/${kind}/${id}/`,
      frame: `https://www.instagram.com/${kind}/${id}/embed/`,
    })),
  },
  {
    name: 'Facebook',
    hosts: ['facebook.com'],
    origin: 'https://www.facebook.com',
    read: path(/^\/([\w.-]{2,80})\/videos\/(?:[\w-]+\/)?(\d{6,20})/, ([, page, id]) => ({
      url: `https://www.facebook.com/${page}/videos/${id}`,
      frame: `https://www.facebook.com/plugins/video.php?href=${encodeURIComponent(`https://www.facebook.com/${page}/videos/${id}`)}`,
    })),
  },
];
