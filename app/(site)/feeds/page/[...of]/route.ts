import { feedPage } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The HTML page that the server sends to browsers at feed URLs. */
export async function GET(_request: Request, { params }: RouteContext<'/feeds/page/[...of]'>) {
  return feedPage((await params).of);
}
