import { paths } from '@/lib/paths';

const closed = [
  paths.admin.start(),
  paths.account(),
  '/api/',
  '/preview/',
  paths.search(),
  '/signin',
  '/signup',
  '/setup',
];

/** /robots.txt: what crawlers should leave alone, where the sitemap is, and the owner's own lines. */
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
