import { describe, expect, test } from 'vitest';
import { avatarSvg } from './avatar';

describe('avatarSvg', () => {
  test('the same seed gives the same flower', () => {
    expect(avatarSvg('lighthouse')).toEqual(avatarSvg('lighthouse'));
  });

  test('different seeds give different flowers, in all six inks', () => {
    const svgs = Array.from({ length: 300 }, (_, index) => avatarSvg(`seed ${index}`));
    expect(new Set(svgs.map((svg) => `${svg.ink}${svg.path}`)).size).toBeGreaterThan(250);
    expect([...new Set(svgs.map((svg) => svg.ink))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a path holds only path data, for any seed', () => {
    expect(avatarSvg('"><script>alert(1)</script>').path).toMatch(/^[MLAz0-9 ]+$/);
    expect(avatarSvg('').path).toMatch(/^[MLAz0-9 ]+$/);
  });
});
