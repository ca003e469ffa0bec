import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { publicWhere } from './visibility';

/** Condition for the posts whose titles a user may read: public, own, and for editors all. */
export function openableBy(actor: Actor, now = new Date()): Prisma.PostWhereInput {
  if (can(actor, 'posts.edit-any')) return {};
  return { OR: [publicWhere(now), ownedBy(actor)] };
}

/** Condition for the posts a user may open in the editor: all, their own, or what of it is not published. */
export function ownedBy(actor: Actor): Prisma.PostWhereInput {
  if (!can(actor, 'posts.write')) return { id: '' };
  if (can(actor, 'posts.edit-any')) return {};
  const own = { authors: { some: { userId: actor.id } } };
  return can(actor, 'posts.publish') ? own : { ...own, AND: [unpublished] };
}

const unpublished = {
  OR: [
    { status: { in: ['draft', 'review'] } },
    { status: 'trashed', statusBeforeTrash: { in: ['', 'draft', 'review'] } },
  ],
};
