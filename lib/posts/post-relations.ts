import 'server-only';
import type { Tx } from '@/lib/database/db';

/** Sets the post's authors, in this order. */
export async function setAuthors(tx: Tx, postId: string, userIds: readonly string[]) {
  await tx.postAuthor.deleteMany({ where: { postId } });
  if (userIds.length === 0) return;
  await tx.postAuthor.createMany({ data: userIds.map((userId, position) => ({ postId, userId, position })) });
}

/** Records the images a post shows; with `isAll`, removes all others. */
export async function setMediaUses(tx: Tx, postId: string, mediaIds: readonly string[], isAll: boolean) {
  if (isAll) await tx.mediaUse.deleteMany({ where: { postId, mediaId: { notIn: [...mediaIds] } } });
  const known = await tx.mediaUse.findMany({ where: { postId }, select: { mediaId: true } });
  const present = new Set(known.map(({ mediaId }) => mediaId));
  const missing = [...new Set(mediaIds)].filter((mediaId) => !present.has(mediaId));
  if (missing.length > 0) await tx.mediaUse.createMany({ data: missing.map((mediaId) => ({ mediaId, postId })) });
}
