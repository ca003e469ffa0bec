import { isPublicAddress, patternOf, routesOfBuild } from './routes';

let patterns: RegExp[] | undefined;

/** Other private addresses are answered like public ones that do not exist; Next would say "not found" with 200. */
export function isPrivatePage(pathname: string) {
  patterns ??= [...new Set(routesOfBuild())].filter((route) => !isPublicAddress(route)).map(patternOf);
  // Without a build, as in unit tests, nothing is turned away.
  return patterns.length === 0 || patterns.some((pattern) => pattern.test(pathname));
}
