import type { NextRequest } from 'next/server';
import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { getSettings } from '@/lib/settings/queries';
import { readerTable, slotTable } from '@/lib/statistics/tables';

/** A table of the Dashboard, or with `slot` of that slot's page, for spreadsheets. */
export async function GET(request: NextRequest, { params }: RouteContext<'/admin/statistics/[table]'>) {
  const [{ table }, actor, { timeZone }] = await Promise.all([params, findActor(), getSettings()]);
  const slotId = request.nextUrl.searchParams.get('slot');
  const needed = slotId ? 'slots.edit' : table === 'posts' ? 'posts.write' : 'statistics.read';
  const isAllowed = actor !== null && can(actor, needed);
  const asked = isAllowed ? { actor, timeZone } : null;
  const csv = asked && (slotId ? await slotTable(table, slotId, asked) : await readerTable(table, asked));
  if (csv === null) return new Response('Page not found.\n', { status: 404 });
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${table}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
