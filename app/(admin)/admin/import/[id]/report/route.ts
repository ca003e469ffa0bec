import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { findImport } from '@/lib/import/queries';
import { reportTable } from '@/lib/import/report/report-table';

/** The report of an import or preview as a table for spreadsheets. */
export async function GET(_request: Request, { params }: RouteContext<'/admin/import/[id]/report'>) {
  const actor = await findActor();
  const found = can(actor, 'import.run') ? await findImport((await params).id) : null;
  if (!found || !('report' in found.state)) return new Response('Page not found.\n', { status: 404 });
  return new Response(reportTable(found.state.report), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="report-${found.id}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
