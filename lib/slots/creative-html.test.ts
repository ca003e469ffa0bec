import { expect, test } from 'vitest';
import { creativeHtml } from './creative-html';
import type { ShownCreative } from './queries';

const box = { width: 300, mobileWidth: 300 };
const text: ShownCreative = {
  id: '7',
  kind: 'text',
  isolation: 'inline',
  consent: 'none',
  version: 1,
  hash: '',
  linkUrl: 'https://chandler.example/?a=1&b="2"',
  alt: '',
  headline: 'Ropes <script>alert(1)</script>',
  text: '',
  callToAction: 'Visit & buy',
  startsAt: null,
  endsAt: null,
  media: null,
  evaluates: false,
  frame: '7-0123456789abcdef',
  frameOrigin: '',
};

test('what an advertiser typed is text', () => {
  expect(creativeHtml(text, box)).toBe(
    '<a class="slot__text" href="https://chandler.example/?a=1&amp;b=&quot;2&quot;" rel="sponsored noopener" target="_blank">' +
      '<strong dir="auto">Ropes &lt;script&gt;alert(1)&lt;/script&gt;</strong>' +
      '<span dir="auto" class="slot__action">Visit &amp; buy</span></a>',
  );
});

test('pasted code is a frame or a host and never itself; an origin of its own is for frames of another address alone', () => {
  const code = { ...text, kind: 'code' as const, isolation: 'sandboxed' as const };

  expect(creativeHtml(code, box)).not.toContain('allow-same-origin');
  expect(creativeHtml(code, box)).toContain('src="/_s/f/7-0123456789abcdef?');
  const apart = creativeHtml({ ...code, isolation: 'isolated-origin', frameOrigin: 'https://frames.example' }, box);
  expect(apart).toContain('allow-same-origin');
  expect(apart).toContain('src="https://frames.example/_s/f/7-0123456789abcdef?');
  expect(creativeHtml({ ...code, isolation: 'in-page' }, box)).toBe(
    '<div class="slot__host" data-code="7-0123456789abcdef"></div>',
  );
});

test('a picture has its sizes, and one that is gone shows nothing', () => {
  const variants = [300, 600, 1_600].map((width) => ({
    path: `a-${width}.jpg`,
    width,
    height: width / 2,
    mime: 'image/jpeg',
    bytes: 9,
  }));
  const media = {
    id: 'm',
    width: 1_600,
    height: 800,
    alt: '',
    caption: '',
    credit: '',
    color: '',
    focus: '',
    variants,
  };
  const image = { ...text, kind: 'image' as const, alt: 'A "boat"', media };

  expect(creativeHtml(image, box)).toContain('<img alt="A &quot;boat&quot;" width="1600" height="800"');
  expect(creativeHtml(image, box)).not.toContain('1600w');
  expect(creativeHtml({ ...image, media: null }, box)).toBeNull();
});
