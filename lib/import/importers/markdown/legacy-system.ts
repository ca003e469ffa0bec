import type { LegacySystem } from '@/lib/redirects/legacy-systems';

const feeds: Record<string, string> = {
  '/feed/feed.xml': '/feed.xml',
  '/feed/feed.json': '/feed.json',
  '/index.json': '/feed.json',
  '/posts/index.xml': '/rss.xml',
  '/post/index.xml': '/rss.xml',
  '/blog/index.xml': '/rss.xml',
  '/blog/rss.xml': '/rss.xml',
  '/blog/feed.xml': '/feed.xml',
};

/** The addresses of site generators that the live site resolves. */
export const markdownAddresses = {
  suffixes: [
    { pattern: /\/index\.xml$/, append: '/rss.xml' },
    { pattern: /\/index\.html?$/, append: '' },
    { pattern: /\/page\d{1,4}$/, append: '' },
  ],
  replacementOf: (path) => (Object.hasOwn(feeds, path) ? (feeds[path] ?? null) : null),
} satisfies LegacySystem;
