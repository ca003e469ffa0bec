import { findActor } from '@/lib/auth/session';
import { findReactionsFor } from '@/lib/reactions/queries';

export const dynamic = 'force-dynamic';

/** What the viewer felt about a post, for the public page's island. */
export async function GET(request: Request) {
  const postId = new URL(request.url).searchParams.get('post') ?? '';
  const actor = await findActor();
  const reactions = actor && (await findReactionsFor(actor, postId));
  return Response.json({ reactions }, { headers: { 'Cache-Control': 'private, no-store' } });
}
