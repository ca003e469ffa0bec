import { importerWith } from '../../defaults';
import type { EntryLocation, FileHead } from '../../importer';

const list = /(?:^|\/)posts\.csv$/i;
const text = /(?:^|\/)posts\/\d+\.[^/]{0,300}\.html$/i;

/** Whether a file is the list of posts of an archive, or the text of one. */
export function isExport({ name, bytes }: FileHead) {
  if (text.test(name)) return true;
  const head = Buffer.from(bytes.subarray(0, 2_000)).toString('utf8');
  return /\.csv$/i.test(name) && /^\uFEFF?"?post_id"?,[^\n]*\bis_published\b/.test(head);
}

function placeOf(name: string): EntryLocation {
  return list.test(name) || text.test(name) ? { as: 'export' } : { as: 'file', name };
}

/** Archives of Substack: a list of posts, and a file for the text of each. */
export const substack = importerWith({
  id: 'substack',
  label: 'Substack',
  words: {
    export: 'Substack export',
    wanted: 'the zip from Settings → Exports in Substack, with posts.csv',
    command: {
      description: 'Substack exports: posts, pages, podcasts, redirects',
      files: 'the zip as Substack made it',
    },
    form: {
      start:
        'In Substack, choose Settings, then Exports, then “New export”. It does not say where the site was: give its old address.',
      file: 'The zip as it came. Images are not in it: they remain links unless they are fetched. The list of subscribers is not imported.',
    },
  },
  files: { accept: '.zip,.csv,.tar,.gz,.tgz', recognise: isExport, placeOf },
  addresses: { suffixes: [{ pattern: /(?<=^\/p\/[^/]+)\/comments$/, append: '' }] },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
