import { findActor, forgetSession } from '@/lib/auth/session';
import { findMe } from '@/lib/people/queries';

export const dynamic = 'force-dynamic';

/** Who is signed in (null: nobody), for the islands of public pages. They ask only while the hint cookie is there. */
export async function GET() {
  const actor = await findActor();
  const me = actor && (await findMe(actor));
  if (!me) await forgetSession();
  return Response.json(me, { headers: { 'Cache-Control': 'private, no-store' } });
}
