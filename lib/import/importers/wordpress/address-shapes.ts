import type { LegacyImage, LegacySuffix } from '@/lib/redirects/legacy-systems';
import { CONVERSATIONS_PER_PAGE } from './query-addresses';

export const suffixes: readonly LegacySuffix[] = [
  { pattern: /\/(?:feed\/|rss\/)?(?:feed|rss2?|rdf)$/, append: '/rss.xml' },
  { pattern: /\/(?:feed\/)?atom$/, append: '/feed.xml' },
  { pattern: /\/feed\/json$/, append: '/feed.json' },
  { pattern: /\/(?:embed|trackback)$/, append: '' },
  { pattern: /\/comment-page-(\d{1,6})$/, append: '', commentsPerPage: CONVERSATIONS_PER_PAGE },
];

const wholeSite: Record<string, string> = {
  '/feed': '/rss.xml',
  '/rss2': '/rss.xml',
  '/rdf': '/rss.xml',
  '/wp-feed.php': '/rss.xml',
  '/wp-rss.php': '/rss.xml',
  '/wp-rss2.php': '/rss.xml',
  '/wp-rdf.php': '/rss.xml',
  '/wp-atom.php': '/feed.xml',
  '/wp-commentsrss2.php': '/comments/rss.xml',
  '/feed/rss': '/rss.xml',
  '/feed/rss2': '/rss.xml',
  '/feed/rdf': '/rss.xml',
  '/feed/atom': '/feed.xml',
  '/feed/json': '/feed.json',
  '/comments/feed': '/comments/rss.xml',
  '/comments/feed/rss': '/comments/rss.xml',
  '/comments/feed/rss2': '/comments/rss.xml',
  '/comments/feed/atom': '/comments/feed.xml',
};

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

/** Addresses that readers and search engines do not need. */
const machinery =
  /^\/(?:wp-login\.php|xmlrpc\.php|wp-cron\.php|wp-trackback\.php|wp-(?:admin|includes|json)(?:\/.*)?)$/;

/** The fixed replacement for a date archive, search or feed address, or null. */
export function replacementOf(path: string): string | null {
  const [, year, month] = /^\/\?m=(\d{4})(\d\d)?(?:\d\d)?$/.exec(path) ?? [];
  if (year) return month ? `/${year}/${month}` : `/${year}`;
  const words = /^\/\?s=([^&]+)$/.exec(path)?.[1];
  if (words) return `/search?q=${words}`;
  const feed = /^\/\?feed=([a-z0-9-]+)$/.exec(path)?.[1];
  if (feed) return feedNamed(feed);
  return Object.hasOwn(wholeSite, path) ? (wholeSite[path] ?? null) : null;
}

/** The current address of what a query names by slug. */
export function pathOfSubject(subject: string): string | null {
  const [, kind, slug] = /^(name|pagename|tag|category_name|author_name)=([^&/]+)$/.exec(subject) ?? [];
  if (!kind || !slug) return null;
  if (kind === 'author_name') return `/author/${slug}`;
  return kind === 'name' || kind === 'pagename' ? `/${slug}` : `/tag/${slug}`;
}

/** The path of the site feed with this WordPress name, or null. */
export function feedNamed(name: string): string | null {
  return Object.hasOwn(feedsByName, name) ? (feedsByName[name] ?? null) : null;
}

/** Whether an address belongs to WordPress's admin or API. */
export function isRetired(path: string) {
  return machinery.test(path);
}

/** Hosts without URL rewriting: "/index.php/2014/05/boats" and "/index.php?p=3". */
export function spellingsOf(path: string, search: string) {
  const plain = path.replace(/\/index\.php(?=\/|$)/, '') || '/';
  return search && path.endsWith('/index.php') ? [plain] : [...new Set([path, plain])];
}

const inUploads = /\/(?:wp-content\/uploads|wp-content\/blogs\.dir|files)\//;
const ending = /\.(?:jpe?g|png|gif|webp|avif)$/;
const size = /-(\d{1,5})x\d{1,5}$/;
/** WordPress appends these to the name of a processed image. */
const copies = ['', '-scaled', '-rotated'];

/** The original image of a resized address. */
export function imageAt(path: string): LegacyImage | null {
  const extension = ending.exec(path)?.[0];
  if (!extension || !inUploads.test(path)) return null;
  const name = path.slice(0, -extension.length);
  const width = Number(size.exec(name)?.[1] ?? 0);
  const base = name.replace(size, '');
  const original = base.replace(/-(?:scaled|rotated)$/, '');
  const wholes = [...new Set([base, ...copies.map((copy) => original + copy)])].map((one) => one + extension);
  return { wholes, width };
}
