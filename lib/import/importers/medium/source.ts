import { readFile, stat } from 'node:fs/promises';
import { AppError } from '@/lib/platform/errors';
import { EntryReading } from '../../entries/entry-reading';
import { sourceOfEntries } from '../../entries/entry-source';
import { OldSite } from '../../entries/old-site';
import type { ExportFile, ImportSource, OpenRequest } from '../../importer';
import { isExport } from './importer';
import { readPost } from './posts';

const MAX_BYTES = 16 * 1024 * 1024;

/** Reads the file of each post. */
export async function openExport(
  files: readonly ExportFile[],
  { oldUrl, options, scratch }: OpenRequest,
): Promise<ImportSource> {
  const reading = new EntryReading(scratch);
  const sites = new Map<string, number>();
  let responses = 0;
  for (const { path, name } of files) {
    const where = name.split('/').at(-1) ?? name;
    if ((await stat(path)).size > MAX_BYTES) {
      reading.fail(where, 'It is larger than 16 MB, and was not read.');
      continue;
    }
    const bytes = await readFile(path);
    if (!isExport({ name, bytes }))
      throw new AppError(
        'invalid',
        `${where} is not a post as Medium exports it. Choose the zip as Medium made it. Nothing was imported.`,
      );
    const { entry, isResponse } = readPost(bytes.toString('utf8'), where);
    if (isResponse) responses += 1;
    if (isResponse && options.responses !== 'draft') continue;
    if (isResponse) reading.take({ ...entry, status: 'draft', publishAt: null });
    else if (reading.take(entry)) countSite(sites, entry.link ?? '');
  }
  if (responses > 0 && options.responses !== 'draft')
    reading.remarks.push(
      `${responses} files are responses to posts of others, and were left out. With “--responses draft” they come as drafts.`,
    );
  const [site = ''] = [...sites].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return sourceOfEntries(reading, { site: {}, address: new OldSite(oldUrl ?? site), format: {} });
}

/** Where most posts were: a domain of one's own, or a folder of Medium's. */
function countSite(sites: Map<string, number>, link: string) {
  const url = URL.parse(link);
  if (!url) return;
  const [first = ''] = url.pathname.split('/').filter(Boolean);
  const site =
    url.hostname === 'medium.com' && url.pathname.split('/').filter(Boolean).length > 1
      ? `${url.origin}/${first}`
      : url.origin;
  sites.set(site, (sites.get(site) ?? 0) + 1);
}
