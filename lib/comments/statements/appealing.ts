import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { moderateBatch, targetFor } from '../moderation-batch';
import { findPolicyUser, requireAllowed } from '../policy-context';
import { hasOtherModerator } from './other-moderators';
import { refusalOfAppeal, type appealDecisionForm, type appealForm } from './statement';

/** The author of a removed comment says why the decision is wrong: once, within six months. */
export async function appeal(
  actor: Actor,
  { statementId, appeal: text }: z.output<typeof appealForm>,
  now = new Date(),
) {
  requireCapability(actor, 'comments.write');
  await transaction(async (tx) => {
    const statement = await tx.commentStatement.findFirst({
      where: { id: statementId, userId: actor.id },
      select: { commentId: true, createdAt: true, appealedAt: true, comment: { select: { status: true } } },
    });
    if (!statement) throw new AppError('not_found', 'There is no such decision about a comment of yours.');
    const { commentId, comment, ...standing } = statement;
    const refusal = refusalOfAppeal({ ...standing, isRemoved: comment.status === 'deleted' }, now);
    if (refusal) throw new AppError('conflict', refusal);
    // Of two that are sent at once one counts.
    const { count } = await tx.commentStatement.updateMany({
      where: { id: statementId, appealedAt: null },
      data: { appeal: text, appealedAt: now, appealStatus: 'open' },
    });
    if (count === 0)
      throw new AppError('conflict', refusalOfAppeal({ ...standing, appealedAt: now, isRemoved: true }, now));
    emit(tx, { type: 'comment.appealed', actorId: actor.id, statementId, commentId });
  });
}

/** Decides an appeal: upheld, the comment is shown again; in any case its author is told. */
export async function decideAppeal(
  actor: Actor,
  { statementId, answer, intent }: z.output<typeof appealDecisionForm>,
  now = new Date(),
) {
  requireCapability(actor, 'comments.moderate');
  await transaction(async (tx) => {
    const statement = await tx.commentStatement.findUnique({
      where: { id: statementId },
      select: { commentId: true, userId: true, decidedById: true },
    });
    if (!statement) throw new AppError('not_found', 'This appeal no longer exists.');
    const { commentId, userId, decidedById } = statement;
    if (decidedById === actor.id && (await hasOtherModerator(tx, actor, now))) {
      throw new AppError('forbidden', 'You made this decision, so somebody else decides about the appeal.');
    }
    const { count } = await tx.commentStatement.updateMany({
      where: { id: statementId, appealStatus: 'open' },
      data: { appealStatus: intent, appealAnswer: answer, appealDecidedById: actor.id, appealDecidedAt: now },
    });
    if (count === 0) throw new AppError('conflict', 'This appeal was decided already.');
    if (intent === 'upheld') await showAgain(tx, actor, commentId, now);
    emit(tx, { type: 'comment.appeal-decided', actorId: actor.id, statementId, commentId, userId, outcome: intent });
  });
}

async function showAgain(tx: Tx, actor: Actor, commentId: string, now: Date) {
  const user = await findPolicyUser(tx, actor, now);
  await moderateBatch(tx, {
    ids: [commentId],
    by: actor.id,
    action: 'restore',
    now,
    authorise: (comment, post) => requireAllowed('restore', { user, post, comment, now }),
    targetOf: (comment, isReported) =>
      comment.status === 'deleted' ? targetFor(comment, 'approved', isReported) : null,
  });
}
