import 'server-only';
import { can, roles } from '@/lib/auth/actor';
import { readDb, type Tx } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { Colleague } from './note';

const MAX_COLLEAGUES = 500;
const [editing, writing] = (['posts.edit-any', 'posts.write'] as const).map((capability) =>
  roles.filter((role) => can({ role }, capability)),
);

/** The people who may read the notes of a post: those who edit every post, and its own authors. */
function whoMayRead(postId: string): Prisma.UserWhereInput {
  return {
    deletedAt: null,
    bannedAt: null,
    OR: [{ role: { in: editing! } }, { role: { in: writing! }, postAuthors: { some: { postId } } }],
  };
}

/** Whom a note on a post can mention, by name. */
export function listColleagues(postId: string, tx: Tx = readDb): Promise<Colleague[]> {
  return tx.user.findMany({
    where: whoMayRead(postId),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MAX_COLLEAGUES,
    select: { id: true, name: true, slug: true },
  });
}

/** The ids of all who edit every post; at most MAX_COLLEAGUES. */
export async function editorsOf(tx: Tx): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: { deletedAt: null, bannedAt: null, role: { in: editing! } },
    orderBy: { id: 'asc' },
    take: MAX_COLLEAGUES,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Those of them who may read the notes of the post now. */
export async function whoOf(tx: Tx, { postId, userIds }: { postId: string; userIds: readonly string[] }) {
  if (userIds.length === 0) return [];
  const rows = await tx.user.findMany({
    where: { AND: [whoMayRead(postId), { id: { in: [...userIds] } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
