import { findActor } from '@/lib/auth/session';
import { findLikesFor } from '@/lib/comments/like-queries';

export const dynamic = 'force-dynamic';

/** What the viewer likes of the comments on a page, for its script. */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams;
  const ids = (asked.get('ids') ?? '').split(',').filter(Boolean);
  const actor = await findActor();
  const likes = actor && (await findLikesFor(actor, asked.get('post') ?? '', ids));
  return Response.json({ likes }, { headers: { 'Cache-Control': 'private, no-store' } });
}
