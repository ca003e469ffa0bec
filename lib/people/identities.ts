import 'server-only';
import type { Role } from '@/lib/auth/actor';
import { normaliseEmail } from '@/lib/auth/email';
import { reader, transaction, type Tx } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getSettings } from '@/lib/settings/queries';
import { createPerson, isTaken } from './creation';
import { askForLetter } from './letters';
import { nameField } from './person';
import { admit, provenFields } from './signing-in';

/** What an outside provider says about somebody who has just signed in there. */
export type Identity = {
  provider: string;
  providerAccountId: string;
  email: string | null;
  /** Whether the provider has made sure that the address is theirs. */
  emailVerified: boolean;
  name: string;
};

type Admitted = { id: string; role: Role; sessionVersion: number };

/**
 * Finds or makes the account of an outside identity. It joins an account that is here already only when both sides have
 * confirmed the address: otherwise whoever writes a stranger's address into a form, here or there, would get in.
 */
export async function signInWithIdentity(identity: Identity): Promise<Admitted> {
  const known = await findLinked(identity);
  if (known) return known;
  const email = identity.email === null ? null : normaliseEmail(identity.email);
  if (!email) {
    throw new AppError('forbidden', 'The other site gave no e-mail address for you. Please sign up here with one.');
  }
  const user = await reader.user.findUnique({ where: { email }, select: provenFields });
  if (!user) return makeAccount(identity, email);
  requireBothConfirmed(identity, user.emailVerifiedAt);
  const admitted = admit(user);
  await transaction((tx) => link(identity, user.id, tx));
  return admitted;
}

async function findLinked({ provider, providerAccountId }: Identity): Promise<Admitted | null> {
  const account = await reader.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: provenFields } },
  });
  return account && admit(account.user);
}

function requireBothConfirmed({ emailVerified }: Identity, emailVerifiedAt: Date | null) {
  if (!emailVerified) {
    throw new AppError(
      'conflict',
      'There is an account with your e-mail address here, but the other site has not confirmed that the address is yours. Please sign in with your password, or with a link by e-mail.',
    );
  }
  if (!emailVerifiedAt) {
    throw new AppError(
      'conflict',
      'There is an account with your e-mail address here whose address was never confirmed. Please sign in once with a link by e-mail; after that, this way is open, too.',
    );
  }
}

async function makeAccount(identity: Identity, email: string): Promise<Admitted> {
  if (!(await getSettings()).signUpOpen) {
    throw new AppError('forbidden', 'This site takes no new accounts at the moment.');
  }
  const emailVerifiedAt = identity.emailVerified ? new Date() : null;
  const name = nameField.catch(email.split('@')[0] ?? 'Reader').parse(identity.name.slice(0, 80));
  const created = await transaction(async (tx) => {
    const user = await createPerson({ name, email, role: 'reader', passwordHash: null, emailVerifiedAt }, tx);
    await link(identity, user.id, tx);
    if (!emailVerifiedAt) await askForLetter('confirm-email', email, '', tx);
    return user;
  }).catch((error: unknown) => {
    if (isTaken(error)) throw new AppError('conflict', 'That was done twice at once. Please sign in again.');
    throw error;
  });
  return { ...created, role: 'reader' };
}

function link({ provider, providerAccountId }: Identity, userId: string, tx: Tx) {
  const data = { id: newId(), userId, provider, providerAccountId, createdAt: new Date() };
  return tx.account.create({ data, select: { id: true } });
}
