import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { commenterHash } from '@/lib/comments/commenters';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { findAppearances } from './cache-tags';

/** How many imported comments were written with the actor's address and belong to nobody; 0 until it is confirmed. */
export async function countClaimable(actor: Actor) {
  const emailHash = await hashOf(actor, readDb);
  return emailHash ? readDb.importedCommenter.count({ where: { emailHash } }) : 0;
}

/** Makes them the actor's own: under their name, with their picture, in their export. */
export async function claimComments(actor: Actor) {
  return transaction(async (tx) => {
    const emailHash = await hashOf(actor, tx);
    if (!emailHash) throw new AppError('forbidden', 'Confirm your e-mail address first.');
    const count = await tx.$executeRaw`
      UPDATE "Comment" SET "authorId" = ${actor.id}, "updatedAt" = ${new Date()}
      WHERE "authorId" IS NULL AND "id" IN (
        SELECT "commentId" FROM "ImportedCommenter" WHERE "emailHash" = ${emailHash})`;
    await tx.importedCommenter.deleteMany({ where: { emailHash } });
    const appearances = await findAppearances(actor.id, tx);
    if (count > 0) emit(tx, { type: 'user.comments-claimed', actorId: actor.id, userId: actor.id, count, appearances });
    return count;
  });
}

async function hashOf({ id }: Actor, from: Pick<Tx, 'user'>) {
  const user = await from.user.findUnique({ where: { id }, select: { email: true, emailVerifiedAt: true } });
  return user?.emailVerifiedAt ? commenterHash(user.email ?? '') : '';
}
