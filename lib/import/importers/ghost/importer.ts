import type { Importer } from '../../importer';
import { placeOf, wholeFileOf } from './entry-names';
import { ghostAddresses } from './legacy-system';
import { isExport } from './recognising';

/** Ghost exports (JSON) of every version, answers of its Content API, and copies of its content folder. */
export const ghost: Importer = {
  id: 'ghost',
  label: 'Ghost',
  words: {
    export: 'Ghost export',
    wanted: 'the JSON file from Settings → Import/Export in Ghost',
    command: {
      description: 'Ghost export files (JSON): posts, pages, authors, tags, members’ comments, redirects',
      files:
        'one or several JSON files of one site, with redirects.json or redirects.yaml; .zip, .gz and .tar are opened',
    },
    form: {
      file: 'The JSON file from Settings → Import/Export, as it is or in a zip; redirects.json or redirects.yaml may come with it.',
      start:
        'In Ghost, choose Settings, then Import/Export, then “Export”. Ghost puts no images into it: add a zip of its folder content. The file does not say where the site was either: give its old address.',
    },
  },
  options: [],
  files: {
    accept: '.json,.yaml,.yml,.zip,.gz,.tar,.tgz',
    recognise: isExport,
    placeOf,
  },
  media: {
    folders: ['content'],
    wholeOf: wholeFileOf,
    words: {
      command: 'a copy of Ghost’s folder content (images, media, files), or a zip or tar of it',
      form: 'A zip or tar of Ghost’s folder content, or of content/images. Without it, images remain links to the old site.',
    },
  },
  addresses: ghostAddresses,
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
};
