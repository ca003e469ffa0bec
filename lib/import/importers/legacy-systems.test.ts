import { expect, test } from 'vitest';
import { withAppended } from '@/lib/redirects/legacy-systems';
import { legacyAddresses } from './legacy-addresses';

test.each([
  ['/2012/01/boats/feed', '/2012/01/boats', '/rss.xml'],
  ['/category/harbour/feed/atom', '/category/harbour', '/feed.xml'],
  ['/author/ada/rss', '/author/ada', '/rss.xml'],
  ['/boats/feed/rdf', '/boats', '/rss.xml'],
  ['/boats/feed/json', '/boats', '/feed.json'],
  ['/boats/amp', '/boats', ''],
  ['/boats/embed', '/boats', ''],
  ['/boats/trackback', '/boats', ''],
  ['/boats/comment-page-3', '/boats', ''],
  ['/boats/comment-page-3/feed', '/boats', '/rss.xml'],
  ['/boats/comment-page-3/amp', '/boats', ''],
  ['/boats/feed/amp', '/boats', '/rss.xml'],
  ['/category/harbour/page/2', '/category/harbour', ''],
  ['/posts/boats/index.html', '/posts/boats', ''],
  ['/tags/boats/index.xml', '/tags/boats', '/rss.xml'],
  ['/blog/page3', '/blog', ''],
  ['/p/boats/comments', '/p/boats', ''],
])('%s is a form of %s', (path, base, append) =>
  expect(legacyAddresses.withoutSuffix(path)).toMatchObject({ base, append }),
);

test.each([
  ['/boats/comment-page-3', 3],
  ['/boats/comment-page-12/amp', 12],
  ['/boats/comment-page-0', null],
  ['/boats/page/2', null],
  ['/boats/feed', null],
])('%s names page %s of the comments', (path, commentPage) =>
  expect(legacyAddresses.withoutSuffix(path)).toMatchObject({
    base: '/boats',
    comments: commentPage === null ? null : { page: commentPage, perPage: 50 },
  }),
);

test.each(['/boats', '/feed', '/amp', '/page/2', '/', '/boats/comment-page-x', '/feeding', '/boats/amplifier'])(
  '%s is a page of its own',
  (path) => expect(legacyAddresses.withoutSuffix(path)).toBeNull(),
);

test.each([
  ['/2014/05/06', '/2014/05'],
  ['/?m=201405', '/2014/05'],
  ['/?m=20140506', '/2014/05'],
  ['/?m=2014', '/2014'],
  ['/?s=blue+door', '/search?q=blue+door'],
  ['/?feed=comments-rss2', '/comments/rss.xml'],
  ['/?feed=constructor', null],
  ['/feed', '/rss.xml'],
  ['/rss', '/rss.xml'],
  ['/atom', '/feed.xml'],
  ['/feed/rdf', '/rss.xml'],
  ['/wp-rss2.php', '/rss.xml'],
  ['/wp-atom.php', '/feed.xml'],
  ['/wp-commentsrss2.php', '/comments/rss.xml'],
  ['/comments/feed', '/comments/rss.xml'],
  ['/comments/feed/atom', '/comments/feed.xml'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
  ['/wp-sitemap-posts-post-1.xml', '/sitemap.xml'],
  ['/post-sitemap2.xml', '/sitemap.xml'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ['/sitemap.xml', null],
  ['/posts/index.xml', '/rss.xml'],
  ['/feed/feed.xml', '/feed.xml'],
  ['/apple-touch-icon-120x120-precomposed.png', '/apple-touch-icon.png'],
  ['/apple-touch-icon.png', null],
  ['/?m=soon', null],
  ['/2014/05', null],
  ['/2014/05/06/boats', null],
  ['/constructor', null],
])('%s means %s here', (path, to) => expect(legacyAddresses.replacementOf(path)).toBe(to));

test.each([
  ['/?name=boats', '/boats'],
  ['/?pagename=about', '/about'],
  ['/?category_name=harbour', '/tag/harbour'],
  ['/?tag=harbour', '/tag/harbour'],
  ['/?author_name=ada', '/author/ada'],
  ['/?p=3', null],
  ['/?category_name=a/b', null],
])('%s names %s', (path, to) => expect(legacyAddresses.pathOfSubject(path.slice(2))).toBe(to));

test.each(['/wp-login.php', '/xmlrpc.php', '/wp-admin', '/wp-admin/post.php', '/wp-json/wp/v2/posts'])(
  '%s is gone for good',
  (path) => expect(legacyAddresses.isRetired(path)).toBe(true),
);

test.each(['/wp-content/uploads/2024/03/a.jpg', '/wp-admin-tips', '/xmlrpc'])('%s is not', (path) =>
  expect(legacyAddresses.isRetired(path)).toBe(false),
);

test.each([
  ['/', '/rss.xml', '/rss.xml'],
  ['/boats', '/rss.xml', '/boats/rss.xml'],
  ['/boats', '', '/boats'],
  ['/search?q=boats', '/rss.xml', '/search?q=boats'],
  ['/uploads/2024/a.jpg', '/rss.xml', '/uploads/2024/a.jpg'],
  ['https://elsewhere.example/x', '/rss.xml', 'https://elsewhere.example/x'],
])('%s with %s is %s', (to, append, whole) => expect(withAppended(to, append)).toBe(whole));
