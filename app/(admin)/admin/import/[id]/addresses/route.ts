import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { findImport, listRedirects } from '@/lib/import/queries';

/** All old addresses with their new ones, as a table for spreadsheets and web servers. */
export async function GET(_request: Request, { params }: RouteContext<'/admin/import/[id]/addresses'>) {
  const actor = await findActor();
  const batch = can(actor, 'import.run') ? await findImport((await params).id) : null;
  if (!batch) return new Response('Page not found.\n', { status: 404 });
  return new Response(stream(batch.id), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="addresses-${batch.id}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

function stream(batchId: string) {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode('old,new\r\n'));
      for await (const rows of listRedirects(batchId)) {
        controller.enqueue(encoder.encode(rows.map(({ from, to }) => `${cell(from)},${cell(to)}\r\n`).join('')));
      }
      controller.close();
    },
  });
}

// Addresses begin with a slash, so spreadsheets do not treat them as formulas.
function cell(text: string) {
  return `"${text.replaceAll('"', '""')}"`;
}
