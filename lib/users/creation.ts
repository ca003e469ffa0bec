import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Role } from '@/lib/auth/actor';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { avatarSeedFor } from './avatar-seed';
import { slugFromName } from './user';

type NewUser = {
  name: string;
  email: string;
  role: Role;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
};

/** Creates a user; a taken address violates the unique index (see `isTaken`). */
export async function createUserAccount(user: NewUser, tx: Tx) {
  const id = newId();
  return tx.user.create({
    data: {
      ...user,
      id,
      slug: await freeUserSlug(user.name, tx),
      avatarSeed: avatarSeedFor(id),
      createdAt: new Date(),
    },
    select: { id: true, sessionVersion: true },
  });
}

/** Whether a write failed because the e-mail address or slug was taken concurrently. */
export function isTaken(error: unknown) {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
}

async function freeUserSlug(name: string, tx: Tx) {
  const slug = slugFromName(name);
  const holder = await tx.user.findUnique({ where: { slug }, select: { id: true } });
  // Where the page of another author was, a redirect leads to it.
  const moved = await tx.redirect.findUnique({ where: { from: paths.author(slug) }, select: { id: true } });
  return holder || moved ? `${slug}-${randomBytes(3).toString('hex')}` : slug;
}
