import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { readSettings } from '@/lib/settings/queries';
import { readClosingState } from './closing-state';
import { commentEditSchema, newCommentSchema } from './comment';
import { moderateComments } from './moderation';
import { findPolicyPost, findPolicyUser, policyCommentFields, requireAllowed } from './policy-context';
import { submitComment } from './submission';
import { renderVisible } from './visible';

export const answerForm = commentEditSchema.extend({ idempotencyKey: newCommentSchema.shape.idempotencyKey });

/**
 * Replies to a comment as a moderator. One that awaits approval is approved before, so that readers see what was answered;
 * nothing is approved if the reply would be refused.
 */
export async function answerComment(
  actor: Actor,
  { id, body, idempotencyKey }: z.output<typeof answerForm>,
  now = new Date(),
) {
  requireCapability(actor, 'comments.moderate');
  const comment = await getAnswerable(actor, id, now);
  renderVisible(body);
  const approval = comment.status === 'pending' ? await moderateComments(actor, [id], 'approve', now) : null;
  const draft = { postId: comment.postId, parentId: id, body, idempotencyKey };
  return { approval, reply: await submitComment(actor, draft, now) };
}

async function getAnswerable(actor: Actor, id: string, now: Date) {
  const comment = await readDb.comment.findUnique({ where: { id }, select: { postId: true, ...policyCommentFields } });
  const stored = comment && (await findPolicyPost(readDb, comment.postId, now));
  if (!stored) throw new AppError('not_found', 'This comment no longer exists.');
  const [user, settings] = await Promise.all([findPolicyUser(readDb, actor, now), readSettings()]);
  const { post } = await readClosingState(stored, { rule: settings, now });
  const status = comment.status === 'pending' ? 'approved' : comment.status;
  requireAllowed('create', { user, post, comment: { ...comment, status }, now });
  return comment;
}
