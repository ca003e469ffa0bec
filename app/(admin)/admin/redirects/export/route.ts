import { can, type Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { exportRedirects } from '@/lib/redirects/admin-queries';
import { redirectColumns } from '@/lib/redirects/redirect-table';
import { writeRows } from '@/lib/statistics/csv';

/** All redirects, as a table that can be imported. */
export async function GET() {
  const actor = await findActor();
  if (!actor || !can(actor, 'settings.edit')) return new Response('Page not found.\n', { status: 404 });
  return new Response(stream(actor), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="redirects.csv"',
      'Cache-Control': 'private, no-store',
    },
  });
}

function stream(actor: Actor) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode(writeRows([redirectColumns])));
      for await (const redirects of exportRedirects(actor)) {
        const rows = redirects.map(({ from, to, status, kind }) => [from, to, status, kind]);
        controller.enqueue(encoder.encode(writeRows(rows)));
      }
      controller.close();
    },
  });
}
