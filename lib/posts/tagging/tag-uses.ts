import 'server-only';
import type { Tx } from '@/lib/database/db';
import type { TagUses } from '@/lib/events/event';

/** Where a tag is seen: its name appears on its page, in lists and on its posts, and former URLs redirect to it. */
export async function usesOfTag(tx: Tx, { id, slug }: { id: string; slug: string }): Promise<TagUses> {
  const rows = await tx.postTag.findMany({ where: { tagId: id }, select: { postId: true } });
  const left = await tx.redirect.findMany({ where: { tagId: id }, select: { from: true } });
  return { slug, postIds: rows.map(({ postId }) => postId), leftAddresses: left.map(({ from }) => from) };
}
