import type { NextRequest } from 'next/server';
import { can, type Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { postTable, readerTable, slotTable } from '@/lib/statistics/tables';

/** A table of the Dashboard, or with `slot` or `post` of that one's page, for spreadsheets. */
export async function GET(request: NextRequest, { params }: RouteContext<'/admin/statistics/[table]'>) {
  const [{ table }, actor, { timeZone }] = await Promise.all([params, findActor(), getSettings()]);
  const slotId = request.nextUrl.searchParams.get('slot');
  const postId = request.nextUrl.searchParams.get('post');
  const needed = slotId ? 'slots.edit' : table === 'posts' || postId ? 'posts.write' : 'statistics.read';
  const isAllowed = actor !== null && can(actor, needed);
  const asked = isAllowed ? { actor, timeZone } : null;
  const csv = asked && (await tableOf(asked, { table, slotId, postId }));
  if (csv === null) return new Response('Page not found.\n', { status: 404 });
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${table}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

type Wanted = { table: string; slotId: string | null; postId: string | null };

async function tableOf(asked: { actor: Actor; timeZone: string }, { table, slotId, postId }: Wanted) {
  if (slotId) return slotTable(table, slotId, asked);
  if (!postId) return readerTable(table, asked);
  try {
    return await postTable(table, postId, asked);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
