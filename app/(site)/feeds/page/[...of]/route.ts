import { feedPage } from '../../../feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** What browsers are shown at the addresses of feeds; the server asks for it there. */
export async function GET(_request: Request, { params }: RouteContext<'/feeds/page/[...of]'>) {
  return feedPage((await params).of);
}
