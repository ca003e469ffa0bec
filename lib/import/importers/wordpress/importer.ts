import type { Importer } from '../../importer';
import { placeOf, wholeFileOf } from './entry-names';
import { wordpressAddresses } from './legacy-system';
import { options } from './options';

const ofAnExport = /wordpress\.org\/export\/|<wp:wxr_version/;

/** Export files of WordPress (WXR), and archives of its folder of uploads. */
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
      mediaDir: 'a copy of the old site’s wp-content/uploads, or a zip or tar of it: its pictures and files come along',
    },
    form: {
      file: 'What Tools → Export has written: one XML file or several, as they are or in a zip. All files together may have 4 GB.',
      media:
        'A zip or tar of the folder wp-content/uploads; on WordPress.com it is what “Export media library” gives. Without it pictures stay links to the old site.',
      start:
        'In WordPress, choose Tools, then Export, then “All content”. Upload the file here, with a zip of wp-content/uploads if there are pictures: a trial run tells what would come over and writes nothing.',
    },
  },
  options,
  files: {
    accept: '.xml,.zip,.gz,.tar,.tgz',
    recognise: ({ bytes }) => ofAnExport.test(Buffer.from(bytes).toString('latin1').replaceAll('\0', '')),
    placeOf,
    wholeOf: wholeFileOf,
    mediaFolders: ['wp-content/uploads', 'uploads'],
  },
  addresses: wordpressAddresses,
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
};
