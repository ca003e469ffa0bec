import { importerWith } from '../../defaults';
import { mapOption } from '../../threads/address-map';

const ofAnExport = /^\uFEFF?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"(?:pages|comments|commenters)"\s*:|"commentHex"\s*:/;

/** Exports of Commento, and of Comentario, which continues it. */
export const commento = importerWith({
  id: 'commento',
  label: 'Commento/Comentario',
  words: {
    export: 'Commento export',
    wanted: 'the JSON file of Commento or Comentario',
    command: {
      description: 'exports of Commento and Comentario (JSON): comments of posts that are here',
      files: 'one or several JSON files; .zip, .gz, .tar and .tar.gz are opened',
    },
    form: {
      start:
        'In Commento, choose the domain, then Export data; in Comentario, the domain’s Operations, then Export data.',
      file: 'The JSON file, as it came or unpacked. Import posts first.',
    },
  },
  options: [mapOption],
  files: {
    accept: '.json,.zip,.gz,.tar,.tgz',
    recognise: ({ bytes }) => ofAnExport.test(Buffer.from(bytes).toString('utf8')),
    placeOf: (name) => (/\.json$/i.test(name) ? { as: 'export' } : { as: 'file', name }),
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
