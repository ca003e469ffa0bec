import 'server-only';
import { readDb } from '@/lib/database/db';
import { isReserved } from '@/lib/posts/publishing/slugs';

const MAX_DEPTH = 6;

/** A path relative to the old site's folder, known from imports by `marks`; null without one. */
export async function withinOldFolder(path: string, marks: readonly string[]): Promise<string | null> {
  const parts = path.split('/').slice(1, MAX_DEPTH + 1);
  if (isReserved(parts[0] ?? '')) return null;
  const folders = parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`);
  const rows = await readDb.redirect.findMany({
    where: { from: { in: folders.flatMap((folder) => marks.map((mark) => folder + mark)) }, source: 'import' },
    select: { from: true },
  });
  // The innermost: a site may have been in a folder of another.
  const folder = folders.findLast((one) => rows.some(({ from }) => marks.some((mark) => from === one + mark)));
  return folder === undefined ? null : path.slice(folder.length) || '/';
}
