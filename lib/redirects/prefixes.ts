import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb } from '@/lib/database/db';
import { ownSegmentOf } from '@/lib/web/own-routes';
import type { Redirection } from './queries';
import { prefixesOf, withRest } from './redirect';
import { targetOf, targetSelect } from './stored-rules';

/** The redirect of a folder above an address, the nearest if there are several; it keeps the rest of the path. */
export async function findPrefix(path: string): Promise<Redirection> {
  const folders = ownSegmentOf(path) ? [] : prefixesOf(path).filter((folder) => folder !== path);
  const tags = folders.map((folder) => cacheTags.address(folder));
  const none = { move: null, tags, changesAt: null };
  if (folders.length === 0) return none;
  const rows = await readDb.redirect.findMany({
    where: { from: { in: folders }, kind: 'prefix' },
    select: { id: true, from: true, status: true, ...targetSelect },
  });
  const from = folders.find((folder) => rows.some((row) => row.from === folder));
  const row = rows.find((one) => one.from === from);
  if (!row) return none;
  const { id, status } = row;
  const to = status === 410 ? '' : withRest(targetOf(row), path.slice(row.from.length));
  return { ...none, move: { to, status }, isKnown: true, rule: { id, isBelow: true } };
}
