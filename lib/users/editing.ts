import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { replaceMentionsOf } from '@/lib/comments/mentions/storing';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { storeRedirect } from '@/lib/posts/publishing/address-moves';
import { formProblem } from '@/lib/posts/publishing/slugs';
import { linesOf } from '@/lib/text/visible-text';
import { paths } from '@/lib/web/paths';
import { addressesLedTo } from './author-addresses';
import { findAppearances } from './cache-tags';
import { requireManageable } from './guards';
import { requireFreeName } from './names';
import { nameField, websiteField } from './user';

export const editForm = z.object({
  id: z.string(),
  name: nameField,
  slug: z.string().trim(),
  bio: z.string().transform(linesOf).pipe(z.string().max(1_000, 'Use at most 1,000 characters for the biography.')),
  website: websiteField,
});

/** Changes the profile of somebody else; the old address of their author page redirects to the new one. */
export async function editUser(actor: Actor, { id, name, slug, bio, website }: z.output<typeof editForm>) {
  requireCapability(actor, 'users.manage');
  return transaction(async (tx) => {
    const { role } = await requireManageable(actor, id, tx);
    const before = await tx.user.findUniqueOrThrow({
      where: { id },
      select: { name: true, slug: true, hasProfile: true },
    });
    if (name !== before.name) await requireFreeName(name, { id, role });
    if (slug !== before.slug) await requireFreeSlug(tx, slug, { id, before: before.slug });
    await tx.user.update({ where: { id }, data: { name, slug, bio, website }, select: { id: true } });
    const leftAddresses = await addressesLedTo(tx, before.slug);
    if (slug !== before.slug) {
      const moved = { from: paths.author(before.slug), to: paths.author(slug) };
      await storeRedirect(tx, { ...moved, postId: null, tagId: null });
    }
    await replaceMentionsOf(tx, id, { before, after: { ...before, name, slug } });
    const appearances = await findAppearances(id, tx);
    const slugs = [...new Set([before.slug, slug])];
    emit(tx, { type: 'user.edited', actorId: actor.id, userId: id, slugs, leftAddresses, appearances });
    return { name };
  });
}

async function requireFreeSlug(tx: Tx, slug: string, own: { id: string; before: string }) {
  const problem = formProblem(slug) ?? (slug.startsWith('deleted-') ? '"deleted-" is reserved.' : null);
  if (problem) throw wrongSlug(problem);
  const holder = await tx.user.findUnique({ where: { slug }, select: { name: true } });
  if (holder) throw wrongSlug(`The author page of ${holder.name} has this URL slug.`);
  const moved = await tx.redirect.findUnique({ where: { from: paths.author(slug) }, select: { to: true } });
  if (moved && moved.to !== paths.author(own.before))
    throw wrongSlug('This was the URL slug of another author, and still leads to their page.');
}

function wrongSlug(sentence: string) {
  return new AppError('invalid', sentence, { fields: { slug: sentence } });
}
