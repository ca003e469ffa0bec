import { createHash } from 'node:crypto';
import { reader } from '@/lib/db';

/** One hash per table that holds what people see: equal hashes mean equal rows. */
export async function tableHashes() {
  const tables = {
    users: await reader.user.findMany({ orderBy: { id: 'asc' } }),
    posts: await reader.post.findMany({ orderBy: { id: 'asc' } }),
    postAuthors: await reader.postAuthor.findMany({ orderBy: [{ postId: 'asc' }, { userId: 'asc' }] }),
    tags: await reader.tag.findMany({ orderBy: { id: 'asc' } }),
    postTags: await reader.postTag.findMany({ orderBy: [{ postId: 'asc' }, { tagId: 'asc' }] }),
    comments: await reader.comment.findMany({ orderBy: { id: 'asc' } }),
    revisions: await reader.postRevision.findMany({ orderBy: { id: 'asc' } }),
    redirects: await reader.redirect.findMany({ orderBy: { id: 'asc' } }),
    media: await reader.media.findMany({ orderBy: { id: 'asc' } }),
    items: await reader.importItem.findMany({ orderBy: { id: 'asc' } }),
  };
  const hash = (rows: unknown) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, `${rows.length}:${hash(rows)}`]));
}
