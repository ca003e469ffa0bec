import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPublicAddress } from './routes';

const manifest = join(process.cwd(), '.next/app-path-routes-manifest.json');

let patterns: RegExp[] | undefined;

/** Other private addresses are answered like public ones that do not exist; Next would say "not found" with 200. */
export function isPrivatePage(pathname: string) {
  patterns ??= readPatterns();
  // Without a build, as in unit tests, nothing is turned away.
  return patterns.length === 0 || patterns.some((pattern) => pattern.test(pathname));
}

function readPatterns() {
  if (!existsSync(manifest)) return [];
  const routes = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
  return [...new Set(Object.values(routes))].filter((route) => !isPublicAddress(route)).map(patternOf);
}

function patternOf(route: string) {
  const parts = route
    .split('/')
    .map((part) => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : part.replace(/\W/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
