import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { withdrawTokens } from '@/lib/auth/tokens';
import { deleteMailedOf } from '@/lib/comments/mailed';
import { anonymiseReportsOf } from '@/lib/comments/reports/retention';
import { removeLikesOf } from '@/lib/comments/liking';
import { deleteNotificationsOf } from '@/lib/notifications/own-data';
import { removeReactionsOf } from '@/lib/reactions/reacting';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { newId } from '@/lib/platform/ids';
import { findAppearances } from './cache-tags';
import { avatarSeedFor } from './avatar-seed';
import { requireAnotherOwner } from './guards';
import { deletePasskeysOf } from './passkeys';
import { requireOwnPassword } from './passwords';
import { DELETED_NAME } from './user';

export const deleteAccountForm = z.object({ ownPassword: z.string().default('') });

/** Deletes the actor's account and personal data; posts and comments stay, anonymised. */
export async function deleteAccount(actor: Actor, { ownPassword }: z.output<typeof deleteAccountForm>) {
  await requireOwnPassword(actor, ownPassword, 'ownPassword');
  await transaction(async (tx) => {
    if (actor.role === 'owner') await requireAnotherOwner(tx);
    const appearances = await findAppearances(actor.id, tx);
    await deleteMailedOf(actor.id, await findEmail(actor.id, tx), tx);
    const postIds = await eraseAccount(actor.id, tx);
    if (postIds.length > 0) emit(tx, { type: 'likes.changed', actorId: actor.id, postIds });
    emit(tx, { type: 'user.deleted', actorId: actor.id, userId: actor.id, appearances });
  });
}

async function findEmail(id: string, tx: Tx) {
  return (await tx.user.findUnique({ where: { id }, select: { email: true } }))?.email ?? null;
}

async function eraseAccount(id: string, tx: Tx) {
  const anonymised = newId();
  await tx.user.update({
    where: { id },
    data: {
      name: DELETED_NAME,
      slug: `deleted-${anonymised}`,
      email: null,
      emailVerifiedAt: null,
      passwordHash: null,
      bio: '',
      website: '',
      role: 'reader',
      banReason: '',
      avatarSeed: avatarSeedFor(anonymised),
      sessionVersion: { increment: 1 },
      deletedAt: new Date(),
    },
    select: { id: true },
  });
  await tx.account.deleteMany({ where: { userId: id } });
  await deletePasskeysOf(id, tx);
  await tx.mute.deleteMany({ where: { OR: [{ userId: id }, { mutedId: id }] } });
  await deleteNotificationsOf(id, tx);
  await tx.session.deleteMany({ where: { userId: id } });
  await tx.comment.updateMany({ where: { authorId: id }, data: { ipHash: '', authorName: '', authorUrl: '' } });
  await anonymiseReportsOf(id, tx);
  await withdrawTokens(['magic-link', 'reset-password', 'confirm-email'], id, tx);
  return [...(await removeLikesOf(id, tx)), ...(await removeReactionsOf(id, tx))];
}
