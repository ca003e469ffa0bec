import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { publicWhere } from './visibility';

/** The posts whose titles a user may read: public ones, their own, and for editors all. */
export function openableBy(actor: Actor, now = new Date()): Prisma.PostWhereInput {
  if (can(actor, 'posts.edit-any')) return {};
  return { OR: [publicWhere(now), ownedBy(actor)] };
}

/** Whether they may also open it in the editor. */
export function ownedBy(actor: Actor): Prisma.PostWhereInput {
  if (!can(actor, 'posts.write')) return { id: '' };
  return can(actor, 'posts.edit-any') ? {} : { authors: { some: { userId: actor.id } } };
}
