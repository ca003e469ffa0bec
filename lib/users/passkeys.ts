import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { hasProof, isFreshSession, noteProof } from '@/lib/auth/session-proof';
import { issueToken, redeemToken, type TokenPurpose } from '@/lib/auth/tokens';
import {
  authenticationOptions,
  readAssertion,
  readCreation,
  registrationOptions,
  verifyAssertion,
  verifyCreation,
} from '@/lib/auth/webauthn';
import { db, readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { getSettings } from '@/lib/settings/queries';
import { nameOf } from '@/lib/text/visible-text';
import { requireActive, verifiedUserFields, type VerifiedUser } from './sign-in';

/** In seconds: how long the browser may take. */
const CHALLENGE_SECONDS = 5 * 60;
const MAX_PASSKEYS = 20;

const passkeyName = z
  .string()
  .transform(nameOf)
  .refine((name) => name.length > 0, 'Enter a name for the passkey.')
  .refine((name) => name.length <= 60, 'Use at most 60 characters for the name.');
const answer = z.string().max(20_000);

export const addPasskeyForm = z.object({ answer, name: passkeyName });
export const renamePasskeyForm = z.object({ passkey: z.string().max(40), passkeyName });
export const passkeyIdForm = z.object({ id: z.string().max(40) });
export const passkeySignInForm = z.object({ answer, to: z.string().default('') });
export const confirmPasskeyForm = z.object({ answer });

const keyFields = { credentialId: true, publicKey: true, transports: true } as const;

/** The actor's passkeys, the oldest first. */
export function listPasskeys(actor: Pick<Actor, 'id'>) {
  return readDb.passkey.findMany({
    where: { userId: actor.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_PASSKEYS,
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
}

/** What the actor's browser needs to make a passkey; needs a fresh sign-in. */
export async function beginPasskey(actor: Actor) {
  await requireMayChange(actor);
  const [user, known, { siteName }] = await Promise.all([
    readDb.user.findUniqueOrThrow({ where: { id: actor.id }, select: { id: true, name: true, email: true } }),
    readDb.passkey.findMany({ where: { userId: actor.id }, take: MAX_PASSKEYS, select: keyFields }),
    getSettings(),
  ]);
  if (known.length >= MAX_PASSKEYS) {
    throw new AppError('conflict', `You have ${MAX_PASSKEYS} passkeys. Remove one before you add another.`);
  }
  const challenge = await issueChallenge('passkey-add', actor.sessionId);
  return registrationOptions({ ...user, email: user.email ?? '', siteName, challenge }, known);
}

/** Stores a passkey that the actor's browser made. It proves that they are there, as signing in with it would. */
export async function addPasskey(actor: Actor, input: z.output<typeof addPasskeyForm>) {
  await requireMayChange(actor);
  const read = readCreation(input.answer);
  if ((await redeemChallenge('passkey-add', read.challenge)) !== actor.sessionId) throw outdated();
  const key = await verifyCreation(read);
  await transaction(async (tx) => {
    if (await tx.passkey.findUnique({ where: { credentialId: key.credentialId }, select: { id: true } })) {
      throw new AppError('conflict', 'This passkey was added before.');
    }
    const row = { ...key, id: newId(), userId: actor.id, name: input.name, createdAt: new Date() };
    await tx.passkey.create({ data: row, select: { id: true } });
    emit(tx, { type: 'user.passkey-added', actorId: actor.id, userId: actor.id });
  });
  await noteProof(actor.sessionId);
}

/** Renames one of the actor's passkeys. */
export async function renamePasskey(
  actor: Actor,
  { passkey: id, passkeyName: name }: z.output<typeof renamePasskeyForm>,
) {
  const { count } = await db.passkey.updateMany({ where: { id, userId: actor.id }, data: { name } });
  if (count === 0) throw gone();
}

/** Removes one of the actor's passkeys; needs a fresh sign-in, and staff who must have one keep the last. */
export async function removePasskey(actor: Actor, { id }: z.output<typeof passkeyIdForm>) {
  await requireMayChange(actor);
  const { staffPasskeys } = await getSettings();
  await transaction(async (tx) => {
    const others = await tx.passkey.count({ where: { userId: actor.id, id: { not: id } } });
    if (staffPasskeys && actor.role !== 'reader' && others === 0) {
      throw new AppError(
        'conflict',
        'This site asks its staff to use a passkey. Add another one before you remove this.',
      );
    }
    const { count } = await tx.passkey.deleteMany({ where: { id, userId: actor.id } });
    if (count === 0) throw gone();
    emit(tx, { type: 'user.passkey-removed', actorId: actor.id, userId: actor.id });
  });
}

/** What any browser needs to sign in with a passkey. */
export async function beginPasskeySignIn() {
  return authenticationOptions(await issueChallenge('passkey-use', ''));
}

/** The owner of the passkey that answered. */
export async function signInWithPasskey({
  answer: given,
  to,
}: z.output<typeof passkeySignInForm>): Promise<VerifiedUser> {
  const { userId } = await verifyUse(given, '');
  const user = await readDb.user.findUnique({ where: { id: userId }, select: verifiedUserFields });
  return { ...requireActive(user), to };
}

/** What the actor's browser needs to confirm with one of their passkeys. */
export async function beginPasskeyConfirmation(actor: Actor) {
  const known = await readDb.passkey.findMany({ where: { userId: actor.id }, take: MAX_PASSKEYS, select: keyFields });
  if (known.length === 0) throw new AppError('conflict', 'You have no passkey yet.');
  return authenticationOptions(await issueChallenge('passkey-use', actor.sessionId), known);
}

/** Confirms that the actor is there: for some minutes this stands for their password. */
export async function confirmWithPasskey(actor: Actor, { answer: given }: z.output<typeof confirmPasskeyForm>) {
  const { userId } = await verifyUse(given, actor.sessionId);
  if (userId !== actor.id) throw new AppError('forbidden', 'This passkey belongs to another account.');
  await noteProof(actor.sessionId);
}

/** Whether to offer the actor a passkey after signing in: they have none and have not declined. */
export async function offersPasskey(actor: Actor) {
  const [passkeys, declined] = await Promise.all([
    readDb.passkey.count({ where: { userId: actor.id } }),
    readDb.passkeyOffer.count({ where: { userId: actor.id } }),
  ]);
  return passkeys === 0 && declined === 0;
}

/** Never offers the actor a passkey again. */
export async function declinePasskey(actor: Actor) {
  const dismissedAt = new Date();
  await db.passkeyOffer.upsert({ where: { userId: actor.id }, create: { userId: actor.id, dismissedAt }, update: {} });
}

/** Removes all passkeys of a user, because of a lost device or a lost account. */
export async function deletePasskeysOf(userId: string, tx: Tx) {
  await tx.passkeyOffer.deleteMany({ where: { userId } });
  return (await tx.passkey.deleteMany({ where: { userId } })).count;
}

// Whoever must use a passkey and has one proves it first: a password alone must not add another.
async function requireMayChange(actor: Actor) {
  if (!(await isFreshSession(actor.sessionId))) {
    throw new AppError(
      'forbidden',
      'Please sign in once more first, or confirm with one of your passkeys, then try again.',
    );
  }
  if (!actor.needsPasskey || (await hasProof(actor.sessionId))) return;
  if ((await readDb.passkey.count({ where: { userId: actor.id } })) === 0) return;
  throw new AppError('forbidden', 'Please confirm with one of your passkeys first.');
}

async function verifyUse(given: string, subject: string) {
  const read = readAssertion(given);
  if ((await redeemChallenge('passkey-use', read.challenge)) !== subject) throw outdated();
  const stored = await readDb.passkey.findUnique({
    where: { credentialId: read.answer.id },
    select: { ...keyFields, id: true, userId: true, counter: true },
  });
  if (!stored) throw new AppError('forbidden', 'This passkey was removed here. Please sign in another way.');
  await countUse(stored, await verifyAssertion(read, stored));
  return stored;
}

// A counter that does not rise is the sign of a copied key. Devices that do not count send 0.
async function countUse({ id, userId, counter }: { id: string; userId: string; counter: number }, used: number) {
  const isRefused = await transaction(async (tx) => {
    const where = used === 0 && counter === 0 ? { id, counter: 0 } : { id, counter: { lt: used } };
    const { count } = await tx.passkey.updateMany({ where, data: { counter: used, lastUsedAt: new Date() } });
    if (count === 0) emit(tx, { type: 'user.passkey-refused', actorId: null, userId });
    return count === 0;
  });
  if (!isRefused) return;
  throw new AppError(
    'forbidden',
    'This passkey may have been copied and was not accepted. Please sign in another way.',
  );
}

function issueChallenge(purpose: TokenPurpose, subject: string) {
  return issueToken({ purpose, subject, seconds: CHALLENGE_SECONDS });
}

async function redeemChallenge(purpose: TokenPurpose, challenge: string) {
  return redeemToken(purpose, challenge, db).then(
    ({ subject }) => subject,
    () => {
      throw outdated();
    },
  );
}

function outdated() {
  return new AppError('gone', 'This took too long, or was sent twice. Please try again.');
}

function gone() {
  return new AppError('not_found', 'This passkey no longer exists.');
}
