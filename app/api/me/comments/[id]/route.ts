import { findActor } from '@/lib/auth/session';
import { findEditableText } from '@/lib/comments/own-text';

export const dynamic = 'force-dynamic';

/** What the viewer typed in a comment of theirs, for the form that edits it where it stands. */
export async function GET(_request: Request, { params }: RouteContext<'/api/me/comments/[id]'>) {
  const [actor, { id }] = await Promise.all([findActor(), params]);
  const body = actor && (await findEditableText(actor, id));
  const status = body === null ? 404 : 200;
  return Response.json({ body }, { status, headers: { 'Cache-Control': 'private, no-store' } });
}
