import { findActor } from '@/lib/auth/session';
import { findViewerOfThread } from '@/lib/comments/viewer-state';

export const dynamic = 'force-dynamic';

/** The viewer's comments and permissions in a post's thread, for the public page's island. */
export async function GET(request: Request) {
  const postId = new URL(request.url).searchParams.get('post') ?? '';
  const actor = await findActor();
  const viewer = actor && (await findViewerOfThread(actor, postId));
  return Response.json({ viewer }, { headers: { 'Cache-Control': 'private, no-store' } });
}
