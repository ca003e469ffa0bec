import { findActor, clearSessionCookie } from '@/lib/auth/session';
import { findCurrentUser } from '@/lib/users/queries';

export const dynamic = 'force-dynamic';

/** Who is signed in (null: nobody), for the islands of public pages. They ask only while the hint cookie is there. */
export async function GET() {
  const actor = await findActor();
  const me = actor && (await findCurrentUser(actor));
  if (!me) await clearSessionCookie();
  return Response.json(me, { headers: { 'Cache-Control': 'private, no-store' } });
}
