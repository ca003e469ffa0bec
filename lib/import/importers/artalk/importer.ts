import { importerWith } from '../../defaults';
import { mapOption } from '../../threads/address-map';

const ofAnExport = /^\uFEFF?\s*\[\s*\{[^]*"page_key"\s*:/;

/** Exports of Artalk (artrans). */
export const artalk = importerWith({
  id: 'artalk',
  label: 'Artalk',
  words: {
    export: 'Artalk export',
    wanted: 'the artrans file of Artalk',
    command: {
      description: 'exports of Artalk (artrans, JSON): comments of posts that are here',
      files: 'one or several artrans files; .zip, .gz, .tar and .tar.gz are opened',
    },
    form: {
      start: 'In Artalk, choose Transfer, then Export, or run “artalk export”.',
      file: 'The artrans file, as it is or packed. Import posts first.',
    },
  },
  options: [mapOption],
  files: {
    accept: '.artrans,.json,.zip,.gz,.tar,.tgz',
    recognise: ({ bytes }) => ofAnExport.test(Buffer.from(bytes).toString('utf8')),
    placeOf: (name) => (/\.(?:artrans|json)$/i.test(name) ? { as: 'export' } : { as: 'file', name }),
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
