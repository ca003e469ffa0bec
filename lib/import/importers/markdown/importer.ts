import { importerWith } from '../../defaults';
import { markdownAddresses } from './legacy-system';
import { isExport, placeOf } from './recognising';

/** Folders of Markdown with fields before each text: Hugo, Jekyll, Astro, Eleventy and others. */
export const markdown = importerWith({
  id: 'markdown',
  label: 'Markdown',
  words: {
    export: 'Markdown file with front matter',
    wanted: 'a zip of the folder of the site (Hugo, Jekyll, Astro, Eleventy), with its settings and images',
    command: {
      description: 'folders of Markdown (Hugo, Jekyll, Astro, Eleventy): posts, pages, tags, images, files, redirects',
      files: 'the folder of the site, a zip or tar of it, or Markdown files',
    },
    form: {
      start:
        'For Hugo, Jekyll, Astro or Eleventy, pack the folder of the site, with hugo.toml or _config.yml: they say where the posts were.',
      file: 'A zip or tar of the folder, or single Markdown files.',
    },
  },
  files: { accept: '.md,.markdown,.mdx,.zip,.gz,.tar,.tgz', recognise: isExport, placeOf },
  media: {
    folders: ['static', 'public', 'assets'],
    wholeOf: (name) => name,
    words: {
      command: 'a folder, zip or tar with the images and files, if they are not in the folder of the site',
      form: 'A zip or tar of the images, if they are not in the folder of the site.',
    },
  },
  addresses: markdownAddresses,
  open: async (files, request) => {
    const { openFolder } = await import('./source');
    return openFolder(files, request);
  },
});
