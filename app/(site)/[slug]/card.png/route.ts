import { drawnCard } from '@/lib/identity/drawing';
import { cardOf } from '@/lib/identity/social-card';
import { cardTitleOf } from '@/lib/seo/shared-texts';
import { plainAnswer } from '../../plain-answer';
import { readPost, readSite } from '../../reads';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The drawn social image of a published post without an image. */
export async function GET(_request: Request, { params }: RouteContext<'/[slug]/card.png'>) {
  const { slug } = await params;
  const [site, post] = await Promise.all([readSite(), readPost(slug)]);
  const card = post && cardOf(site.settings, post, cardTitleOf(post));
  if (!card) return plainAnswer('');
  const bytes = await drawnCard(post.id, card);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });
}
