import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { privateRoutes, publicRoutes, segmentsWith } from '@/lib/web/own-routes';

const manifest = join(process.cwd(), '.next/app-path-routes-manifest.json');
const privateSegments = new Set(segmentsWith('isPrivate'));
const shared = new Set(publicRoutes);

/** Each route with the addresses that it answers, in the order in which they are tried. */
type RouteTable = readonly { route: string; pattern: RegExp }[];

let built: RouteTable | undefined;

/**
 * Whether this address is the same for all visitors: only the routes listed as public are rendered without cookies and
 * cached. A route of the build that no list names is private.
 */
export function isPublicAddress(pathname: string, table: RouteTable = (built ??= routeTableOf(routesOfBuild()))) {
  if (privateSegments.has(pathname.split('/', 2)[1] ?? '')) return false;
  const route = table.find(({ pattern }) => pattern.test(pathname))?.route;
  return route === undefined || shared.has(route);
}

/** The routes of the build, and those that are known without one. */
export function routeTableOf(routes: readonly string[]): RouteTable {
  return [...new Set([...routes, ...publicRoutes, ...privateRoutes])]
    .toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))
    .map((route) => ({ route, pattern: patternOf(route) }));
}

/** None without a build, as in unit tests. */
export function routesOfBuild(): string[] {
  if (!existsSync(manifest)) return [];
  return Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
}

export function patternOf(route: string) {
  const parts = route
    .split('/')
    .map((part) => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : part.replace(/\W/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

// As Next chooses: part by part, a fixed one before one that varies, and what takes all the rest comes last.
function rankOf(route: string) {
  return route
    .split('/')
    .map((part) => (part.startsWith('[...') ? '2' : part.startsWith('[') ? '1' : '0'))
    .join('');
}

/** The address of a post or comment in another system that used queries; null if the query is not such a one. */
export function foreignAddressOf({ pathname, search }: { pathname: string; search: string }): string | null {
  const query = legacyAddresses.canonicalQuery(search);
  return query ? pathname + query : null;
}

const FEED_PAGES = '/feeds/page';
const feed = /\/(?:feed|rss)\.xml$/;

export function isFeedAddress(pathname: string) {
  return feed.test(pathname);
}

/** Whether an address would be that of a feed if there were one, in any form that feeds have. */
export function wouldBeFeed(pathname: string) {
  return isFeedAddress(pathname) || pathname.endsWith('/feed.json');
}

export function pageOfFeed(pathname: string) {
  return FEED_PAGES + pathname;
}

/** The parsed target, with dots resolved and slashes merged, or null if it is invalid. */
export function parseTarget(target: string | undefined): { pathname: string; search: string } | null {
  // "//host/page" and "http://host/page" are pages of this site: nothing may read a host out of the target.
  const local = (target ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/^[/\\]*/, '/');
  if (!URL.canParse(local, 'http://localhost')) return null;
  const { pathname, search } = new URL(local, 'http://localhost');
  return { pathname: decodable(pathname.replace(/\/{2,}/g, '/')), search };
}

// Next answers 500 where percent signs are malformed ("/50%"). Escaped, it is an address without a page.
function decodable(pathname: string) {
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return pathname.replaceAll('%', '%25');
  }
}
