import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { shorten } from '@/scripts/shortening';
import { gallerySteps, withGallerySteps } from './gallery-steps';

const page = (inside: string) => `<html><body>${inside}</body></html>`;

test('only a page with a gallery gets its script', () => {
  const words = '<span hidden data-previous-image="Previous image" data-next-image="Next image"></span>';
  expect(withGallerySteps(page(words))).toBe(page(`${words}<script>${gallerySteps}</script>`));
  expect(withGallerySteps(page('<p>data-next-image</p>'))).toBe(page('<p>data-next-image</p>'));
});

test('it is small', () => {
  expect(gzipSync(shorten(gallerySteps)).byteLength).toBeLessThan(700);
});
