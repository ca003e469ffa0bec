import 'server-only';
import { transaction } from '@/lib/database/db';
import { createSeriesNamed, findSeriesNamed } from '@/lib/posts/series/joining';
import { MAX_SERIES_DESCRIPTION, MAX_SERIES_TITLE } from '@/lib/posts/series/series';
import { nameOf } from '@/lib/text/visible-text';
import type { LibraryTarget } from '../../importer';
import type { SeriesLine } from './format';

/** Makes a series with its address, before posts join it by its title. A description that was written here stays. */
export async function takeSeries(line: SeriesLine, { importMap, write }: Pick<LibraryTarget, 'importMap' | 'write'>) {
  const title = [...nameOf(line.title)].slice(0, MAX_SERIES_TITLE).join('');
  const description = line.description.trim().slice(0, MAX_SERIES_DESCRIPTION);
  if (!write || title === '') return;
  await transaction(async (tx) => {
    const here = await findSeriesNamed(tx, title);
    if (here) {
      if (description) await tx.series.updateMany({ where: { id: here.id, description: '' }, data: { description } });
      return;
    }
    const { slug } = line;
    const isFree = /^[^/]+$/.test(slug) && !(await tx.series.findUnique({ where: { slug }, select: { id: true } }));
    await createSeriesNamed(tx, title, {
      importBatchId: importMap.batchId,
      description,
      ...(isFree ? { slug } : {}),
    });
  });
}
