import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb } from '@/lib/database/db';
import { MAX_DEPTH } from '@/lib/posts/publishing/slugs';
import { publicWhere } from '@/lib/posts/visibility';
import { ownSegmentOf } from '@/lib/web/own-routes';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { Redirection } from './queries';
import { prefixesOf, withRest } from './redirect';
import { targetOf, targetSelect } from './stored-rules';

// A post or page in a folder stands before the rule for all that is gone from there.
function slugsIn(path: string) {
  const parts = path.split('/').slice(1, MAX_DEPTH + 1);
  return parts.flatMap((_, at) => percentDecoded(parts.slice(0, at + 1).join('/'))?.normalize('NFC') ?? []).slice(1);
}

async function isTaken(slugs: string[]) {
  if (slugs.length === 0) return false;
  return (await readDb.post.count({ where: { slug: { in: slugs }, ...publicWhere() } })) > 0;
}

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
  const here = slugsIn(path);
  if (await isTaken(here)) return { ...none, tags: [...tags, ...here.map(cacheTags.address)] };
  const { id, status } = row;
  const to = status === 410 ? '' : withRest(targetOf(row), path.slice(row.from.length));
  return {
    ...none,
    tags: [...tags, ...here.map(cacheTags.address)],
    move: { to, status },
    isKnown: true,
    rule: { id, isBelow: true },
  };
}
