import { createHash } from 'node:crypto';
import { readDb } from '@/lib/database/db';

/** One hash per content table: equal hashes mean equal rows. */
export async function tableHashes() {
  const tables = {
    users: await readDb.user.findMany({ orderBy: { id: 'asc' } }),
    posts: await readDb.post.findMany({ orderBy: { id: 'asc' } }),
    postAuthors: await readDb.postAuthor.findMany({ orderBy: [{ postId: 'asc' }, { userId: 'asc' }] }),
    tags: await readDb.tag.findMany({ orderBy: { id: 'asc' } }),
    postTags: await readDb.postTag.findMany({ orderBy: [{ postId: 'asc' }, { tagId: 'asc' }] }),
    comments: await readDb.comment.findMany({ orderBy: { id: 'asc' } }),
    revisions: await readDb.postRevision.findMany({ orderBy: { id: 'asc' } }),
    redirects: await readDb.redirect.findMany({ orderBy: { id: 'asc' } }),
    media: await readDb.media.findMany({ orderBy: { id: 'asc' } }),
    files: await readDb.storedFile.findMany({ orderBy: { id: 'asc' } }),
    fileUses: await readDb.storedFileUse.findMany({ orderBy: [{ fileId: 'asc' }, { postId: 'asc' }] }),
    items: await readDb.importItem.findMany({ orderBy: { id: 'asc' } }),
  };
  const hash = (rows: unknown) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, `${rows.length}:${hash(rows)}`]));
}
