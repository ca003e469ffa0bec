import 'server-only';
import { readDb } from '@/lib/database/db';
import { isReserved } from '@/lib/posts/publishing/slugs';

/** No site stands deeper in its host. */
const MAX_DEPTH = 6;

/**
 * A path as it was within an old site that stood in a folder of its host, as imports have learned it; null for any other.
 * `marks`: what imports keep below each such folder.
 */
export async function withinOldFolder(path: string, marks: readonly string[]): Promise<string | null> {
  const parts = path.split('/').slice(1, MAX_DEPTH + 1);
  if (isReserved(parts[0] ?? '')) return null;
  const folders = parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`);
  const rows = await readDb.redirect.findMany({
    where: { from: { in: folders.flatMap((folder) => marks.map((mark) => folder + mark)) }, source: 'import' },
    select: { from: true },
  });
  // A site may have stood in a folder of another one.
  const folder = folders.findLast((one) => rows.some(({ from }) => marks.some((mark) => from === one + mark)));
  return folder === undefined ? null : path.slice(folder.length) || '/';
}
