import 'server-only';
import { z } from 'zod';
import { canGrant, roles, type Actor } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import { requireCapability } from '@/lib/auth/guards';
import { issueToken } from '@/lib/auth/tokens';
import { readDb, transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { hasMailServer } from '@/lib/mail/delivery';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { paths } from '@/lib/web/paths';
import { createUserAccount, isTaken } from './creation';
import { absolute } from './email-parts';
import { requireManageable } from './guards';
import { limits } from './rate-limits';
import { nameField } from './user';

export const inviteForm = z.object({
  name: nameField,
  email: emailField,
  role: z.enum(roles, 'Choose one of the roles.'),
});
export const adoptForm = z.object({ id: z.string(), email: emailField });

const INVITATION_SECONDS = 7 * 24 * 60 * 60;
const taken = 'This e-mail address is already in use.';

/** Creates an account and sends an invitation link. */
export async function inviteUser(actor: Actor, { name, email, role }: z.output<typeof inviteForm>) {
  requireCapability(actor, 'users.manage');
  if (!canGrant(actor, 'reader', role)) {
    throw new AppError('forbidden', 'Only an owner can assign the owner or admin role.');
  }
  return transaction(async (tx) => {
    const user = await createUserAccount({ name, email, role, passwordHash: null, emailVerifiedAt: null }, tx);
    emit(tx, { type: 'user.invited', actorId: actor.id, userId: user.id, role });
    return { id: user.id };
  }).catch(explainTaken);
}

/** Gives an imported author without an address an account, with their posts and comments. */
export async function inviteImported(actor: Actor, { id, email }: z.output<typeof adoptForm>) {
  requireCapability(actor, 'users.manage');
  return transaction(async (tx) => {
    const user = await requireManageable(actor, id, tx);
    if (user.email) throw new AppError('conflict', 'This user already has an e-mail address.');
    await tx.user.update({ where: { id }, data: { email }, select: { id: true } });
    emit(tx, { type: 'user.invited', actorId: actor.id, userId: id, role: null });
    return user;
  }).catch(explainTaken);
}

/** Sends the invitation again to somebody who has not come yet. */
export async function inviteAgain(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  const { email } = await requireManageable(actor, id, readDb);
  if (email) await countAttempt(limits.invitationsTo, email);
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id }, select: { email: true, emailVerifiedAt: true } });
    if (!user?.email) throw new AppError('conflict', 'This user has no e-mail address.');
    if (user.emailVerifiedAt) throw new AppError('conflict', 'This user has followed an invitation already.');
    emit(tx, { type: 'user.invited', actorId: actor.id, userId: id, role: null });
    return { email: user.email };
  });
}

/** For whoever invites on a site without a mail server: a link to pass on, of which nothing is kept; "" where it is e-mailed. */
export async function invitationLink(actor: Actor, id: string): Promise<string> {
  requireCapability(actor, 'users.manage');
  await requireManageable(actor, id, readDb);
  const invited = await readDb.user.count({ where: { id, email: { not: null }, emailVerifiedAt: null } });
  if (hasMailServer() || invited === 0) return '';
  return absolute(
    paths.magicLink(await issueToken({ purpose: 'magic-link', subject: id, seconds: INVITATION_SECONDS })),
  );
}

export function invitationSentence(to: string) {
  return hasMailServer()
    ? `The invitation to ${to} is on its way.`
    : `No mail server is set up, so the invitation to ${to} was not sent: it was saved as a file in the folder outbox of the data folder. Send them the link in it, or set SMTP_URL.`;
}

function explainTaken(error: unknown): never {
  if (!isTaken(error)) throw error;
  throw new AppError('conflict', taken, { fields: { email: taken } });
}
