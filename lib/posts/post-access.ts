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

/** Condition for the posts that the admin lists for a user: all for editors, else their own, also those they no longer edit. */
export function listedFor(actor: Actor): Prisma.PostWhereInput {
  return can(actor, 'posts.edit-any') ? {} : { authors: { some: { userId: actor.id } } };
}

/** Condition for the posts whose notes a user may read and write: all for editors, else their own, also those they no longer edit. */
export function discussedBy(actor: Actor): Prisma.PostWhereInput {
  return can(actor, 'posts.write') ? listedFor(actor) : { id: '' };
}

type Stored = { status: string; statusBeforeTrash: string };

/** Whether a user may edit a post that is listed for them. */
export function mayEditListed(actor: Actor, { status, statusBeforeTrash }: Stored) {
  if (can(actor, 'posts.publish')) return true;
  return open.includes(status) || (status === 'trashed' && ['', ...open].includes(statusBeforeTrash));
}

const open = ['draft', 'review'];

const unpublished = {
  OR: [{ status: { in: open } }, { status: 'trashed', statusBeforeTrash: { in: ['', ...open] } }],
};
