import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { moderateBatch, targetFor } from '../moderation-batch';
import { findPolicyUser, requireAllowed } from '../policy-context';
import type { removalForm } from './statement';

/** Removes a comment for a reason that its author is told, with the way to appeal. */
export async function removeWithReason(actor: Actor, removal: z.output<typeof removalForm>, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const { id: commentId, reason, explanation } = removal;
  return transaction(async (tx) => {
    const comment = await findRemovable(tx, commentId);
    const user = await findPolicyUser(tx, actor, now);
    const done = await moderateBatch(tx, {
      ids: [commentId],
      by: actor.id,
      action: 'delete',
      now,
      authorise: (row, post) => requireAllowed('delete', { user, post, comment: row, now }),
      targetOf: (row, isReported) => (row.status === 'deleted' ? null : targetFor(row, 'deleted', isReported)),
    });
    if (!done) throw new AppError('conflict', 'This comment was removed already, by you or by somebody else.');
    const id = newId();
    const facts = { commentId, userId: comment.authorId, reason };
    const wasHeldBySoftware = comment.verdict !== null || comment.isHeldByReports;
    await tx.commentStatement.create({
      data: { id, ...facts, explanation, wasHeldBySoftware, decidedById: actor.id, createdAt: now },
      select: { id: true },
    });
    emit(tx, { type: 'comment.removed-with-reason', actorId: actor.id, statementId: id, ...facts });
    return { statementId: id };
  });
}

async function findRemovable(tx: Tx, id: string) {
  const comment = await tx.comment.findUnique({
    where: { id },
    select: {
      authorId: true,
      status: true,
      moderatedById: true,
      moderatedAt: true,
      verdict: { select: { commentId: true } },
    },
  });
  if (!comment) throw new AppError('not_found', 'This comment no longer exists.');
  const { authorId, status, verdict, moderatedById, moderatedAt } = comment;
  if (authorId === null) {
    throw new AppError(
      'conflict',
      'The author of this comment has no account and cannot be told why. Delete it instead.',
    );
  }
  if (status === 'shadowed') {
    throw new AppError('conflict', 'The author of a shadowed comment is told nothing. Delete it instead.');
  }
  // Hidden again by nobody: see lib/comments/reports/reporting.ts.
  const isHidden = status === 'pending' && moderatedAt !== null && moderatedById === null;
  const reported = isHidden && (await tx.reportedComment.count({ where: { commentId: id, points: { gt: 0 } } })) > 0;
  return { authorId, verdict, isHeldByReports: reported };
}
