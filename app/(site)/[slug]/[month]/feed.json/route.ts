import { timeFeed } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/[slug]/[month]/feed.json'>) {
  const { slug, month } = await params;
  return timeFeed(slug, month, 'json');
}
