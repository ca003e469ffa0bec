import { importerWith } from '../../defaults';
import { mapOption } from '../../threads/address-map';

const MAGIC = 'SQLite format 3\0';

/** Databases of Isso. */
export const isso = importerWith({
  id: 'isso',
  label: 'Isso',
  words: {
    export: 'Isso database',
    wanted: 'the database of Isso (comments.db)',
    command: {
      description: 'databases of Isso (SQLite): comments of posts that are here',
      files: 'the file comments.db, or an archive with it; it is only read',
    },
    form: {
      start: 'Isso keeps its comments in the file that its setting dbpath names, mostly comments.db.',
      file: 'A copy of this file, best made while Isso stands still, or an archive with it. Import posts first.',
    },
  },
  options: [mapOption],
  files: {
    accept: '.db,.sqlite,.sqlite3,.zip,.gz,.tar,.tgz',
    recognise: ({ bytes }) => Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC,
    placeOf: (name) => (/\.(?:db|sqlite3?)$/i.test(name) ? { as: 'export' } : { as: 'file', name }),
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
