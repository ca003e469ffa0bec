import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { withdrawTokens } from '@/lib/auth/tokens';
import { commenterHash } from '@/lib/comments/commenters';
import { deleteMailedOf } from '@/lib/comments/mailed';
import { anonymiseReportsOf } from '@/lib/comments/reports/retention';
import { deleteChecksOf } from '@/lib/comments/services/checks';
import { removeLikesOf } from '@/lib/comments/liking';
import { eraseMentionsOf } from '@/lib/comments/mentions/storing';
import { deleteNotificationsOf } from '@/lib/notifications/own-data';
import { removeReactionsOf } from '@/lib/reactions/reacting';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { paths } from '@/lib/web/paths';
import { translatorOf } from '@/lib/i18n/translator';
import { deleteFiltersOf } from '@/lib/saved-filters/saving';
import { newId } from '@/lib/platform/ids';
import { getSettings } from '@/lib/settings/queries';
import { findAppearances } from './cache-tags';
import { avatarSeedFor } from './avatar-seed';
import { requireAnotherOwner } from './guards';
import { removePictureFile } from './pictures';
import { deletePasskeysOf } from './passkeys';
import { requireOwnPassword } from './passwords';

export const deleteAccountForm = z.object({ ownPassword: z.string().default('') });

const shownSelect = { name: true, slug: true, hasProfile: true } as const;
export const CHANGE_OF_MIND_MS = 24 * 60 * 60 * 1000;
const MAX_AT_ONCE = 100;

/** Has the actor's account deleted in a day; until then `keepAccount` takes it back. */
export async function scheduleDeletion(actor: Actor, { ownPassword }: z.output<typeof deleteAccountForm>) {
  await requireOwnPassword(actor, ownPassword, 'ownPassword');
  const deletesAt = new Date(Date.now() + CHANGE_OF_MIND_MS);
  await transaction(async (tx) => {
    if (actor.role === 'owner') await requireAnotherOwner(tx);
    const { count } = await tx.user.updateMany({ where: { id: actor.id, deletesAt: null }, data: { deletesAt } });
    if (count > 0) emit(tx, { type: 'user.deletion-scheduled', actorId: actor.id, userId: actor.id });
  });
}

/** Takes back what `scheduleDeletion` began. */
export async function keepAccount(actor: Actor) {
  await transaction(async (tx) => {
    const where = { id: actor.id, deletesAt: { not: null } };
    const { count } = await tx.user.updateMany({ where, data: { deletesAt: null } });
    if (count > 0) emit(tx, { type: 'user.deletion-cancelled', actorId: actor.id, userId: actor.id });
  });
}

/** Deletes the accounts whose day is over, with their personal data; posts and comments stay, anonymised. */
export async function deleteDueAccounts(now = new Date()) {
  const due = await readDb.user.findMany({
    where: { deletesAt: { lte: now } },
    orderBy: { deletesAt: 'asc' },
    select: { id: true },
    take: MAX_AT_ONCE,
  });
  const { language } = await getSettings();
  const name = translatorOf(language)('account.deletedName');
  for (const { id } of due) {
    const avatar = await transaction((tx) => deleteIfDue({ id, name }, now, tx));
    await removePictureFile(avatar);
  }
}

type Deleted = { id: string; /** What stands for their name from then on. */ name: string };

/** Returns the avatar of whom it deleted, else "". */
async function deleteIfDue({ id, name }: Deleted, now: Date, tx: Tx) {
  // Locks the account: of two processes one deletes it, and nobody keeps it meanwhile.
  const { count } = await tx.user.updateMany({ where: { id, deletesAt: { lte: now } }, data: { deletesAt: null } });
  if (count === 0) return '';
  const { email, role, avatarSeed, slug } = await tx.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, role: true, avatarSeed: true, slug: true },
  });
  if (role === 'owner' && !(await hasOwnerBesides(id, tx))) {
    emit(tx, { type: 'user.deletion-cancelled', actorId: null, userId: id });
    return '';
  }
  const appearances = await findAppearances(id, tx);
  await deleteMailedOf(id, email, tx);
  if (email) await tx.importedCommenter.deleteMany({ where: { emailHash: commenterHash(email) } });
  await tx.redirect.deleteMany({ where: { to: paths.author(slug) } });
  const postIds = await eraseAccount({ id, name }, tx);
  if (postIds.length > 0) emit(tx, { type: 'likes.changed', actorId: id, postIds });
  emit(tx, { type: 'user.deleted', actorId: id, userId: id, appearances });
  return avatarSeed;
}

async function hasOwnerBesides(id: string, tx: Tx) {
  const where = { role: 'owner', deletedAt: null, id: { not: id } };
  const { count } = await tx.user.updateMany({ where, data: { updatedAt: new Date() } });
  return count > 0;
}

async function eraseAccount({ id, name }: Deleted, tx: Tx) {
  const anonymised = newId();
  await eraseMentionsOf(tx, id, await tx.user.findUniqueOrThrow({ where: { id }, select: shownSelect }));
  await tx.user.update({
    where: { id },
    data: {
      name,
      slug: `deleted-${anonymised}`,
      email: null,
      emailVerifiedAt: null,
      passwordHash: null,
      bio: '',
      website: '',
      dashboardLanguage: null,
      onboardingDismissedAt: null,
      role: 'reader',
      banReason: '',
      commentRestriction: '',
      commentRestrictionNote: '',
      avatarSeed: avatarSeedFor(anonymised),
      sessionVersion: { increment: 1 },
      deletedAt: new Date(),
    },
    select: { id: true },
  });
  await tx.account.deleteMany({ where: { userId: id } });
  await deletePasskeysOf(id, tx);
  await tx.mute.deleteMany({ where: { OR: [{ userId: id }, { mutedId: id }] } });
  await deleteNotificationsOf(id, tx);
  await tx.commentStatement.deleteMany({ where: { userId: id } });
  await tx.session.deleteMany({ where: { userId: id } });
  await tx.postTransfer.deleteMany({ where: { OR: [{ fromId: id }, { intoId: id }] } });
  await tx.codeTest.deleteMany({ where: { userId: id } });
  await deleteFiltersOf(id, tx);
  await tx.comment.updateMany({ where: { authorId: id }, data: { ipHash: '', authorName: '', authorUrl: '' } });
  await deleteChecksOf(id, tx);
  await anonymiseReportsOf(id, tx);
  await withdrawTokens(['magic-link', 'reset-password', 'confirm-email', 'change-email'], id, tx);
  return [...(await removeLikesOf(id, tx)), ...(await removeReactionsOf(id, tx))];
}
