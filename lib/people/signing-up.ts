import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import { passwordProblem } from '@/lib/auth/password-policy';
import { hashPassword } from '@/lib/auth/passwords';
import { redeemToken } from '@/lib/auth/tokens';
import { reader, transaction } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { getSettings } from '@/lib/settings/queries';
import { createPerson, isTaken } from './creation';
import { askForLetter } from './letters';
import { limits } from './limits';
import { nameField } from './person';
import { admit, provenFields, type Proven } from './signing-in';

export const signUpForm = z.object({
  name: nameField,
  email: emailField,
  password: z.string(),
  to: z.string().default(''),
});

/**
 * Adds a reader, or, if the address has an account already, changes nothing. Either way a letter goes there and the
 * visitor learns no more than that.
 */
export async function signUp({ name, email, password, to }: z.output<typeof signUpForm>) {
  if (!(await getSettings()).signUpOpen) {
    throw new AppError('forbidden', 'This site takes no new accounts at the moment.');
  }
  requireGoodPassword(password, { name, email });
  const passwordHash = await hashPassword(password);
  const person = { name, email, role: 'reader' as const, passwordHash, emailVerifiedAt: null };
  const isKnown = (await reader.user.count({ where: { email } })) > 0;
  await transaction(async (tx) => {
    if (!isKnown) await createPerson(person, tx);
    await askForLetter(isKnown ? 'sign-up-again' : 'confirm-email', email, to, tx);
  }).catch((error: unknown) => {
    // Sent twice at once: the other one made the account, and its letter is on the way.
    if (!isTaken(error)) throw error;
  });
}

/** Throws the sentence about a password that will not do, beside its field. */
export function requireGoodPassword(password: string, person: { name: string; email: string }) {
  const problem = passwordProblem(password, person);
  if (problem) throw new AppError('invalid', problem, { fields: { password: problem } });
}

/** Sends the letter of confirmation once more. */
export async function askToConfirm(actor: Actor, to: string) {
  const user = await reader.user.findUnique({
    where: { id: actor.id },
    select: { email: true, emailVerifiedAt: true },
  });
  const email = user?.email;
  if (!email || user.emailVerifiedAt) throw new AppError('conflict', 'Your address is confirmed already.');
  await countAttempt(limits.lettersTo, email);
  await transaction((tx) => askForLetter('confirm-email', email, to, tx));
}

/** Uses up the link of the letter: from now on they may write in public, and they are who they say. */
export async function confirmEmail(secret: string): Promise<Proven> {
  return transaction(async (tx) => {
    const { subject, data } = await redeemToken('confirm-email', secret, tx);
    const user = await tx.user.findUnique({
      where: { id: subject },
      select: provenFields,
    });
    const admitted = admit(user);
    await tx.user.update({ where: { id: subject }, data: { emailVerifiedAt: new Date() }, select: { id: true } });
    return { ...admitted, to: data.to ?? '' };
  });
}
