import { tagFeed } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/tag/[slug]/feed.json'>) {
  return tagFeed((await params).slug, 'json');
}
