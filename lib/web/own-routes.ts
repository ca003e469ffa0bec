type OwnSegment = {
  /** Rendered per visitor and closed to crawlers. */
  isPrivate?: true;
  isFolder?: true;
  isNoReturnTarget?: true;
  isFreeAlone?: true;
  metric?: string;
};

/** First path segments reserved for the site; years are reserved too. */
export const ownSegments: Readonly<Record<string, OwnSegment>> = {
  admin: { isPrivate: true, metric: 'admin' },
  account: { isPrivate: true, metric: 'account' },
  api: { isPrivate: true, isFolder: true, isNoReturnTarget: true, metric: 'api' },
  preview: { isPrivate: true, isFolder: true, metric: 'preview' },
  search: { isPrivate: true, metric: 'search' },
  signin: { isPrivate: true, isNoReturnTarget: true, metric: 'signin' },
  signup: { isPrivate: true, isNoReturnTarget: true, metric: 'signup' },
  setup: { isPrivate: true, isNoReturnTarget: true, metric: 'setup' },
  _next: { isPrivate: true, isFolder: true, isNoReturnTarget: true, metric: 'files' },
  _s: { isFolder: true, metric: 'slots' },
  uploads: { isFolder: true, metric: 'uploads' },
  healthz: { metric: 'health' },
  readyz: { metric: 'health' },
  metrics: { metric: 'health' },
  archive: { metric: 'lists' },
  'media-kit': { metric: 'lists' },
  corrections: { metric: 'lists' },
  page: { isFolder: true, metric: 'lists' },
  tag: { isFolder: true, metric: 'tag' },
  author: { isFolder: true, metric: 'author' },
  series: { isFolder: true, isFreeAlone: true, metric: 'lists' },
  comments: { isFolder: true, isFreeAlone: true, isNoReturnTarget: true },
  feeds: { isFolder: true, isFreeAlone: true },
  'feed.xml': {},
  'feed.json': {},
  'feed.css': {},
  'looks.css': {},
  'own.css': {},
  'rss.xml': {},
  'sitemap.xml': { metric: 'crawlers' },
  sitemaps: { isFolder: true, isFreeAlone: true, metric: 'crawlers' },
  'robots.txt': { metric: 'crawlers' },
  'ads.txt': { metric: 'crawlers' },
  'app-ads.txt': { metric: 'crawlers' },
  'manifest.webmanifest': {},
  'favicon.ico': {},
  'icon.svg': {},
  'icon-192.png': {},
  'icon-512.png': {},
  'apple-touch-icon.png': {},
  '.well-known': { isFolder: true },
};

const listForms = ['', '/page/[page]', '/feed.xml', '/rss.xml', '/feed.json'];

/** Rendered without cookies and cached; all other routes are private. */
export const publicRoutes: readonly string[] = [
  '/',
  '/page/[page]',
  ...listForms.map((form) => `/[slug]${form}`),
  ...listForms.map((form) => `/[slug]/[month]${form}`),
  ...listForms.map((form) => `/tag/[slug]${form}`),
  ...listForms.map((form) => `/author/[slug]${form}`),
  ...listForms.map((form) => `/series/[slug]${form}`),
  '/[slug]/card.png',
  '/[slug]/comments/page/[page]',
  '/[slug]/comments/by/[order]',
  '/[slug]/comments/by/[order]/[after]',
  '/archive',
  '/media-kit',
  ...listForms.map((form) => `/corrections${form}`),
  '/feed.xml',
  '/rss.xml',
  '/feed.json',
  '/comments/feed.xml',
  '/comments/rss.xml',
  '/comments/feed.json',
  '/feeds/page/[...of]',
  '/sitemap.xml',
  '/sitemaps/[part]',
  '/robots.txt',
  '/ads.txt',
  '/app-ads.txt',
  '/manifest.webmanifest',
  '/looks.css',
  '/own.css',
  '/icon.svg',
  '/favicon.ico',
  '/apple-touch-icon.png',
  '/icon-192.png',
  '/icon-512.png',
  '/.well-known/security.txt',
  '/_not-found',
  '/_global-error',
  '/[...path]',
];

export const privateRoutes: readonly string[] = [
  '/[slug]/comments/[id]',
  '/[slug]/comments/[id]/history',
  '/[slug]/reactions',
  '/[slug]/follow',
  '/comments/waiting',
  '/comments/by/[slug]',
  '/comments/sent',
  '/comments/publish',
  '/comments/report/[frame]',
  '/comments/reports/new/[comment]',
  '/comments/reports/[token]',
  '/corrections/suggest/[post]',
];

export function segmentsWith(fact: 'isPrivate' | 'isNoReturnTarget') {
  return Object.keys(ownSegments).filter((segment) => ownSegments[segment]?.[fact]);
}

/** What is known of the first part of an address; null if it is not the site's own. */
export function ownSegmentOf(pathname: string): OwnSegment | null {
  const segment = pathname.split('/', 2)[1] ?? '';
  return Object.hasOwn(ownSegments, segment) ? (ownSegments[segment] ?? null) : null;
}

/** Whether the site needs this very address for itself, whatever an old site had there. */
export function isNeededAddress(pathname: string) {
  if (pathname.indexOf('/', 1) !== -1) return false;
  const own = ownSegmentOf(pathname);
  return own ? !own.isFreeAlone : /^\/\d{4}$/.test(pathname);
}

/** Takes the password of a site that is for those who have it. */
export const SITE_PASSWORD = '/signin/site';

/** Answer everybody, whoever may see the site: they guard themselves, or hold nothing of it. */
const openRoutes = [
  '/admin',
  '/account',
  '/signin',
  '/signup',
  '/setup',
  '/_next',
  '/api/auth',
  '/api/bounces',
  '/api/unsubscribe',
  '/preview/reports',
  '/ads.txt',
  '/app-ads.txt',
  '/.well-known/security.txt',
  '/favicon.ico',
  '/icon.svg',
  '/icon-192.png',
  '/icon-512.png',
  '/apple-touch-icon.png',
];

/** Whether an address, or one above it, answers everybody even if the site is closed. */
export function isAlwaysOpen(pathname: string) {
  return openRoutes.some((route) => pathname === route || pathname.startsWith(`${route}/`));
}

/** What matches the addresses of a route with its changing parts in brackets. */
export function patternOf(route: string) {
  const parts = route
    .split('/')
    .map((part) => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : part.replace(/\W/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
