import { authorFeed } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/author/[slug]/feed.xml'>) {
  return authorFeed((await params).slug, 'atom');
}
