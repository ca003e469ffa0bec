import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { ownSegmentOf, patternOf, privateRoutes, publicRoutes, segmentsWith } from '@/lib/web/own-routes';

const manifest = join(process.cwd(), '.next/app-path-routes-manifest.json');
const privateSegments = new Set(segmentsWith('isPrivate'));
const shared = new Set(publicRoutes);

/** The private addresses below a page that stands below others, or a post in a folder, whose own depth no route has. */
const belowNested =
  /^\/(?:(?!\d{4}\/)[^/]+(?:\/[^/]+){1,3}|\d{4}\/\d\d\/[^/]+)(\/(?:comments\/[^/]+(?:\/history)?|reactions|follow))$/;

/** In matching order. */
type RouteTable = readonly { route: string; pattern: RegExp }[];

let built: RouteTable | undefined;

/** Whether an address is the same for all visitors, hence cached. Unlisted routes are private. */
export function isPublicAddress(pathname: string, table: RouteTable = (built ??= routeTableOf(routesOfBuild()))) {
  if (privateSegments.has(pathname.split('/', 2)[1] ?? '')) return false;
  const address = asOfOnePage(pathname);
  const route = table.find(({ pattern }) => pattern.test(address))?.route;
  return route === undefined || shared.has(route);
}

/** An address below a page with parents as one below a page without: for routes, a page is one segment. */
export function asOfOnePage(pathname: string) {
  if (ownSegmentOf(pathname)) return pathname;
  const [, below] = belowNested.exec(pathname) ?? [];
  return below === undefined ? pathname : `/page-with-parents${below}`;
}

/** Includes routes that exist without a build. */
export function routeTableOf(routes: readonly string[]): RouteTable {
  return [...new Set([...routes, ...publicRoutes, ...privateRoutes])]
    .toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))
    .map((route) => ({ route, pattern: patternOf(route) }));
}

/** Empty without a build, as in unit tests. */
export function routesOfBuild(): string[] {
  if (!existsSync(manifest)) return [];
  return Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
}

// Next's precedence: static before dynamic, catch-all last.
function rankOf(route: string) {
  return route
    .split('/')
    .map((part) => (part.startsWith('[...') ? '2' : part.startsWith('[') ? '1' : '0'))
    .join('');
}

/** A post or comment address of a system that used queries; null for other queries. */
export function foreignAddressOf({ pathname, search }: { pathname: string; search: string }): string | null {
  const query = legacyAddresses.canonicalQuery(search);
  return query ? pathname + query : null;
}

const FEED_PAGES = '/feeds/page';
const feed = /\/(?:feed|rss)\.xml$/;

export function isFeedAddress(pathname: string) {
  return feed.test(pathname);
}

/** Whether it matches a feed's address, even of a feed that does not exist. */
export function wouldBeFeed(pathname: string) {
  return isFeedAddress(pathname) || pathname.endsWith('/feed.json');
}

export function pageOfFeed(pathname: string) {
  return FEED_PAGES + pathname;
}

/** Normalised; null if invalid. */
export function parseTarget(target: string | undefined): { pathname: string; search: string } | null {
  // Drops the host of "//host/page", so that it cannot be mistaken for ours.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  if (!URL.canParse(local, 'http://localhost')) return null;
  const { pathname, search } = new URL(local, 'http://localhost');
  return { pathname: decodable(pathname.replace(/\/{2,}/g, '/')), search };
}

// Next answers 500 to malformed percent signs ("/50%").
function decodable(pathname: string) {
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return pathname.replaceAll('%', '%25');
  }
}
