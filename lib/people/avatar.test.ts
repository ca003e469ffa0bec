import { describe, expect, test } from 'vitest';
import { avatarFlower } from './avatar';

describe('avatarFlower', () => {
  test('the same seed gives the same flower', () => {
    expect(avatarFlower('lighthouse')).toEqual(avatarFlower('lighthouse'));
  });

  test('different seeds give different flowers, in all six inks', () => {
    const flowers = Array.from({ length: 300 }, (_, index) => avatarFlower(`seed ${index}`));
    expect(new Set(flowers.map((flower) => `${flower.ink}${flower.path}`)).size).toBeGreaterThan(250);
    expect([...new Set(flowers.map((flower) => flower.ink))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a path holds nothing but path data, whatever the seed', () => {
    expect(avatarFlower('"><script>alert(1)</script>').path).toMatch(/^[MLAz0-9 ]+$/);
    expect(avatarFlower('').path).toMatch(/^[MLAz0-9 ]+$/);
  });
});
