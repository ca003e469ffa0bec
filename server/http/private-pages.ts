import { patternOf } from '@/lib/web/own-routes';
import { asOfOnePage, isPublicAddress, routesOfBuild } from './routes';

let patterns: RegExp[] | undefined;

/** Unknown private addresses get 404; Next would respond with 200. */
export function isPrivatePage(pathname: string) {
  patterns ??= [...new Set(routesOfBuild())].filter((route) => !isPublicAddress(route)).map(patternOf);
  // Without a build (unit tests) none is refused.
  return patterns.length === 0 || patterns.some((pattern) => pattern.test(asOfOnePage(pathname)));
}
