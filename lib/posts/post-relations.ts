import 'server-only';
import type { Tx } from '@/lib/database/db';
import { slicesOf } from '@/lib/database/slices';
import { filesOfPost } from './linked-files';

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

/** Records the files other than images that a post links to in this text, or its feeds carry; with `isAll`, removes all others. */
export async function setFileUses(tx: Tx, { id: postId, bodyHtml }: { id: string; bodyHtml: string }, isAll: boolean) {
  const stored = await tx.post.findUnique({ where: { id: postId }, select: { enclosures: true } });
  const files = await filesAt(tx, filesOfPost({ bodyHtml, enclosures: stored?.enclosures ?? null }));
  if (isAll) await tx.storedFileUse.deleteMany({ where: { postId, fileId: { notIn: files.map(({ id }) => id) } } });
  if (files.length === 0) return;
  const known = await tx.storedFileUse.findMany({ where: { postId }, select: { fileId: true } });
  const present = new Set(known.map(({ fileId }) => fileId));
  const missing = files.filter(({ id }) => !present.has(id));
  if (missing.length > 0)
    await tx.storedFileUse.createMany({ data: missing.map(({ id }) => ({ fileId: id, postId })) });
}

/** The files at these paths that the library lists, or has listed. */
export async function filesAt(tx: Tx, filePaths: readonly string[]) {
  const found: { id: string; path: string }[] = [];
  for (const some of slicesOf([...new Set(filePaths)])) {
    found.push(...(await tx.storedFile.findMany({ where: { path: { in: some } }, select: { id: true, path: true } })));
  }
  return found;
}
