import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { openableBy } from '@/lib/posts/post-access';
import type { Prisma } from '@/prisma/generated/sqlite/client';

/** Editors see all images; others their own, those of accessible posts, and ad managers those in slots. */
export function visibleTo(actor: Actor): Prisma.MediaWhereInput {
  if (can(actor, 'posts.edit-any')) return {};
  const post = openableBy(actor);
  return {
    OR: [
      { uploadedById: actor.id },
      { uses: { some: { post } } },
      { coverOf: { some: post } },
      ...(can(actor, 'slots.edit') ? [{ creatives: { some: {} } }] : []),
    ],
  };
}

/** Editors see all files; others their own, and those of accessible posts. */
export function filesVisibleTo(actor: Actor): Prisma.StoredFileWhereInput {
  if (can(actor, 'posts.edit-any')) return {};
  return { OR: [{ uploadedById: actor.id }, { uses: { some: { post: openableBy(actor) } } }] };
}
