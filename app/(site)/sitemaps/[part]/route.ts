import { parsePart, sitemapPart } from '@/lib/seo/sitemap';
import { plainAnswer } from '../../plain-answer';
import { readSitemap } from '../../reads';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/sitemaps/[part]'>) {
  const part = parsePart((await params).part);
  const entries = part ? await readSitemap(part.kind, part.number) : [];
  return plainAnswer(entries.length > 0 ? sitemapPart(entries) : '', 'application/xml; charset=utf-8');
}
