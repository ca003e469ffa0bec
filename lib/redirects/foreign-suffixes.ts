/** What other systems append to the address of a page, what answers it here, and which page of its comments it names. */
export type Suffixed = { base: string; append: string; commentPage: number | null };

/** Tails may follow each other ("/boats/comment-page-2/feed"), but hardly more often than this. */
const MOST_TAILS = 4;

const tails: [RegExp, string][] = [
  [/\/(?:feed\/|rss\/)?(?:feed|rss2?|rdf)$/, '/rss.xml'],
  [/\/(?:feed\/)?atom$/, '/feed.xml'],
  [/\/feed\/json$/, '/feed.json'],
  [/\/(?:amp|embed|trackback)$/, ''],
  [/\/comment-page-(\d{1,6})$/, ''],
  [/\/page\/\d{1,6}$/, ''],
];

/** Addresses that other systems have once for the whole site, and what answers them here. */
const wholeSite: Record<string, string> = {
  ...Object.fromEntries(
    [
      '/feed',
      '/rss',
      '/rss2',
      '/feed/rss',
      '/feed/rss2',
      '/feed/rdf',
      '/rdf',
      '/index.xml',
      '/feeds/posts/default',
      '/wp-feed.php',
      '/wp-rss.php',
      '/wp-rss2.php',
      '/wp-rdf.php',
    ].map((path) => [path, '/rss.xml']),
  ),
  ...Object.fromEntries(['/atom', '/atom.xml', '/feed/atom', '/wp-atom.php'].map((path) => [path, '/feed.xml'])),
  '/feed/json': '/feed.json',
  '/comments/feed': '/comments/rss.xml',
  '/wp-commentsrss2.php': '/comments/rss.xml',
  '/comments/feed/rss': '/comments/rss.xml',
  '/comments/feed/rss2': '/comments/rss.xml',
  '/comments/feed/atom': '/comments/feed.xml',
  '/feeds/comments/default': '/comments/rss.xml',
};

/** What WordPress answers /?feed=… with. */
const feedsByName: Record<string, string> = {
  feed: '/rss.xml',
  rss: '/rss.xml',
  rss2: '/rss.xml',
  rdf: '/rss.xml',
  atom: '/feed.xml',
  json: '/feed.json',
  'comments-rss2': '/comments/rss.xml',
  'comments-atom': '/comments/feed.xml',
};

const foreignSitemap =
  /^\/(?:wp-sitemap|sitemap_index|sitemap-index|[a-z_-]+-sitemap\d*|sitemap-[a-z0-9-]+)[a-z0-9-]*\.xml$/;

/** The machinery of other systems: no reader and no search engine has a use for it, and scanners need not ask again. */
const machinery =
  /^\/(?:wp-login\.php|xmlrpc\.php|wp-cron\.php|wp-trackback\.php|wp-(?:admin|includes|json)(?:\/.*)?)$/;

/** The page that an address is a form of, and what its new address needs at the end; null if it is none. */
export function withoutForeignSuffix(path: string): Suffixed | null {
  let base = path;
  let append = '';
  let commentPage: number | null = null;
  for (let count = 0; count < MOST_TAILS; count += 1) {
    const tail = tails.find(([pattern]) => pattern.test(base));
    const shorter = tail && base.replace(tail[0], '');
    if (!shorter) break;
    commentPage ??= Number(tail[0].exec(base)?.[1]) || null;
    base = shorter;
    append ||= tail[1];
  }
  return base === path ? null : { base, append, commentPage };
}

/** What other systems' addresses of a day, a month, a search or a feed mean here, whatever was imported; else null. */
export function withoutForeignShape(path: string): string | null {
  const [, year, month] = /^\/(\d{4})\/(\d\d)\/\d\d$/.exec(path) ?? /^\/\?m=(\d{4})(\d\d)?(?:\d\d)?$/.exec(path) ?? [];
  if (year) return month ? `/${year}/${month}` : `/${year}`;
  const words = /^\/\?s=([^&]+)$/.exec(path)?.[1];
  if (words) return `/search?q=${words}`;
  const feed = /^\/\?feed=([a-z0-9-]+)$/.exec(path)?.[1];
  if (feed) return feedByName(feed);
  if (Object.hasOwn(wholeSite, path)) return wholeSite[path]!;
  if (/^\/apple-touch-icon-[a-z0-9-]+\.png$/.test(path)) return '/apple-touch-icon.png';
  return foreignSitemap.test(path) ? '/sitemap.xml' : null;
}

/** The present address of what other systems name by its slug in a query; whether anything is there is another question. */
export function ofForeignQuery(path: string): string | null {
  const [, kind, slug] = /^\/\?(name|pagename|tag|category_name|author_name)=([^&/]+)$/.exec(path) ?? [];
  if (!kind || !slug) return null;
  if (kind === 'author_name') return `/author/${slug}`;
  return kind === 'name' || kind === 'pagename' ? `/${slug}` : `/tag/${slug}`;
}

/** The feed of the site that another system calls so. */
export function feedByName(name: string): string | null {
  return Object.hasOwn(feedsByName, name) ? feedsByName[name]! : null;
}

/** Whether an address belongs to the machinery of another system, and so is gone for good. */
export function isForeignMachinery(path: string) {
  return machinery.test(path);
}

/** The address of a feed of what is at `to`; an address that has none of its own leads to the page itself. */
export function withAppended(to: string, append: string) {
  if (append === '' || /[?#:.]/.test(to)) return to;
  return to === '/' ? append : to + append;
}
