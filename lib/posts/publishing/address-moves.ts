import 'server-only';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

type Moved = { from: string; to: string } & ({ postId: string; tagId: null } | { tagId: string; postId: null });

/**
 * Records that a post or a tag left an address. The redirect points to the subject, not its address: it follows every
 * later move, so chains cannot form. Manual redirects to the old address are updated, and none may exist at the new
 * one.
 */
export async function storeRedirect(tx: Tx, { from, to, postId, tagId }: Moved) {
  await clearAddress(tx, to);
  const target = { postId, tagId, to: '' };
  await tx.redirect.updateMany({ where: { to: from }, data: target });
  await tx.redirect.upsert({
    where: { from },
    create: { id: newId(), from, ...target, status: 301, source: 'slug-change', createdAt: new Date() },
    update: { ...target, status: 301, source: 'slug-change' },
  });
}

/** This address is in use now: a redirect from it would hide its owner. */
export async function clearAddress(tx: Tx, path: string) {
  await tx.redirect.deleteMany({ where: { from: path } });
}
