import { findActor, clearSessionCookie } from '@/lib/auth/session';
import { findCurrentUser } from '@/lib/users/queries';

export const dynamic = 'force-dynamic';

/**
 * The current user (null: signed out), for the islands of public pages. They request it only if the hint cookie is set.
 */
export async function GET() {
  const actor = await findActor();
  const me = actor && (await findCurrentUser(actor));
  if (!me) await clearSessionCookie();
  return Response.json(me, { headers: { 'Cache-Control': 'private, no-store' } });
}
