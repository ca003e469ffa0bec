import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newestFields, requireEditable } from '@/lib/posts/editing/post-record';
import { editorsOf } from './colleagues';
import { noteBody } from './note';
import { storeNote } from './writing';

export const returnForm = z.object({ id: z.string().min(1).max(64), body: noteBody });

/** Submits a draft for review: it waits for an editor, who is told of it, and can still be edited. */
export async function handIn(actor: Actor, { id }: { id: string }, now = new Date()) {
  await transaction(async (tx) => {
    const post = await requireEditable(actor, id, tx);
    if (newestFields(post).title === '') {
      const sentence = 'Give it a title before you submit it for review.';
      throw new AppError('invalid', sentence, { fields: { title: sentence } });
    }
    await move(tx, { id, from: 'draft', to: 'review' });
    await storeNote(tx, { actor, postId: id, typed: '', kind: 'handed-in', tells: await editorsOf(tx), now });
    emit(tx, { type: 'post.review-changed', actorId: actor.id, postId: id, change: 'handed-in' });
  });
}

/** Makes it a draft again. */
export async function takeBack(actor: Actor, { id }: { id: string }) {
  await transaction(async (tx) => {
    await requireEditable(actor, id, tx);
    await move(tx, { id, from: 'review', to: 'draft' });
    emit(tx, { type: 'post.review-changed', actorId: actor.id, postId: id, change: 'taken-back' });
  });
}

/** Returns it with a reason, which is a note on the post; its authors are told. */
export async function returnPost(actor: Actor, { id, body }: z.output<typeof returnForm>, now = new Date()) {
  requireCapability(actor, 'posts.edit-any');
  await transaction(async (tx) => {
    const post = await requireEditable(actor, id, tx);
    await move(tx, { id, from: 'review', to: 'draft' });
    const tells = post.authors.map(({ userId }) => userId);
    await storeNote(tx, { actor, postId: id, typed: body, kind: 'returned', tells, now });
    emit(tx, { type: 'post.review-changed', actorId: actor.id, postId: id, change: 'returned' });
  });
}

type Move = { id: string; from: 'draft' | 'review'; to: 'draft' | 'review' };

// The condition makes one of two who act at once the second.
async function move(tx: Tx, { id, from, to }: Move) {
  const { count } = await tx.post.updateMany({
    where: { id, status: from },
    data: { status: to, version: { increment: 1 } },
  });
  if (count > 0) return;
  throw new AppError(
    'conflict',
    from === 'draft' ? 'Only a draft can be submitted for review.' : 'This post is not in review any more.',
  );
}
