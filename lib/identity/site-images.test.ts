import { expect, test } from 'vitest';
import { rolesOf } from '@/lib/settings/site-images';
import type { Variant } from '@/lib/images/variants';
import { fixedImage, iconAddress, iconLinks, iconSource, logoOf, problemOf } from './site-images';

const variant = (path: string, width: number, height: number, mime: string): Variant => ({
  path,
  width,
  height,
  mime,
  bytes: 1,
});
const image = (width: number, height: number, variants: Variant[]) => ({ width, height, color: '', alt: '', variants });
const wide = image(1280, 320, [
  variant('logo-320w.webp', 320, 80, 'image/webp'),
  variant('logo-320w.avif', 320, 80, 'image/avif'),
  variant('logo-1280w.webp', 1280, 320, 'image/webp'),
  variant('logo.png', 1280, 320, 'image/png'),
]);

test('a logo is at most 48 pixels high and 320 wide, keeps its shape and is not enlarged', () => {
  expect(logoOf(wide)).toEqual({
    src: '/uploads/logo.png',
    srcSet: '/uploads/logo-320w.webp 320w, /uploads/logo-1280w.webp 1280w',
    width: 192,
    height: 48,
  });
  expect(logoOf({ ...wide, width: 1280, height: 64 })).toMatchObject({ width: 320, height: 16 });
  expect(logoOf({ ...wide, width: 40, height: 20 })).toMatchObject({ width: 40, height: 20 });
  expect(logoOf({ ...wide, width: 1920, height: 2 })).toMatchObject({ width: 320, height: 1 });
  expect(logoOf(image(1, 1, []))).toBeNull();
});

test('machines get a format that each can read', () => {
  expect(fixedImage({ ...wide, alt: 'Quay' })).toEqual({ path: 'logo.png', width: 1280, height: 320, alt: 'Quay' });
});

test('icons are made of the lossless file where it is large enough, otherwise of the largest', () => {
  const tall = image(1920, 600, [
    variant('a-1920w.avif', 1920, 600, 'image/avif'),
    variant('a-1920w.webp', 1920, 600, 'image/webp'),
    variant('a.png', 1280, 400, 'image/png'),
  ]);

  expect(iconSource(image(512, 512, [variant('b.png', 512, 512, 'image/png')]))?.path).toBe('b.png');
  expect(iconSource(tall)?.path).toBe('a-1920w.webp');
  expect(iconSource(image(1, 1, []))).toBeNull();
});

test('pages name the icons of the site, else those of the product', () => {
  expect(iconAddress({ icon: '' }, 512)).toBe('/icon-512.png');
  expect(iconAddress({ icon: 'site/icon-ab' }, 512)).toBe('/uploads/site/icon-ab-512.png');
  expect(iconLinks({ icon: '' })).not.toHaveProperty('apple');
});

test('an image that is too small is refused for the icon and for previews, with its size', () => {
  expect(problemOf('icon', { width: 800, height: 300 })).toBe(
    'A site icon needs at least 512 × 512 pixels; this image has 800 × 300.',
  );
  expect(problemOf('icon', { width: 512, height: 512 })).toBe('');
  expect(problemOf('social', { width: 599, height: 400 })).toContain('600 × 315');
  expect(problemOf('social', { width: 600, height: 315 })).toBe('');
  expect(problemOf('logo', { width: 20, height: 10 })).toBe('');
});

test.each(['logo', 'darkLogo'] as const)('a %s that would be a line in the header is refused', (role) => {
  const sentence = /^A logo is at most 12 times as wide as high, and at most 3 times as high as wide; this image has /;
  expect(problemOf(role, { width: 30_000, height: 40 })).toMatch(sentence);
  expect(problemOf(role, { width: 100, height: 301 })).toMatch(sentence);
  expect(problemOf(role, { width: 1_200, height: 100 })).toBe('');
  expect(problemOf(role, { width: 100, height: 300 })).toBe('');
});

test('one image may have several roles', () => {
  const ids = { logoId: 'm1', darkLogoId: '', iconId: 'm2', socialImageId: 'm1' };
  expect(rolesOf(ids, 'm1')).toEqual(['logo', 'social']);
  expect(rolesOf(ids, 'm3')).toEqual([]);
});
