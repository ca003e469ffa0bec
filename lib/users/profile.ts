import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { replaceMentionsOf } from '@/lib/comments/mentions/storing';
import { transaction } from '@/lib/database/db';
import { problemsOf } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { linesOf } from '@/lib/text/visible-text';
import { findAppearances } from './cache-tags';
import { requireFreeName } from './names';
import { nameField, websiteField } from './user';

export const profileForm = z.object({
  name: nameField,
  bio: z
    .string()
    .transform(linesOf)
    .pipe(z.string().max(1_000, 'Use at most 1,000 characters about yourself.'))
    .optional(),
  website: websiteField.optional(),
  /** A box without a tick is not sent. */
  hasProfile: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
});

/** What is wrong with the name of a profile, whatever its other fields hold. */
export function profileProblems(texts: (name: string) => string, actor: Actor) {
  return problemsOf(texts('name') === actor.name ? [] : [requireFreeName(texts('name'), actor)]);
}

const shownSelect = { name: true, slug: true, hasProfile: true } as const;

type ProfileChange = Pick<z.output<typeof profileForm>, 'name'> & Partial<z.output<typeof profileForm>>;

/** Changes the actor's public profile; absent fields stay unchanged. */
export async function updateProfile(actor: Actor, { name, bio, website, hasProfile }: ProfileChange) {
  if (name !== actor.name) await requireFreeName(name, actor);
  const data = {
    name,
    ...(bio === undefined ? {} : { bio }),
    ...(website === undefined ? {} : { website }),
    ...(hasProfile === undefined ? {} : { hasProfile }),
  };
  await transaction(async (tx) => {
    const account = { id: actor.id, deletedAt: null };
    const before = await tx.user.findFirst({ where: account, select: shownSelect });
    const { count } = await tx.user.updateMany({ where: account, data });
    if (count === 0 || !before) throw new AppError('not_found', 'This account no longer exists.');
    const after = { ...before, name, hasProfile: hasProfile ?? before.hasProfile };
    await replaceMentionsOf(tx, actor.id, { before, after });
    const appearances = await findAppearances(actor.id, tx);
    emit(tx, { type: 'user.profile-changed', actorId: actor.id, userId: actor.id, appearances });
  });
}
