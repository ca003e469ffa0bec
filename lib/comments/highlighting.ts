import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { refusalOfPick, refusalOfPin } from './highlights';
import { findPolicyPost, findPolicyUser, requireAllowed } from './policy-context';
import { lockThread } from './thread-store';

/** `on`: highlighted from now on, or no longer. */
type Wanted = { id: string; on: boolean };

const highlightSelect = {
  id: true,
  postId: true,
  path: true,
  type: true,
  status: true,
  depth: true,
  authorId: true,
  deletedBy: true,
  createdAt: true,
  deletedAt: true,
  pinnedAt: true,
  pickedAt: true,
} as const;

/** Shows a comment above its thread too, or no longer; done already, it changes nothing. */
export async function pinComment(actor: Actor, { id, on }: Wanted, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const comment = await findAllowed(tx, { actor, id, action: 'pin', now });
    if (on === (comment.pinnedAt !== null)) return;
    refuse(on ? refusalOfPin(comment, await countPinned(tx, comment.postId)) : null);
    await tx.comment.update({ where: { id }, data: { pinnedAt: on ? now : null }, select: { id: true } });
    emitChange(tx, actor, comment, on ? 'pinned' : 'unpinned');
  });
}

/** Marks a comment as the pick of the post's author, or no longer; done already, it changes nothing. */
export async function pickComment(actor: Actor, { id, on }: Wanted, now = new Date()) {
  requireCapability(actor, 'posts.write');
  return transaction(async (tx) => {
    const comment = await findAllowed(tx, { actor, id, action: 'pick', now });
    if (on === (comment.pickedAt !== null)) return;
    refuse(on ? refusalOfPick(comment) : null);
    await tx.comment.update({ where: { id }, data: { pickedAt: on ? now : null }, select: { id: true } });
    emitChange(tx, actor, comment, on ? 'picked' : 'unpicked');
  });
}

type Attempt = { actor: Actor; id: string; action: 'pin' | 'pick'; now: Date };

// Behind the lock of the thread: two moderators who pin at once would pin a fourth.
async function findAllowed(tx: Tx, { actor, id, action, now }: Attempt) {
  const place = await tx.comment.findUnique({ where: { id }, select: { postId: true } });
  if (place) await lockThread(tx, place.postId);
  const comment = await tx.comment.findUnique({ where: { id }, select: highlightSelect });
  const post = comment && (await findPolicyPost(tx, comment.postId, now));
  if (!post) throw new AppError('not_found', 'This comment no longer exists.');
  const isPostAuthor = await isAuthorOf(tx, actor, post.id);
  requireAllowed(action, { user: await findPolicyUser(tx, actor, now), post, comment, isPostAuthor, now });
  return comment;
}

async function isAuthorOf(tx: Tx, { id: userId }: Actor, postId: string) {
  const where = { postId_userId: { postId, userId } };
  return (await tx.postAuthor.findUnique({ where, select: { postId: true } })) !== null;
}

// One that was removed gives its place away.
function countPinned(tx: Tx, postId: string) {
  return tx.comment.count({ where: { postId, pinnedAt: { not: null }, status: 'approved' } });
}

function refuse(sentence: string | null) {
  if (sentence) throw new AppError('conflict', sentence);
}

type Change = 'pinned' | 'unpinned' | 'picked' | 'unpicked';

function emitChange(tx: Tx, actor: Actor, comment: { id: string; postId: string }, change: Change) {
  emit(tx, { type: 'comment.highlighted', actorId: actor.id, commentId: comment.id, postId: comment.postId, change });
}
