import { importerWith } from '../../defaults';
import { mapOption } from '../../threads/address-map';

const ofABackup = /^\uFEFF?\s*\{"version":\s*\d+,\s*"(?:users|posts)":|^\s*\{[^\n]{0,60000}"locator":\s*\{\s*"site":/;

/** Backups of Remark42: a line of JSON for each comment. */
export const remark42 = importerWith({
  id: 'remark42',
  label: 'Remark42',
  words: {
    export: 'Remark42 backup',
    wanted: 'a backup of Remark42',
    command: {
      description: 'backups of Remark42 (JSON lines): comments of posts that are here',
      files: 'one or several backups, as they are (.gz) or unpacked',
    },
    form: {
      start: 'Remark42 writes a backup each day into its folder var/backup.',
      file: 'The file backup-….gz, as it is. Import posts first.',
    },
  },
  options: [mapOption],
  files: {
    accept: '.gz,.json,.jsonl,.zip,.tar,.tgz',
    recognise: ({ bytes }) => ofABackup.test(Buffer.from(bytes).toString('utf8')),
    placeOf: (name) =>
      /\.(?:jsonl?|txt)$|(?:^|\/)backup[^/.]*$/i.test(name) ? { as: 'export' } : { as: 'file', name },
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
