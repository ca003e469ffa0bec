import 'server-only';
import { addressTags, cacheTags } from '@/lib/cache-tags';
import type { Tx } from '@/lib/db';
import { paths } from '@/lib/paths';
import type { EditablePost } from './editable';
import { publicWhere } from './visibility';

type Place = { id: string; type: string; publishAt: Date | null };

/** The public posts just before and after a place in time: their pages name this post. Each is one step along the index. */
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

/** Every cache tag that depends on this state of a post: its page, lists, neighbours, tags, authors, address. */
export async function tagsAround(tx: Tx, post: EditablePost): Promise<string[]> {
  const neighbours = await neighbourIds(tx, post);
  return [
    cacheTags.post(post.id),
    cacheTags.list,
    ...(post.type === 'page' ? [cacheTags.site] : []),
    ...addressTags(post.slug, paths.post(post.slug)),
    ...post.tags.map(({ tagId }) => cacheTags.tag(tagId)),
    ...post.authors.map(({ userId }) => cacheTags.author(userId)),
    ...neighbours.map((id) => cacheTags.post(id)),
  ];
}

export function union(...lists: string[][]) {
  return [...new Set(lists.flat())];
}
