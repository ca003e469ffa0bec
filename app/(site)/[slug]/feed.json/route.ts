import { postOrYearFeed } from '../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/[slug]/feed.json'>) {
  return postOrYearFeed((await params).slug, 'json');
}
