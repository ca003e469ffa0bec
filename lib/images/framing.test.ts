import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropRatios, cropText, fitted, parseCrop, pixelsOf, pointInPart, pointInWhole } from './crop';
import { focusPosition, focusText, MIDDLE, parseFocus } from './focus';

const right = { left: 50, top: 0, width: 50, height: 100 };

test.each([
  [
    { x: 90, y: 20 },
    { x: 80, y: 20 },
  ],
  [
    { x: 50, y: 100 },
    { x: 0, y: 100 },
  ],
  [{ x: 10, y: 10 }, null],
])('%j of an image is %j of its right half', (point, inside) => {
  expect(pointInPart(point, right)).toEqual(inside);
  expect(inside && pointInWhole(inside, right)).toEqual(inside && point);
});

const whole = { left: 0, top: 0, width: 100, height: 100 };

test.each([
  ['', MIDDLE],
  ['30 20', { x: 30, y: 20 }],
  ['0 100', { x: 0, y: 100 }],
  ['101 20', MIDDLE],
  ['30', MIDDLE],
  ['a b', MIDDLE],
])('the focal point %j is %j', (stored, focus) => {
  expect(parseFocus(stored)).toEqual(focus);
});

test('a focal point in the middle is none, and any other a position', () => {
  expect([focusText(MIDDLE), focusPosition(''), focusPosition('50 50')]).toEqual(['', null, null]);
  expect(focusPosition(focusText({ x: 30, y: 20 }))).toBe('30% 20%');
});

test.each([
  ['1:1', 1_000, 500, { left: 25, top: 0, width: 50, height: 100 }],
  ['1:1', 500, 1_000, { left: 0, top: 25, width: 100, height: 50 }],
  ['4:3', 800, 600, whole],
  ['whole', 900, 300, whole],
  ['free', 900, 300, whole],
] as const)('%s of an image of %i × %i', (ratio, width, height, part) => {
  expect(fitted(whole, ratio, { width, height })).toEqual(part);
});

test('a part in a shape is within the part that was given, and its pixels within the image', () => {
  const percent = fc.integer({ min: 5, max: 100 });
  const side = fc.integer({ min: 1, max: 4_000 });
  const size = fc.record({ width: side, height: side });
  fc.assert(
    fc.property(percent, percent, fc.constantFrom(...cropRatios), size, (width, height, ratio, image) => {
      const given = { left: (100 - width) / 2, top: 100 - height, width, height };
      const part = fitted(given, ratio, image);
      expect(part.width).toBeLessThanOrEqual(width + 1e-9);
      expect(part.height).toBeLessThanOrEqual(height + 1e-9);
      const pixels = pixelsOf(part, image);
      expect(pixels.left + pixels.width).toBeLessThanOrEqual(image.width);
      expect(pixels.top + pixels.height).toBeLessThanOrEqual(image.height);
      expect(Math.min(pixels.width, pixels.height)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('a stored crop is read as it was', () => {
  const crop = { left: 12.35, top: 0, width: 50, height: 33.33 };
  expect(parseCrop(cropText(crop))).toEqual(crop);
  expect([parseCrop(''), parseCrop('1 2 3'), parseCrop('a b c d')]).toEqual([null, null, null]);
});
