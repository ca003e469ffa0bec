import { findActor } from '@/lib/auth/session';
import { findViewerOfThread, type AnswerToViewer } from '@/lib/comments/viewer-state';
import { listMutedComments } from '@/lib/mutes/queries';

export const dynamic = 'force-dynamic';

/** The viewer's comments and permissions in a post's thread, for the public page's island. */
export async function GET(request: Request) {
  const postId = new URL(request.url).searchParams.get('post') ?? '';
  const answer: AnswerToViewer = { viewer: await findViewer(postId) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
}

async function findViewer(postId: string) {
  const actor = await findActor();
  if (!actor) return null;
  const [viewer, muted] = await Promise.all([findViewerOfThread(actor, postId), listMutedComments(actor, postId)]);
  return { ...viewer, muted };
}
