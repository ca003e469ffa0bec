import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { FetchError, fetchPublic, type FetchOptions } from '@/lib/fetching/fetching';
import { MAX_SQUARE_BYTES } from '@/lib/media/squares';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { PICTURE_SIDE } from './avatar';
import { setPicture } from './pictures';

type Source = { address: string } & Pick<FetchOptions, 'mayDial'>;

const gravatar: Source = { address: 'https://gravatar.com/avatar/' };

/**
 * Shows the picture that the actor has at Gravatar, as a copy: this server asks for it, once, with the SHA-256 of their
 * address (https://docs.gravatar.com/rest/hash/), and no reader's browser ever does.
 */
export async function copyGravatar(actor: Actor, { address, mayDial }: Source = gravatar) {
  if (!(await getSettings()).gravatar) throw new AppError('forbidden', 'This site does not use Gravatar.');
  const user = await readDb.user.findUnique({
    where: { id: actor.id },
    select: { email: true, emailVerifiedAt: true },
  });
  if (!user?.email || !user.emailVerifiedAt) throw new AppError('forbidden', 'Confirm your e-mail address first.');
  const hash = createHash('sha256').update(user.email).digest('hex');
  const { bytes } = await fetchPublic(`${address}${hash}?s=${PICTURE_SIDE}&d=404`, {
    accept: 'image/*',
    largest: MAX_SQUARE_BYTES,
    ...(mayDial ? { mayDial } : {}),
  }).catch((error: unknown) => {
    throw error instanceof FetchError && error.answered === 404
      ? new AppError('not_found', 'There is no picture for your address at Gravatar.')
      : error;
  });
  await setPicture(actor, bytes);
}
