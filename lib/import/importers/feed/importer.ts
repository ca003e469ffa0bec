import { importerWith } from '../../defaults';
import type { FileHead } from '../../importer';

const xmlFeed = /<(?:rss|feed|rdf:RDF)[\s>]/i;
const jsonFeed = /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org(?:\\?\/)version/i;

/** Whether a file is a feed: RSS of any version, Atom or JSON Feed. */
export function isFeed({ bytes }: Pick<FileHead, 'bytes'>) {
  const head = Buffer.from(bytes)
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^\uFEFF?\s*/, '');
  return head.startsWith('{') ? jsonFeed.test(head) : xmlFeed.test(head.slice(0, 4_000));
}

/** Feeds of any site, saved as files. */
export const feed = importerWith({
  id: 'feed',
  label: 'RSS/Atom/JSON feed',
  words: {
    export: 'RSS, Atom or JSON feed',
    wanted: 'a file of RSS, Atom or JSON Feed',
    command: {
      description: 'saved feeds (RSS, Atom, JSON Feed): posts, authors, tags, enclosures',
      files: 'one or several feeds of one site; .zip, .gz and .tar are opened',
    },
    form: {
      start:
        'For any other site, save its feed (often /feed, /rss.xml or /feed.json). Most feeds hold only the latest posts.',
      file: 'One or more files of RSS, Atom or JSON Feed. Images remain links, unless they are fetched or a zip of them comes along.',
    },
  },
  files: {
    accept: '.xml,.rss,.atom,.rdf,.json,.zip,.gz,.tar,.tgz',
    recognise: isFeed,
    isGeneric: true,
    placeOf: (name) => (/\.(?:xml|rss|atom|rdf|json)$/i.test(name) ? { as: 'export' } : { as: 'file', name }),
  },
  media: {
    folders: [],
    wholeOf: (name) => name,
    words: {
      command: 'a folder, zip or tar with the images and files of the site, in the folders of their addresses',
      form: 'A zip or tar with the images and files of the site, in the folders of their addresses.',
    },
  },
  open: async (files, request) => {
    const { openFeeds } = await import('./source');
    return openFeeds(files, request);
  },
});
