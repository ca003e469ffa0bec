import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { shorten } from '@/scripts/shortening';
import { shareButton, withShareButton } from './share-button';

const page = (inside: string) => `<html><body>${inside}</body></html>`;

test('only a page with the button gets its script', () => {
  const button = '<button data-share="https://harbour.example/tides" hidden>Share…</button>';
  expect(withShareButton(page(button))).toBe(page(`${button}<script>${shareButton}</script>`));
  expect(withShareButton(page('<p>data-share</p>'))).toBe(page('<p>data-share</p>'));
});

test('it is small', () => {
  expect(gzipSync(shorten(shareButton)).byteLength).toBeLessThan(420);
});
