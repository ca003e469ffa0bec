import { importerWith } from '../../defaults';
import type { FileHead } from '../../importer';

/** Whether a file is an export: lines of names and values, then "-----" and parts. */
export function isExport({ bytes }: Pick<FileHead, 'bytes'>) {
  const head = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  const [facts = ''] = head.split(/^-----\r?$/m, 1);
  return facts.length < head.length && /^(?:AUTHOR|TITLE|STATUS):/m.test(facts) && /^DATE: /m.test(facts);
}

/** Text exports of Movable Type and TypePad, and of others that write the same. */
export const movabletype = importerWith({
  id: 'movabletype',
  label: 'Movable Type',
  words: {
    export: 'Movable Type export',
    wanted: 'the text file from Tools → Export in Movable Type or TypePad',
    command: {
      description: 'text exports of Movable Type and TypePad: posts, authors, categories, tags, comments, pings',
      files: 'one or several text files of one blog; .zip, .gz and .tar are opened',
    },
    form: {
      start:
        'In Movable Type, choose Tools, then Export; in TypePad, Settings, then Import/Export. It does not say where the site was: give its old address.',
      file: 'The text file, as it is or in a zip. Images are not in it: they remain links unless they are fetched.',
    },
  },
  files: {
    accept: '.txt,.zip,.gz,.tar,.tgz',
    recognise: isExport,
    placeOf: (name) => (/\.txt$/i.test(name) || !/\.[^/]*$/.test(name) ? { as: 'export' } : { as: 'file', name }),
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
