import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { commentEditSchema, newCommentSchema } from './comment';
import { moderateWithin, type Moderated } from './moderation';
import { submitComment } from './submission';

export const answerForm = commentEditSchema.extend({ idempotencyKey: newCommentSchema.shape.idempotencyKey });

/**
 * Replies to a comment as a moderator. One that awaits approval is approved before, in the same transaction, so that readers see
 * what was answered; nothing is approved if the reply is refused.
 */
export async function answerComment(
  actor: Actor,
  { id, body, idempotencyKey }: z.output<typeof answerForm>,
  now = new Date(),
) {
  requireCapability(actor, 'comments.moderate');
  const comment = await readDb.comment.findUnique({ where: { id }, select: { postId: true } });
  if (!comment) throw new AppError('not_found', 'This comment no longer exists.');
  let approval: Moderated | null = null;
  const before = async (tx: Tx) => {
    const stored = await tx.comment.findUnique({ where: { id }, select: { status: true } });
    approval =
      stored?.status === 'pending' ? await moderateWithin(tx, actor, { ids: [id], action: 'approve', now }) : null;
  };
  const draft = { postId: comment.postId, parentId: id, body, idempotencyKey };
  const reply = await submitComment(actor, draft, now, { before });
  return { approval: approval as Moderated | null, reply };
}
