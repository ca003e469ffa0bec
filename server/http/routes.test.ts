import { expect, test } from 'vitest';
import { parseTarget } from './routes';

const pathOf = (target: string) => parseTarget(target)?.pathname;

test.each(['/%', '/50%', '/%zz', '/%E0%A4%A', '/caf%E9', '/tag/%FF', '/%ED%A0%80', '/a%2', '/admin/%C0%AE'])(
  'the percent signs of %s stand for themselves, so that whoever decodes it can',
  (target) => {
    expect(decodeURIComponent(pathOf(target)!)).toBe(target);
  },
);

test.each(['/%E4%BA%AC%E9%83%BD', '/a%2Fb', '/%25', '/%00', '/100%25-sure'])(
  '%s stays as it was asked for',
  (target) => {
    expect(pathOf(target)).toBe(target);
  },
);

test('an address names no host, whatever it says', () => {
  expect(['//elsewhere.test/page', 'http://elsewhere.test/page', '/\\elsewhere.test/page'].map(pathOf)).toEqual([
    '/elsewhere.test/page',
    '/page',
    '/elsewhere.test/page',
  ]);
});
