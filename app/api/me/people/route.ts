import { findActor } from '@/lib/auth/session';
import { listMentionable } from '@/lib/comments/mentions/queries';

export const dynamic = 'force-dynamic';

/** Whom the viewer can mention in the thread of a post. */
export async function GET(request: Request) {
  const actor = await findActor();
  const postId = new URL(request.url).searchParams.get('post') ?? '';
  const people = actor ? await listMentionable(actor, postId) : [];
  return Response.json({ people }, { headers: { 'Cache-Control': 'private, no-store' } });
}
