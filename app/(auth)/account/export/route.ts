import { findActor } from '@/lib/auth/session';
import { paths } from '@/lib/web/paths';
import { exportOwnData } from '@/lib/users/own-data';

export const dynamic = 'force-dynamic';

/** All personal data of the current user, as one file. */
export async function GET() {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 303, headers: { Location: paths.signIn(paths.account()) } });
  const data = await exportOwnData(actor);
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}
