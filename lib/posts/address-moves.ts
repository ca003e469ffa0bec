import 'server-only';
import type { Tx } from '@/lib/db';
import { newId } from '@/lib/ids';

type Moved = { from: string; to: string } & ({ postId: string; tagId: null } | { tagId: string; postId: null });

/**
 * Remembers that a post or a tag left an address. The redirect knows whom it leads to, not where: it follows every later
 * move, so chains cannot form. Redirects by hand to the old address are led on, and none may stand at the new one.
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

/** Somebody lives at this address now: a redirect from it would hide them. */
export async function clearAddress(tx: Tx, path: string) {
  await tx.redirect.deleteMany({ where: { from: path } });
}
