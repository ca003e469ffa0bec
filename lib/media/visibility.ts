import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { openableBy } from '@/lib/posts/post-access';
import type { Prisma } from '@/prisma/generated/sqlite/client';

/**
 * The images that a user finds in the library: editors all; others their own, those of posts that they may open, and ad
 * managers those in slots. An image, its name and its description may reveal a draft.
 */
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
