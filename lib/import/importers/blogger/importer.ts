import type { Importer } from '../../importer';
import { placeOf } from './entry-names';
import { bloggerAddresses } from './legacy-system';
import { options } from './options';
import { isExport } from './recognising';

/** Backups of Blogger, its Takeout archives with their albums, and its feeds. */
export const blogger: Importer = {
  id: 'blogger',
  label: 'Blogger',
  words: {
    export: 'Blogger export',
    wanted: 'the XML file from “Back up content” in Blogger, or the feed.atom or zip of Google Takeout',
    command: {
      description: 'Blogger backups and Takeout archives: posts, pages, authors, labels, comments, images, redirects',
      files: 'a backup (XML) or feed.atom of one blog; .zip, .gz and .tar are opened',
    },
    form: {
      file: 'The XML file from Settings → Back up content, or the zip of Google Takeout (or the feed.atom in it).',
      start:
        'In Blogger, choose Settings, then “Back up content”, or ask Google Takeout for Blogger: its zip holds the images too. A Takeout file does not say where the blog was: give its old address.',
    },
  },
  options,
  files: {
    accept: '.xml,.atom,.csv,.zip,.gz,.tar,.tgz',
    recognise: isExport,
    placeOf,
  },
  media: {
    folders: [],
    wholeOf: (name) => name,
    words: {
      command: 'a zip or tar with the images of the blog, such as the albums of a Takeout',
      form: 'A zip or tar with the images, such as the albums of a Takeout, found by their names. Without it, images remain links to the old site.',
    },
  },
  addresses: bloggerAddresses,
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
};
