import 'server-only';
import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

type Target = { postId: string; tagId: null } | { tagId: string; postId: null } | { postId: null; tagId: null };
type Moved = { from: string; to: string } & Target;

/**
 * Redirects an old path to the post or tag itself, not to its current path, so that redirects never chain. Those to an
 * author name a path, and are changed with it.
 */
export async function storeRedirect(tx: Tx, { from, to, postId, tagId }: Moved) {
  await clearAddress(tx, to);
  const target = { postId, tagId, to: postId || tagId ? '' : to };
  await tx.redirect.updateMany({ where: { to: from, kind: 'exact' }, data: target });
  await tx.redirect.updateMany({ where: { to: from, kind: 'prefix' }, data: { to } });
  await tx.redirect.upsert({
    where: { from },
    create: { id: newId(), from, ...target, status: 301, source: 'slug-change', createdAt: new Date() },
    update: { ...target, status: 301, kind: 'exact', source: 'slug-change' },
  });
}

type PostMove = {
  postId: string;
  /** Null if nobody was ever shown the post there. */ from: string | null;
  to: string;
};

/** The same for many posts at once, whose own redirects name the post and so follow by themselves. */
export async function storeMoves(tx: Tx, moves: readonly PostMove[]) {
  await tx.redirect.deleteMany({ where: { from: { in: moves.map(({ to }) => to) } } });
  const left = moves.flatMap(({ postId, from }) => (from === null ? [] : [{ postId, from }]));
  const pointing = await tx.redirect.findMany({
    where: { to: { in: left.map(({ from }) => from) } },
    select: { id: true, to: true, kind: true },
  });
  for (const { id, to, kind } of pointing) {
    const move = moves.find(({ from }) => from === to);
    if (!move) continue;
    const target = kind === 'exact' ? { postId: move.postId, tagId: null, to: '' } : { to: move.to };
    await tx.redirect.update({ where: { id }, data: target, select: { id: true } });
  }
  const createdAt = new Date();
  await tx.redirect.deleteMany({ where: { from: { in: left.map(({ from }) => from) } } });
  await tx.redirect.createMany({
    data: left.map((move) => ({ id: newId(), ...move, status: 301, source: 'slug-change', createdAt })),
  });
}

/** Removes redirects from a path that is in use, which would hide its owner. */
export async function clearAddress(tx: Tx, path: string) {
  await tx.redirect.deleteMany({ where: { from: path } });
}
