import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

export const MAX_MUTED = 500;

export const muteForm = z.object({ commentId: z.string().min(1).max(40), intent: z.enum(['mute', 'unmute']) });
export const unmuteForm = z.object({ mutedId: z.string().min(1).max(40) });

/** Hides the comments of a comment's author from the actor, or shows them again; nobody else is told. */
export async function muteAuthor(actor: Actor, { commentId, intent }: z.output<typeof muteForm>, now = new Date()) {
  const { id: userId } = requireCapability(actor, 'comments.write');
  return transaction(async (tx) => {
    const author = await findAuthor(tx, commentId);
    const key = { userId, mutedId: author.id };
    if (intent === 'unmute') await tx.mute.deleteMany({ where: key });
    else await add(tx, key, now);
    return { name: author.name };
  });
}

/** Shows somebody's comments to the actor again. */
export async function unmute(actor: Actor, { mutedId }: z.output<typeof unmuteForm>) {
  await transaction((tx) => tx.mute.deleteMany({ where: { userId: actor.id, mutedId } }));
}

async function findAuthor(tx: Tx, commentId: string) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, status: 'approved' },
    select: { author: { select: { id: true, name: true } } },
  });
  if (!comment) throw new AppError('not_found', 'This comment no longer exists.');
  if (!comment.author) throw new AppError('conflict', 'Who wrote this has no account here, and cannot be muted.');
  return comment.author;
}

async function add(tx: Tx, key: { userId: string; mutedId: string }, now: Date) {
  if (key.userId === key.mutedId) throw new AppError('conflict', 'You cannot mute yourself.');
  const muted = await tx.mute.findMany({ where: { userId: key.userId }, select: { mutedId: true }, take: MAX_MUTED });
  if (muted.some(({ mutedId }) => mutedId === key.mutedId)) return;
  if (muted.length === MAX_MUTED) {
    throw new AppError('conflict', `You can mute ${MAX_MUTED} people. Unmute somebody in your account first.`);
  }
  await tx.$executeRaw`
    INSERT INTO "Mute" ("userId", "mutedId", "createdAt") VALUES (${key.userId}, ${key.mutedId}, ${now})
    ON CONFLICT DO NOTHING`;
}
