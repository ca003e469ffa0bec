import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { HIDDEN_TITLE } from './hidden-title';
import { findHidden } from './queue';

const shown = {
  id: true,
  status: true,
  bodyHtml: true,
  createdAt: true,
  authorName: true,
  author: { select: { name: true, avatarSeed: true } },
  post: { select: { id: true, slug: true, title: true } },
} as const;

export type LatestComment = Awaited<ReturnType<typeof listLatestComments>>[number];

/** The last comments that readers see or that await approval, newest first; none for who does not moderate. */
export async function listLatestComments(actor: Actor, { take }: { take: number }) {
  if (!can(actor, 'comments.moderate')) return [];
  // One status at a time, because the index begins with it.
  const found = await Promise.all(['approved', 'pending'].map((status) => findLatest(status, take)));
  const latest = found
    .flat()
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, take);
  const hidden = await findHidden(
    actor,
    latest.map(({ post }) => post.id),
  );
  return latest.map(({ post, ...comment }) => ({
    ...comment,
    post: hidden.has(post.id) ? { id: post.id, slug: post.id, title: HIDDEN_TITLE } : post,
  }));
}

function findLatest(status: string, take: number) {
  return readDb.comment.findMany({
    where: { status },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: shown,
  });
}
