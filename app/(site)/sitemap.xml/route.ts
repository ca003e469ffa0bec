import { paths } from '@/lib/paths';
import { partNames, sitemapIndex, sitemapKinds } from '@/lib/seo/sitemap';
import { plainAnswer } from '../plain-answer';
import { readSite, readSitemapCounts } from '../reads';

export const dynamic = 'force-static';

export async function GET() {
  const [{ siteUrl }, counts] = await Promise.all([readSite(), readSitemapCounts()]);
  const parts = sitemapKinds.flatMap((kind) => partNames(kind, counts[kind]));
  return plainAnswer(
    sitemapIndex(parts.map((part) => siteUrl + paths.sitemap(part))),
    'application/xml; charset=utf-8',
  );
}
