import 'server-only';
import type { Role } from '@/lib/auth/actor';
import { normaliseEmail } from '@/lib/auth/email';
import { IdentityProblem, type Identity } from '@/lib/auth/identity';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { getSettings } from '@/lib/settings/queries';
import { takesSignUps } from '@/lib/settings/settings';
import { createUserAccount, isTaken } from './creation';
import { enqueueEmail } from './emails';
import { nameProblem } from './names';
import { nameField, neutralName } from './user';
import { requireActive, verifiedUserFields } from './sign-in';

type SignInAttempt = { id: string; role: Role; sessionVersion: number };

/** Finds or creates an identity's account. Linking needs a confirmed address on both sides, to prevent takeovers. */
export async function signInWithIdentity(identity: Identity): Promise<SignInAttempt> {
  const known = await findLinked(identity);
  if (known) return known;
  const email = identity.email === null ? null : normaliseEmail(identity.email);
  if (!email) throw new IdentityProblem('no-email');
  const user = await readDb.user.findUnique({ where: { email }, select: verifiedUserFields });
  if (!user) return makeAccount(identity, email);
  requireBothConfirmed(identity, user.emailVerifiedAt);
  const attempt = requireActive(user);
  await transaction((tx) => link(identity, user.id, tx));
  return attempt;
}

async function findLinked({ provider, providerAccountId }: Identity): Promise<SignInAttempt | null> {
  const account = await readDb.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: verifiedUserFields } },
  });
  return account && requireActive(account.user);
}

function requireBothConfirmed({ emailVerified }: Identity, emailVerifiedAt: Date | null) {
  if (!emailVerified) throw new IdentityProblem('not-confirmed-there');
  if (!emailVerifiedAt) throw new IdentityProblem('not-confirmed-here');
}

async function makeAccount(identity: Identity, email: string): Promise<SignInAttempt> {
  if (!takesSignUps(await getSettings())) throw new IdentityProblem('closed');
  const emailVerifiedAt = identity.emailVerified ? new Date() : null;
  const name = await acceptableName([identity.name, email.split('@')[0] ?? '']);
  const created = await transaction(async (tx) => {
    const user = await createUserAccount({ name, email, role: 'reader', passwordHash: null, emailVerifiedAt }, tx);
    await link(identity, user.id, tx);
    if (!emailVerifiedAt) await enqueueEmail({ kind: 'confirm-email', email }, tx);
    return user;
  }).catch((error: unknown) => {
    if (isTaken(error)) throw new IdentityProblem('twice');
    throw error;
  });
  return { ...created, role: 'reader' };
}

// A name from elsewhere never prevents signing in.
async function acceptableName(names: string[]) {
  for (const one of names) {
    const { data } = nameField.safeParse(neutralName(one.slice(0, 80)));
    if (data && (await nameProblem(data, null)) === null) return data;
  }
  return 'Reader';
}

function link({ provider, providerAccountId }: Identity, userId: string, tx: Tx) {
  const data = { id: newId(), userId, provider, providerAccountId, createdAt: new Date() };
  return tx.account.create({ data, select: { id: true } });
}
