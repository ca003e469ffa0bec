import type { ExportFormat } from './export-format';

/** What a site can be exported to. Cheap to load: what writes a format is loaded with its first use. */
export const exportFormats = [
  {
    id: 'archive',
    label: 'Site archive',
    description:
      'posts and pages as Markdown and HTML, comments, people, tags, redirects, menus, media and settings; another Masthead imports it',
    extension: 'zip',
    contentType: 'application/zip',
    write: async function* (run) {
      const { writeSiteArchive } = await import('./archive/site-archive');
      yield* writeSiteArchive(run);
    },
  },
  {
    id: 'wxr',
    label: 'WordPress (WXR)',
    description: 'posts, pages, authors, tags, images by their addresses, and comments with threads, as WXR 1.2',
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
    write: async function* (run) {
      const { writeWxr } = await import('./wordpress/document');
      yield* writeWxr(run);
    },
  },
  {
    id: 'ghost',
    label: 'Ghost (JSON)',
    description: 'posts, pages, authors and tags for Ghost 5 and 6, whose importer takes no comments',
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: async function* (run) {
      const { writeGhost } = await import('./ghost/document');
      yield* writeGhost(run);
    },
  },
  {
    id: 'disqus',
    label: 'Disqus (XML)',
    description: 'the comments of public posts with their threads, in the format that most systems for comments import',
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
    write: async function* (run) {
      const { writeDisqus } = await import('./disqus');
      yield* writeDisqus(run);
    },
  },
  {
    id: 'json-feed',
    label: 'JSON Feed',
    description: 'every public post and page with whole texts and comments, in one JSON Feed 1.1',
    extension: 'json',
    contentType: 'application/feed+json; charset=utf-8',
    write: async function* (run) {
      const { writeJsonFeed } = await import('./json-feed');
      yield* writeJsonFeed(run);
    },
  },
] as const satisfies readonly ExportFormat[];
