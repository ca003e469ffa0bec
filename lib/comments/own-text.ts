import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { readSettings } from '@/lib/settings/queries';
import { readClosingState } from './closing-state';
import { decide } from './policy';
import { findPolicyPost, findPolicyUser, policyCommentFields } from './policy-context';

const editableSelect = { postId: true, body: true, ...policyCommentFields } as const;

/** What the actor typed in a comment that they may edit; null for any other comment. */
export async function findEditableText(actor: Actor, id: string, now = new Date()): Promise<string | null> {
  const comment = await readDb.comment.findFirst({ where: { id, authorId: actor.id }, select: editableSelect });
  if (!comment) return null;
  const [stored, user, settings] = await Promise.all([
    findPolicyPost(readDb, comment.postId, now),
    findPolicyUser(readDb, actor, now),
    readSettings(),
  ]);
  if (!stored) return null;
  const { post } = await readClosingState(stored, { rule: settings, now });
  return decide('edit', { user, post, comment, now }).allowed ? comment.body : null;
}
