import type { Importer } from '../../importer';
import { placeOf, wholeFileOf } from './entry-names';
import { wordpressAddresses } from './legacy-system';
import { options } from './options';

const ofAnExport = /wordpress\.org\/export\/|<wp:wxr_version/;

/** WordPress exports (WXR), which Squarespace writes too, and archives of wp-content/uploads. */
export const wordpress: Importer = {
  id: 'wordpress',
  label: 'WordPress',
  words: {
    export: 'WordPress export',
    wanted: 'the XML file from Tools → Export in WordPress',
    command: {
      description:
        'WordPress export files (Tools → Export): posts, pages, authors, categories, tags, comments, redirects',
      files: 'one or several WXR files of one site; .zip, .gz, .tar and .tar.gz are opened',
    },
    form: {
      start:
        'In WordPress, choose Tools, then Export, then “All content”; in Squarespace, Settings, then Import & Export, then Export to WordPress. While a WordPress is live, the command “masthead import mirror” brings what is new there.',
      file: 'One or more XML files, as they are or in a zip. At most 4 GB in total.',
    },
  },
  options,
  files: {
    accept: '.xml,.zip,.gz,.tar,.tgz',
    recognise: ({ bytes }) => ofAnExport.test(Buffer.from(bytes).toString('latin1').replaceAll('\0', '')),
    placeOf,
  },
  media: {
    folders: ['wp-content/uploads', 'uploads'],
    wholeOf: wholeFileOf,
    words: {
      command:
        'a copy of the old site’s wp-content/uploads, or a zip or tar of it, with the images and files to import',
      form: 'A zip or tar of the folder wp-content/uploads; on WordPress.com, the file from “Export media library”. Without it, images remain links to the old site.',
    },
  },
  addresses: wordpressAddresses,
  mirror: {
    words: {
      description: 'pull what changed on a live WordPress since the last pull, by its REST API or else its feed',
      url: 'the address of the old site',
    },
    options: ['types', 'categoryBase', 'tagBase'],
    run: async (...given) => {
      const { runMirror } = await import('./mirror/mirroring');
      return runMirror(...given);
    },
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
};
