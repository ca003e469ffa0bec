import { ownSegments, segmentsWith } from '@/lib/web/own-routes';

const closed = segmentsWith('isPrivate')
  .filter((segment) => segment !== '_next')
  .map((segment) => `/${segment}${ownSegments[segment]?.isFolder ? '/' : ''}`);

/** /robots.txt: disallowed paths, the sitemap and the owner's lines. */
export function robotsText(siteUrl: string, ownLines: string) {
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    ...(ownLines.trim() ? [ownLines.trim(), ''] : []),
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n');
}
