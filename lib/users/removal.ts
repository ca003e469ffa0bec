import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { endSessionsOf } from '@/lib/auth/session-records';
import { withdrawTokens } from '@/lib/auth/tokens';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { runBulk } from '@/lib/posts/publishing/bulk';
import { CHANGE_OF_MIND_MS } from './delete-account';
import { moveTo, requireAuthor } from './giving-posts';
import { requireAnotherOwner, requireManageable } from './guards';
import { deletePasskeysOf } from './passkeys';

/** What becomes of the posts: another gets them, they stay under the name of an author without an account, or the trash. */
export const removalForm = z.object({
  id: z.string(),
  posts: z.enum(['give', 'keep', 'trash'], 'Choose what happens to their posts.'),
  into: z.string().max(300).default(''),
});

type Removal = z.output<typeof removalForm>;

const MAX_TRASHED = 500;

/** Takes somebody's account away. Unless their name stays with posts, it is deleted a day later, with their data. */
export async function removeUser(actor: Actor, removal: Removal) {
  requireCapability(actor, 'users.manage');
  requireCapability(actor, 'posts.edit-any');
  await requireRemovable(actor, removal.id);
  const own = removal.posts === 'trash' ? await ownPosts(removal.id) : [];
  const user = await transaction((tx) => removeWithin(tx, actor, removal));
  if (own.length > 0) await runBulk(actor, { action: 'trash', targets: own });
  return user;
}

/** Takes back a removal, within its day. What was given or trashed is taken back apart. */
export async function keepUser(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  return transaction(async (tx) => {
    const user = await requireManageable(actor, id, tx);
    const { count } = await tx.user.updateMany({
      where: { id, deletesAt: { not: null } },
      data: { deletesAt: null, bannedAt: null, bannedUntil: null, banReason: '' },
    });
    if (count === 0) throw new AppError('conflict', 'This account is not about to be deleted.');
    emit(tx, { type: 'user.deletion-cancelled', actorId: actor.id, userId: id });
    return user;
  });
}

async function requireRemovable(actor: Actor, id: string) {
  if (id === actor.id) throw new AppError('conflict', 'Delete your own account on your account page.');
  await requireManageable(actor, id, readDb);
  const user = await readDb.user.findUnique({ where: { id }, select: { deletesAt: true } });
  if (user?.deletesAt) throw new AppError('conflict', 'This account is about to be deleted already.');
}

async function removeWithin(tx: Tx, actor: Actor, { id, posts, into }: Removal) {
  const user = await requireManageable(actor, id, tx);
  if (user.role === 'owner') await requireAnotherOwner(tx);
  if (posts === 'give') {
    const other = await requireAuthor(tx, into, id);
    const from = await tx.user.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, slug: true } });
    await moveTo(tx, from, other, actor.id);
  }
  await (posts === 'keep' ? closeAccount(tx, id) : suspendUntilDeleted(tx, id));
  await endSessionsOf(id, tx);
  await withdrawTokens(['magic-link', 'reset-password', 'confirm-email', 'change-email'], id, tx);
  emit(tx, { type: 'user.removed', actorId: actor.id, userId: id, posts });
  return user;
}

async function suspendUntilDeleted(tx: Tx, id: string) {
  const now = new Date();
  const deletesAt = new Date(now.getTime() + CHANGE_OF_MIND_MS);
  const data = { deletesAt, bannedAt: now, bannedUntil: null, banReason: '' };
  await tx.user.update({ where: { id }, data, select: { id: true } });
}

// As an imported author, who can be given an account again.
async function closeAccount(tx: Tx, id: string) {
  const data = { email: null, emailVerifiedAt: null, passwordHash: null, role: 'reader' };
  await tx.user.update({ where: { id }, data, select: { id: true } });
  await tx.account.deleteMany({ where: { userId: id } });
  await deletePasskeysOf(id, tx);
}

/** Those that nobody else wrote with them. */
async function ownPosts(userId: string) {
  const rows = await readDb.post.findMany({
    where: { authors: { some: { userId }, every: { userId } }, status: { not: 'trashed' } },
    take: MAX_TRASHED + 1,
    select: { id: true },
  });
  if (rows.length <= MAX_TRASHED) return rows;
  const sentence = `They have more than ${MAX_TRASHED} posts. Give them to another author, or keep them under the name.`;
  throw new AppError('invalid', sentence, { fields: { posts: sentence } });
}
