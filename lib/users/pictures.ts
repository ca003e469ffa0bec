import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { storeSquare } from '@/lib/media/squares';
import { isRemoved } from '@/lib/media/forgetting';
import { AppError } from '@/lib/platform/errors';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { isPicture, PICTURE_FOLDER, PICTURE_SIDE } from './avatar';
import { avatarSeedFor } from './avatar-seed';
import { findAppearances } from './cache-tags';

const RATE_LIMIT = { name: 'account.picture', limit: 20, seconds: 60 * 60 };

/** Shows an image of the actor's beside their name, instead of the generated avatar. */
export async function setPicture(actor: Actor, bytes: Uint8Array) {
  if (!actor.emailVerified) throw new AppError('forbidden', 'Confirm your e-mail address first.');
  await countAttempt(RATE_LIMIT, actor.id);
  const path = await storeSquare({ bytes, side: PICTURE_SIDE, folder: PICTURE_FOLDER, owner: actor.id });
  await changeAvatar(actor, path);
}

/** Shows the generated avatar again. */
export async function removePicture(actor: Actor) {
  await changeAvatar(actor, avatarSeedFor(actor.id));
}

/** Deletes the file of a picture; of a generated avatar there is none. */
export async function removePictureFile(avatarSeed: string) {
  if (!isPicture(avatarSeed)) return;
  const isUsed = (await db.user.count({ where: { avatarSeed } })) > 0;
  if (!isUsed) await isRemoved(avatarSeed);
}

async function changeAvatar(actor: Actor, avatarSeed: string) {
  const before = await transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: actor.id, deletedAt: null }, select: { avatarSeed: true } });
    if (!user) throw new AppError('not_found', 'This account no longer exists.');
    await tx.user.update({ where: { id: actor.id }, data: { avatarSeed }, select: { id: true } });
    const appearances = await findAppearances(actor.id, tx);
    emit(tx, { type: 'user.profile-changed', actorId: actor.id, userId: actor.id, appearances });
    return user.avatarSeed;
  });
  await removePictureFile(before);
}
