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
] as const satisfies readonly ExportFormat[];
