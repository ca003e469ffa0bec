import 'server-only';
import type { Tx } from '@/lib/database/db';
import type { PostCacheFields } from '@/lib/events/event';
import type { EditablePost } from '../editing/post-record';
import { publicWhere } from '../visibility';

type Place = { id: string; type: string; publishAt: Date | null };

/** The ids of the public posts before and after a position, whose pages link to this post. */
export async function neighbourIds(tx: Tx, { id, type, publishAt }: Place): Promise<string[]> {
  if (type !== 'post' || !publishAt) return [];
  const others = { type: 'post', id: { not: id }, ...publicWhere() };
  const older = await tx.post.findFirst({
    where: {
      AND: [others, { publishAt: { lte: publishAt } }, { OR: [{ publishAt: { lt: publishAt } }, { id: { lt: id } }] }],
    },
    orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  const newer = await tx.post.findFirst({
    where: {
      AND: [others, { publishAt: { gte: publishAt } }, { OR: [{ publishAt: { gt: publishAt } }, { id: { gt: id } }] }],
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return [older, newer].flatMap((row) => row?.id ?? []);
}

/** What cached pages depend on in this state of a post; compared before and after a change. */
export async function policyPostFields(tx: Tx, post: EditablePost): Promise<PostCacheFields> {
  return {
    id: post.id,
    type: post.type,
    slug: post.slug,
    tagIds: post.tags.map(({ tagId }) => tagId),
    seriesId: post.seriesId,
    authorIds: post.authors.map(({ userId }) => userId),
    neighbourIds: await neighbourIds(tx, post),
  };
}
