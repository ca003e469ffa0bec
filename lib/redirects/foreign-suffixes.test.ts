import { expect, test } from 'vitest';
import { withoutForeignShape, withoutForeignSuffix } from './foreign-suffixes';

test.each([
  ['/2012/01/boats/feed', '/2012/01/boats', '/rss.xml'],
  ['/category/harbour/feed/atom', '/category/harbour', '/feed.xml'],
  ['/boats/amp', '/boats', ''],
  ['/boats/comment-page-3', '/boats', ''],
  ['/category/harbour/page/2', '/category/harbour', ''],
])('%s is a form of %s', (path, base, append) => expect(withoutForeignSuffix(path)).toEqual({ base, append }));

test.each(['/boats', '/feed', '/page/2', '/feed/atom', '/'])('%s is a page of its own', (path) =>
  expect(withoutForeignSuffix(path)).toBeNull(),
);

test.each([
  ['/2014/05/06', '/2014/05'],
  ['/?m=201405', '/2014/05'],
  ['/?m=20140506', '/2014/05'],
  ['/?m=2014', '/2014'],
  ['/?s=blue+door', '/search?q=blue+door'],
  ['/?m=soon', null],
  ['/2014/05', null],
  ['/2014/05/06/boats', null],
])('%s means %s here', (path, to) => expect(withoutForeignShape(path)).toBe(to));
