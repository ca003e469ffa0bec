import { expect, test } from 'vitest';
import { providers } from './embed-providers';
import { descriptionOf, frameOriginsIn, knownEmbed } from './embeds';

const playing = [
  'https://youtu.be/dQw4w9WgXcQ',
  'https://www.youtube.com/shorts/dQw4w9WgXcQ',
  'https://vimeo.com/123456',
  'https://www.dailymotion.com/video/x8abcd1',
  'https://dai.ly/x8abcd1',
  'https://soundcloud.com/harbour/fog',
  'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123456',
  'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=x',
  'https://bandcamp.com/EmbeddedPlayer/album=123456/size=large/',
  'https://codepen.io/harbour/pen/abcdeFG',
  'https://codesandbox.io/s/tides-1a2b3',
  'https://jsfiddle.net/harbour/1a2b3c4d/',
  'https://www.openstreetmap.org/#map=12/53.5500/9.9900',
  'https://www.google.com/maps/embed?pb=!1m18',
  'https://www.ted.com/talks/nora_quay_why_harbours_freeze',
  'https://archive.org/details/harbour-film_1923',
  'https://www.loom.com/share/0123456789abcdef0123456789abcdef',
  'https://streamable.com/abc12',
  'https://harbour.wistia.com/medias/abcdefgh12',
  'https://www.tiktok.com/@harbour/video/7123456789012345678',
  'https://www.mixcloud.com/harbour/fog-at-night/',
  'https://www.deezer.com/en/track/3135556',
  'https://podcasts.apple.com/gb/podcast/tides/id123456789',
  'https://music.apple.com/gb/album/tides/123456789',
  'https://www.figma.com/design/AbCdEfGhIjKlMnOpQrStUv/Harbour',
  'https://giphy.com/gifs/harbour-fog-l0HlvtIPzPdt2usKs',
  'https://www.instagram.com/p/Cabcdefghij/',
  'https://www.facebook.com/harbour/videos/1234567890',
];

test.each(playing)('a page’s policy can name the frame of %s', (address) => {
  const frame = knownEmbed(address)?.frame ?? '';
  expect(frameOriginsIn(`<figure data-frame="${frame}">`)).toEqual([new URL(frame).origin]);
});

test.each(playing)('the page of %s is known again as it is stored', (address) => {
  const embed = knownEmbed(address);
  expect(knownEmbed(embed?.url ?? '')).toEqual(embed);
});

test('twenty providers and more have a player, each from an origin of its own', () => {
  const names = new Set(playing.map((address) => knownEmbed(address)?.provider));
  expect(names.size).toBeGreaterThanOrEqual(20);
  expect([...names].sort()).toEqual(providers.flatMap(({ name, read }) => (read ? name : [])).sort());
  expect(providers.filter(({ read, origin }) => Boolean(read) !== Boolean(origin))).toEqual([]);
});

test.each([
  'https://open.spotify.com/embed/../../x',
  'https://www.twitch.tv/harbour',
  'https://soundcloud.com/harbour',
  'https://w.soundcloud.com/player/?url=https://evil.test/a/b',
  'https://www.google.com/maps/place/Harbour',
  'https://www.openstreetmap.org/#map=12/x/9.99',
  'https://www.youtube.com/watch?v=%22%3E%3Cscript%3E',
])('%s stays a link', (address) => {
  expect(knownEmbed(address)?.frame).toBeNull();
});

test('only providers are asked for a description', () => {
  expect(descriptionOf('https://youtu.be/dQw4w9WgXcQ')).toBe(
    'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ',
  );
  expect(descriptionOf('https://harbour.example/')).toBeNull();
});
