import { patternOf } from '@/lib/web/own-routes';
import { paths } from '@/lib/web/paths';
import { asOfOnePage, isPublicAddress, routesOfBuild } from './routes';

/** Takes minutes, so that it must not keep a place for pages. */
export function isLongDownload(url = '') {
  return url.split('?')[0] === paths.admin.exportFile();
}

let patterns: RegExp[] | undefined;

/** Unknown private addresses get 404; Next would respond with 200. */
export function isPrivatePage(pathname: string) {
  patterns ??= [...new Set(routesOfBuild())].filter((route) => !isPublicAddress(route)).map(patternOf);
  // Without a build (unit tests) none is refused.
  return patterns.length === 0 || patterns.some((pattern) => pattern.test(asOfOnePage(pathname)));
}
