import { expect, test } from 'vitest';
import { withoutForeignSuffix } from './foreign-suffixes';

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
