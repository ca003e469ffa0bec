import { readFile, stat } from 'node:fs/promises';
import { AppError } from '@/lib/platform/errors';
import { readCsv } from '@/lib/redirects/csv-rows';
import type { EntryFields } from '../../entries/entry';
import { EntryReading } from '../../entries/entry-reading';
import { sourceOfEntries } from '../../entries/entry-source';
import { OldSite } from '../../entries/old-site';
import { placeIn, type ExportFile, type ImportSource, type OpenRequest } from '../../importer';
import { readLooseDate } from '../../reading/loose-dates';
import { plainLine } from '../../reading/plain-line';
import { originalOf, ownHtml } from './bodies';

const MAX_LIST_BYTES = 64 * 1024 * 1024;
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

type Row = ReadonlyMap<string, string>;

/** Reads the list of posts, and the text of each from the file that has its id. */
export async function openExport(
  files: readonly ExportFile[],
  { oldUrl, scratch }: OpenRequest,
): Promise<ImportSource> {
  const lists = files.filter(({ name }) => /\.csv$/i.test(name));
  if (lists.length === 0)
    throw new AppError('invalid', 'There is no posts.csv beside these texts. Choose the zip as Substack made it.');
  const reading = new EntryReading(scratch);
  const texts = new Map(files.map(({ name, path }) => [(name.split('/').at(-1) ?? '').replace(/\.html$/i, ''), path]));
  for (const list of lists) await readList(list, { texts, reading });
  const address = new OldSite(oldUrl ?? '');
  if (!address.baseUrl)
    reading.remarks.push(
      'The files do not say where the site was. With its old address, links and images that name it in full are recognised too.',
    );
  return sourceOfEntries(reading, {
    site: {},
    address,
    format: {
      htmlOf: ({ text }, note) => ownHtml(text, note),
      resolve: (given, { link }) => {
        const page = address.absolute(originalOf(given), link);
        return { file: page, page };
      },
    },
  });
}

type Known = { texts: ReadonlyMap<string, string>; reading: EntryReading };

async function readList(file: ExportFile, { texts, reading }: Known) {
  if ((await stat(file.path)).size > MAX_LIST_BYTES)
    throw new AppError(
      'too_large',
      `${file.name} is larger than 64 MB, which no list of posts is. Nothing was imported.`,
    );
  const [head, ...rows] = readCsv(await readFile(file.path, 'utf8'));
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  if (!names.includes('post_id'))
    throw new AppError(
      'invalid',
      `${file.name} is no list of posts: its first line has no post_id. Nothing was imported.`,
    );
  for (const { line, cells } of rows) {
    const row: Row = new Map(names.map((name, at) => [name, cells[at]?.trim() ?? '']));
    const where = placeIn(file, `line ${line}`);
    const id = row.get('post_id') ?? '';
    if (!/^\d+/.test(id)) {
      reading.fail(where, 'It has no post_id, so it was not imported.');
      continue;
    }
    const path = texts.get(id);
    if (path && (await stat(path)).size > MAX_TEXT_BYTES)
      reading.fail(where, 'It is larger than 16 MB, and was not read.');
    else reading.take(entryOf(row, { where, text: path ? await readFile(path, 'utf8') : null, reading }));
  }
}

type Place = { where: string; text: string | null; reading: EntryReading };

function entryOf(row: Row, { where, text, reading }: Place): EntryFields {
  const [, number = '', slug = ''] = /^(\d+)\.?(.*)$/.exec(row.get('post_id') ?? '') ?? [];
  const title = plainLine(row.get('title') ?? '');
  const named = `${where}, “${title.slice(0, 80) || 'without a title'}”`;
  const isPublished = /^true$/i.test(row.get('is_published') ?? '');
  const audience = row.get('audience') || 'everyone';
  const isForAll = audience === 'everyone';
  const given = row.get('post_date') ?? '';
  const date = readLooseDate(given);
  const sound = row.get('podcast_url') ?? '';
  if (text === null) reading.note(named, 'Its text is not in the archive, so it is empty.');
  if (given && !date) reading.note(named, `Its date cannot be read: ${given.slice(0, 60)}.`);
  if (isPublished && !isForAll)
    reading.note(named, `It was for members only (${audience.slice(0, 40)}), and is private here.`);
  if (row.get('type') === 'thread')
    reading.note(named, 'It was a discussion: what readers wrote in it is not in the export.');
  return {
    sourceId: number,
    where: named,
    type: row.get('type') === 'page' ? 'page' : 'post',
    status: !isPublished ? 'draft' : isForAll ? 'published' : 'private',
    title,
    text: text ?? '',
    slug,
    link: slug ? `/p/${slug}` : '',
    excerpt: plainLine(row.get('subtitle') ?? ''),
    publishAt: isPublished ? date : null,
    createdAt: date,
    changedAt: date,
    enclosures: /^https?:\/\//i.test(sound) ? [{ url: sound, type: 'audio/mpeg', bytes: 0 }] : [],
  };
}
