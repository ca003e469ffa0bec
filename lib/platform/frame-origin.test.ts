import { expect, test } from 'vitest';
import { frameHostOf, frameOriginOf, problemOfFrameOrigin } from './frame-origin';

test.each([
  ['https://frames.example.net', 'https://blog.example.org'],
  ['https://*.frames.example.net', 'https://blog.example.org'],
  ['https://frames.co.uk', 'https://blog.co.uk'],
  ['https://frames.github.io', 'https://blog.github.io'],
  ['http://frames.localhost:3000', 'http://127.0.0.1:3000'],
])('%s keeps code apart from %s', (frames, site) => {
  expect(problemOfFrameOrigin(frames, site)).toBeNull();
});

test.each([
  ['https://frames.example.org', 'https://blog.example.org'],
  ['https://*.frames.example.org', 'https://example.org'],
  ['https://example.org', 'https://blog.example.org'],
  ['https://frames.blog.co.uk', 'https://www.blog.co.uk'],
  ['http://blog.example.org', 'https://blog.example.org'],
  ['http://localhost:4000', 'http://localhost:3000'],
  ['http://frames.localhost:3000', 'http://localhost:3000'],
])('%s could share cookies with %s', (frames, site) => {
  expect(problemOfFrameOrigin(frames, site)).toMatch(
    /must be under another domain than SITE_URL: .* can share cookies/,
  );
});

test('frames come from one host, or one for each', () => {
  expect(frameOriginOf('https://frames.example.net', 'abc')).toBe('https://frames.example.net');
  expect(frameOriginOf('https://*.frames.example.net:8443', 'abc')).toBe('https://abc.frames.example.net:8443');
  expect(frameHostOf('https://frames.example.net', 'FRAMES.example.net')).toEqual({ id: null });
  expect(frameHostOf('https://frames.example.net', 'blog.example.net')).toBeNull();
  expect(frameHostOf('https://*.frames.example.net:8443', 'abc.frames.example.net:8443')).toEqual({ id: 'abc' });
  expect(frameHostOf('https://*.frames.example.net', 'frames.example.net')).toBeNull();
  expect(frameHostOf('https://*.frames.example.net', 'abc.frames.example.net.evil.example')).toBeNull();
});
