import 'server-only';
import { addressInThread, addressOfPage } from '@/lib/comments/addresses';
import { findThreadPageWith } from '@/lib/comments/queries';
import { readDb } from '@/lib/database/db';
import { paths } from '@/lib/web/paths';
import type { CommentLocation } from './legacy-systems';

type Discussed = { id: string; slug: string };

/** The current place of an old comment or page of comments; the post if unknown or hidden. */
export async function findOldComments(post: Discussed, location: CommentLocation): Promise<string> {
  if ('page' in location) {
    const page = location.page === 1 ? 1 : await findThreadPageWith(post.id, (location.page - 1) * location.perPage);
    return addressOfPage(post.slug, page);
  }
  const comment = await readDb.comment.findFirst({
    where: { ...(await whichComment(post, location)), postId: post.id, status: 'approved', type: 'comment' },
    orderBy: { id: 'asc' },
    select: { id: true, postId: true, path: true },
  });
  if (!comment) return paths.post(post.slug);
  return addressInThread(comment, post);
}

async function whichComment({ id }: Discussed, location: Exclude<CommentLocation, { page: number }>) {
  if ('writtenAt' in location) return { createdAt: new Date(location.writtenAt) };
  const { answering } = location;
  return { id: { in: answering.includes('-') ? [answering] : await listImported(id, answering) } };
}

// Merged exports may reuse a number: the second is keyed with its post's (lib/import/pipeline/known-comments).
async function listImported(postId: string, number: string) {
  const post = await readDb.importItem.findFirst({
    where: { kind: 'post', targetId: postId },
    select: { source: true, sourceId: true },
  });
  if (!post) return [];
  const items = await readDb.importItem.findMany({
    where: { source: post.source, kind: 'comment', sourceId: { in: [number, `${number} of ${post.sourceId}`] } },
    select: { targetId: true },
  });
  return items.map(({ targetId }) => targetId);
}
