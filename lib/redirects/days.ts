import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb } from '@/lib/database/db';

type Found = { move: { to: string; status: number } | null; tags: string[]; changesAt: null };

/** The redirect of another system's day archive: to its month, if that redirects here. Null otherwise. */
export async function findDay(from: string): Promise<Found | null> {
  const [, month = '', year = '', number = ''] = /^(\/.+\/(\d{4})\/(\d\d))\/\d\d$/.exec(from) ?? [];
  if (!month) return null;
  const row = await readDb.redirect.findUnique({ where: { from: month }, select: { to: true, status: true } });
  const move = row?.to === `/${year}/${number}` ? { to: row.to, status: row.status } : null;
  return { move, tags: [cacheTags.address(month)], changesAt: null };
}
