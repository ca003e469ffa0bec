import { expect, test } from 'vitest';
import { learnPrefix } from './list-addresses';

const isCategory = (slug: string) => slug === 'news';

test.each([
  [['/blog/a', '/blog/b', '/about-us'], '/blog'],
  [['/archives/1', '/archives/22'], '/archives'],
  [['/blog/2024/03/a', '/blog/2023/01/02/b'], '/blog'],
  [['/en/journal/a', '/en/journal/b'], '/en/journal'],
  [['/blog/news/a', '/blog/news/b', '/blog/boats/c'], '/blog'],
  [['/index.php/2024/03/a', '/index.php/2024/03/b'], '/index.php'],
  [['/news/a', '/news/b', '/boats/c'], ''],
  [['/news/a', '/news/b'], '/news'],
  [['/a', '/b'], ''],
  [['/2024/03/a', '/2024/03/b'], ''],
  [['/a', '/b', '/blog/c'], ''],
  [['/'], ''],
  [[], ''],
])('posts at %j stand below “%s”', (paths, prefix) => expect(learnPrefix(paths, isCategory)).toBe(prefix));
