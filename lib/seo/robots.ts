import type { Settings } from '@/lib/settings/settings';
import { ownSegments, segmentsWith } from '@/lib/web/own-routes';

const closed = segmentsWith('isPrivate')
  .filter((segment) => segment !== '_next')
  .map((segment) => `/${segment}${ownSegments[segment]?.isFolder ? '/' : ''}`);

/**
 * /robots.txt: disallowed paths, the sitemap and the owner's lines. A site that search engines are asked not to list has no
 * sitemap, but disallows no page more: only a page that may be read can say that it is not to be listed.
 */
export function robotsText(siteUrl: string, { robots, hidesFromSearch }: Pick<Settings, 'robots' | 'hidesFromSearch'>) {
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    ...(robots.trim() ? [robots.trim(), ''] : []),
    ...(hidesFromSearch ? [] : [`Sitemap: ${siteUrl}/sitemap.xml`, '']),
  ].join('\n');
}
