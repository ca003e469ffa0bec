import { expect, test } from 'vitest';
import { publicPolicy } from './content-security-policy';

const card = (frame: string) => `<figure class="embed" data-embed="x" data-frame="${frame}"></figure>`;
const frameSrc = (html: string, frameOrigin: string | null = null) =>
  /frame-src ([^;]*)/.exec(publicPolicy(html, { frameOrigin }))?.[1];

test('a page may load frames of exactly the sites whose cards are on it', () => {
  const film = card('https://www.youtube-nocookie.com/embed/abc?autoplay=1');
  const other = card('https://player.vimeo.com/video/1?dnt=1');
  expect(frameSrc('<p>No card</p>')).toBe(`'self'`);
  expect(frameSrc(film)).toBe(`'self' https://www.youtube-nocookie.com`);
  expect(frameSrc(film + other + film)).toBe(`'self' https://www.youtube-nocookie.com https://player.vimeo.com`);
  expect(frameSrc(film, 'https://slots.example')).toBe(`'self' https://slots.example https://www.youtube-nocookie.com`);
});

test.each([
  'https://evil.example/x',
  'https://player.vimeo.com.evil.example/x',
  'https://x; script-src */',
  'http://player.vimeo.com/x',
])('no body can add a site to the policy: %s', (frame) => expect(frameSrc(card(frame))).toBe(`'self'`));
