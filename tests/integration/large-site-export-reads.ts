import { join } from 'node:path';
import { Writable } from 'node:stream';
import { snapshot, type Tx } from '@/lib/database/db';
import { listMedia, listRedirects, listSeries, listTags, listWriters } from '@/lib/export/archive/lists';
import { exportSite, exportToFile } from '@/lib/export/exporting';
import { exportFormats } from '@/lib/export/formats';
import { listPosts } from '@/lib/export/reading-posts';
import { readThreads } from '@/lib/export/reading-threads';
import { env } from '@/lib/platform/env';
import type { Read } from './large-site-reads';

const atOnce =
  (read: (tx: Tx) => Promise<unknown>): Read =>
  () =>
    snapshot(read);

/** The reads of exports, which take the whole site. */
export const exportReads: Record<string, Record<string, Read>> = {
  'lib/export/exporting': {
    exportSite: async () => {
      const wxr = exportFormats.find(({ id }) => id === 'wxr')!;
      return exportSite(wxr, new Writable({ write: (_chunk, _encoding, done) => done() }));
    },
    exportToFile: () => exportToFile(exportFormats[0], join(env().dataDir, 'large-site.zip')),
  },
  'lib/export/reading-posts': { listPosts: atOnce(listPosts) },
  'lib/export/reading-threads': {
    readThreads: atOnce(async (tx) => {
      let count = 0;
      for await (const { comments } of readThreads(tx, await listPosts(tx))) count += comments.length;
      return count;
    }),
  },
  'lib/export/archive/lists': {
    listWriters: atOnce(listWriters),
    listSeries: atOnce(listSeries),
    listTags: atOnce(listTags),
    listRedirects: atOnce(listRedirects),
    listMedia: atOnce(listMedia),
  },
};
