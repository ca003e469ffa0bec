import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { freeUntil, MAX_EDITS } from './comment';
import { lockThread } from './thread-store';
import { changesBetween, type TextPart } from './text-changes';
import { findCommentFor } from './viewer-state';

export type EditHistory = NonNullable<Awaited<ReturnType<typeof readEditHistory>>>;

/** What a comment said before, newest change first, for those who may read the comment; null for others. */
export async function readEditHistory(
  actor: Actor | null,
  { settings, ...address }: Parameters<typeof findCommentFor>[1],
) {
  const found = await findCommentFor(actor, { ...address, ...(settings ? { settings } : {}) });
  if (!found || (found.status !== 'approved' && !found.can.moderate)) return null;
  const revisions = await readDb.commentRevision.findMany({
    where: { commentId: found.comment.id },
    orderBy: { revision: 'desc' },
    take: MAX_EDITS,
    select: { revision: true, body: true, createdAt: true, byModerator: true },
  });
  const freeEnd = freeUntil(new Date(found.comment.createdAt));
  const changes = revisions.flatMap(({ revision, body, createdAt, byModerator }, index) => {
    if (!byModerator && createdAt <= freeEnd) return [];
    const parts: TextPart[] = changesBetween(body, revisions[index - 1]?.body ?? found.body);
    return [{ revision, at: createdAt, byModerator, parts }];
  });
  return { found, changes };
}

/** Removes what a comment said before, for instance somebody's telephone number; what it says now stays. */
export async function removeEarlierVersions(actor: Actor, id: string) {
  const { id: actorId } = requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const comment = await tx.comment.findUnique({ where: { id }, select: { postId: true } });
    if (!comment) throw new AppError('not_found', 'This comment no longer exists.');
    await lockThread(tx, comment.postId);
    const { count } = await tx.commentRevision.deleteMany({ where: { commentId: id } });
    if (count === 0) throw new AppError('conflict', 'There are no earlier versions any more.');
    emit(tx, { type: 'comment.versions-removed', actorId, commentId: id, count });
    return { count };
  });
}
