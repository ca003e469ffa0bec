import { msg } from '@/lib/i18n/admin/msg';
import type { ExportFormat } from './export-format';

/** What a site can be exported to. Cheap to load: what writes a format is loaded with its first use. */
export const exportFormats = [
  {
    id: 'archive',
    label: msg('Site archive'),
    description: msg(
      'Posts and pages as Markdown and HTML, comments, people, tags, series, redirects, menus, media and settings. Another Masthead imports it.',
    ),
    leavesOut: msg(
      'Likes, follows, corrections, notes, revisions, statistics, ad slots, site code, passwords and roles. A backup moves those.',
    ),
    extension: 'zip',
    contentType: 'application/zip',
    write: async function* (run) {
      const { writeSiteArchive } = await import('./archive/site-archive');
      yield* writeSiteArchive(run);
    },
  },
  {
    id: 'wxr',
    label: msg('WordPress (WXR)'),
    description: msg(
      'Posts, pages, authors, tags and comments in every state with their threads, as WXR 1.2. WordPress fetches the images from this site.',
    ),
    leavesOut: msg('Redirects, menus, settings, and files other than images in posts.'),
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
    write: async function* (run) {
      const { writeWxr } = await import('./wordpress/document');
      yield* writeWxr(run);
    },
  },
  {
    id: 'ghost',
    label: msg('Ghost (JSON)'),
    description: msg(
      'Posts, pages, authors and tags for Ghost 5 and 6. Private posts and posts in review become drafts.',
    ),
    leavesOut: msg('Comments, which Ghost does not import, posts in the trash, image files, redirects and settings.'),
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    write: async function* (run) {
      const { writeGhost } = await import('./ghost/document');
      yield* writeGhost(run);
    },
  },
  {
    id: 'disqus',
    label: msg('Disqus (XML)'),
    description: msg(
      'The comments of public posts with their threads, in the format that most comment systems import.',
    ),
    leavesOut: msg('The posts themselves, and comments that are pending or were removed.'),
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
    write: async function* (run) {
      const { writeDisqus } = await import('./disqus');
      yield* writeDisqus(run);
    },
  },
  {
    id: 'json-feed',
    label: msg('JSON Feed'),
    description: msg(
      'Every public post and page with its whole text and the comments that readers see, in one JSON Feed 1.1.',
    ),
    leavesOut: msg('Drafts and everything else that readers do not see, files, redirects and settings.'),
    extension: 'json',
    contentType: 'application/feed+json; charset=utf-8',
    write: async function* (run) {
      const { writeJsonFeed } = await import('./json-feed');
      yield* writeJsonFeed(run);
    },
  },
] as const satisfies readonly ExportFormat[];

/** The site itself, rendered: `masthead export static` writes it, because rendering takes more than the database. */
export const staticCopy = {
  id: 'static',
  label: msg('Static copy'),
  description: msg(
    'The public site as HTML that opens from a folder or any web host: posts with their comments, lists, search, feeds, images and redirects.',
  ),
  leavesOut: msg('Whatever is not public, ads, and what needs a server: writing comments, likes and signing in.'),
  extension: 'zip',
  contentType: 'application/zip',
} as const;

/** What the admin offers to download. */
export const exportDownloads = [...exportFormats, staticCopy];

export const exportDownloadIds = exportDownloads.map(({ id }) => id);
