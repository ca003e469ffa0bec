import { tagFeed } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/tag/[slug]/rss.xml'>) {
  return tagFeed((await params).slug, 'rss');
}
