import { findActor } from '@/lib/auth/session';
import { findLikesFor, noLikes } from '@/lib/comments/like-queries';
import { findViewerOfThread } from '@/lib/comments/viewer-state';

export const dynamic = 'force-dynamic';

/** The viewer's comments, permissions and likes in a post's thread, for the public page's island. */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams;
  const postId = asked.get('post') ?? '';
  const ids = (asked.get('ids') ?? '').split(',').filter(Boolean);
  const actor = await findActor();
  const [viewer, likes] = actor
    ? await Promise.all([findViewerOfThread(actor, postId), findLikesFor(actor, postId, ids)])
    : [null, noLikes];
  return Response.json({ viewer, likes }, { headers: { 'Cache-Control': 'private, no-store' } });
}
