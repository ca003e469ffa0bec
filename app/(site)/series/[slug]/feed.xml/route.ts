import { seriesFeed } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/series/[slug]/feed.xml'>) {
  return seriesFeed((await params).slug, 'atom');
}
