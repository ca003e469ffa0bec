import type { LegacySystem } from './legacy-systems';

/** Site-wide addresses common to blog systems, and their replacements. */
const wholeSite: Record<string, string> = {
  '/rss': '/rss.xml',
  '/index.xml': '/rss.xml',
  '/feeds/posts/default': '/rss.xml',
  '/atom': '/feed.xml',
  '/atom.xml': '/feed.xml',
  '/feeds/comments/default': '/comments/rss.xml',
};
const sitemap = /^\/(?:sitemap_index|sitemap-index|[a-z_-]+-sitemap\d*|sitemap-[a-z0-9-]+)[a-z0-9-]*\.xml$/;

export const commonAddresses: LegacySystem = {
  suffixes: [
    { pattern: /\/rss$/, append: '/rss.xml' },
    { pattern: /\/atom$/, append: '/feed.xml' },
    { pattern: /\/amp$/, append: '' },
    { pattern: /\/page\/\d{1,6}$/, append: '' },
  ],
  replacementOf: (path) => {
    const [, year, month] = /^\/(\d{4})\/(\d\d)\/\d\d$/.exec(path) ?? [];
    if (year) return `/${year}/${month}`;
    if (Object.hasOwn(wholeSite, path)) return wholeSite[path] ?? null;
    if (/^\/apple-touch-icon-[a-z0-9-]+\.png$/.test(path)) return '/apple-touch-icon.png';
    return sitemap.test(path) ? '/sitemap.xml' : null;
  },
};
