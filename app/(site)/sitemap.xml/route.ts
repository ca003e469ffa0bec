import { paths } from '@/lib/web/paths';
import { partNames, sitemapIndex, sitemapKinds } from '@/lib/seo/sitemap';
import { plainAnswer } from '../plain-answer';
import { readSite, readSitemapOutline } from '../reads';

export const dynamic = 'force-static';

export async function GET() {
  const [{ siteUrl, settings }, outline] = await Promise.all([readSite(), readSitemapOutline()]);
  const kinds = settings.hidesFromSearch ? [] : sitemapKinds;
  const parts = kinds.flatMap((kind) => partNames(kind, outline[kind].total));
  return plainAnswer(
    sitemapIndex(parts.map((part) => siteUrl + paths.sitemap(part))),
    'application/xml; charset=utf-8',
  );
}
