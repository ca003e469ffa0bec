import 'server-only';
import { z } from 'zod';
import { roles, type Role } from '@/lib/auth/actor';
import { emailField, normaliseEmail } from '@/lib/auth/email';
import { hashPassword } from '@/lib/auth/passwords';
import { endSessionsOf } from '@/lib/auth/session-records';
import { issueToken } from '@/lib/auth/tokens';
import { readDb, transaction } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { paths } from '@/lib/web/paths';
import { createUserAccount, isTaken } from './creation';
import { requireAnotherOwner } from './guards';
import { deletePasskeysOf } from './passkeys';
import { replacePassword } from './passwords';
import { nameField } from './user';
import { requireGoodPassword } from './sign-up';

// Account commands of the command-line tool, without role checks.
const operator = { id: null };
const DAY_SECONDS = 24 * 60 * 60;

export const newUser = z.object({
  email: emailField,
  name: nameField,
  role: z.enum(roles, `The role must be one of ${roles.join(', ')}.`),
});

/** Creates an account; without a password, returns a one-time link valid for seven days. */
export async function createUserByHand(user: z.output<typeof newUser>, password: string | null) {
  if (password !== null) await requireGoodPassword(password, user);
  const passwordHash = password === null ? null : await hashPassword(password);
  const { id } = await transaction(async (tx) => {
    const created = await createUserAccount({ ...user, passwordHash, emailVerifiedAt: new Date() }, tx);
    emit(tx, { type: 'user.created', actorId: operator.id, userId: created.id, role: user.role });
    return created;
  }).catch((error: unknown) => {
    if (isTaken(error)) throw new AppError('conflict', 'This e-mail address is already in use.');
    throw error;
  });
  if (password !== null) return { id, link: null };
  const secret = await issueToken({ purpose: 'magic-link', subject: id, seconds: 7 * DAY_SECONDS });
  return { id, link: `${env().siteUrl}${paths.magicLink(secret)}` };
}

export async function listUsers(role: Role | null) {
  return readDb.user.findMany({
    where: { deletedAt: null, email: { not: null }, ...(role ? { role } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, email: true, name: true, role: true, bannedAt: true, createdAt: true },
  });
}

/** Changes a user's role; throws for the last owner. */
export async function setRoleByHand(email: string, role: Role) {
  const { id } = await requireUser(email);
  await transaction(async (tx) => {
    const present = await tx.user.findUniqueOrThrow({ where: { id }, select: { role: true } });
    if (present.role === role) return;
    if (present.role === 'owner') await requireAnotherOwner(tx);
    await tx.user.update({ where: { id }, data: { role }, select: { id: true } });
    await endSessionsOf(id, tx);
    emit(tx, { type: 'user.role-changed', actorId: operator.id, userId: id, from: present.role, to: role });
  });
}

/** Sets a user's password, or returns a link to choose one, valid for a day. */
export async function resetPasswordByHand(email: string, password: string | null) {
  const { id } = await requireUser(email);
  if (password !== null) {
    await replacePassword(id, password);
    return null;
  }
  const secret = await issueToken({ purpose: 'reset-password', subject: id, seconds: DAY_SECONDS });
  return `${env().siteUrl}${paths.newPassword(secret)}`;
}

/** Removes all passkeys of a user who lost them, and signs them out; returns how many there were. */
export async function resetPasskeysByHand(email: string) {
  const { id } = await requireUser(email);
  return transaction(async (tx) => {
    const removed = await deletePasskeysOf(id, tx);
    await endSessionsOf(id, tx);
    if (removed > 0) emit(tx, { type: 'user.passkey-removed', actorId: operator.id, userId: id });
    return removed;
  });
}

async function requireUser(typed: string) {
  const email = normaliseEmail(typed);
  const user = email && (await readDb.user.findFirst({ where: { email, deletedAt: null }, select: { id: true } }));
  if (!user) throw new AppError('not_found', `No user has the e-mail address ${typed}.`);
  return user;
}
