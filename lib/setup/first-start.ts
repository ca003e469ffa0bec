import 'server-only';
import { z } from 'zod';
import { isTranslated, untranslated } from '@/lib/i18n/languages';
import { emailField } from '@/lib/auth/email';
import { hashPassword } from '@/lib/auth/passwords';
import { findToken, issueToken, redeemToken } from '@/lib/auth/tokens';
import { readDb, transaction } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { paths } from '@/lib/web/paths';
import { createUserAccount, isTaken } from '@/lib/users/creation';
import { nameField } from '@/lib/users/user';
import { requireGoodPassword } from '@/lib/users/sign-up';
import { settingsRules } from '@/lib/settings/settings';
import { storeSettings } from '@/lib/settings/queries';

export const setUpForm = z.object({
  token: z.string(),
  siteName: settingsRules.siteName,
  tagline: settingsRules.tagline.default(''),
  language: settingsRules.language.refine(isTranslated, untranslated),
  timeZone: settingsRules.timeZone,
  name: nameField,
  email: emailField,
  password: z.string(),
});

const TEN_YEARS_SECONDS = 10 * 365 * 24 * 60 * 60;

/** A line for the terminal with a new set-up link, which replaces earlier ones; empty if there is an owner. */
export async function announceSetUp(): Promise<string[]> {
  if (await hasOwner()) return [];
  const secret = await transaction(async (tx) => {
    await tx.token.deleteMany({ where: { purpose: 'setup' } });
    return issueToken({ purpose: 'setup', subject: '', seconds: TEN_YEARS_SECONDS }, tx);
  });
  return [`This site has no owner yet. Set it up here: ${env().siteUrl}${paths.setup(secret)}`];
}

export async function setUpState(secret: string): Promise<'open' | 'wrong-link' | 'closed'> {
  if (await hasOwner()) return 'closed';
  return (await findToken('setup', secret)) ? 'open' : 'wrong-link';
}

/** Creates the owner and the first settings; of concurrent attempts one succeeds. */
export async function setUp({ token, name, email, password, ...site }: z.output<typeof setUpForm>) {
  const state = await setUpState(token);
  if (state === 'closed') throw new AppError('gone', 'This site was set up already. Its owner can sign in.');
  if (state === 'wrong-link') {
    throw new AppError(
      'forbidden',
      'This set-up link is no longer valid. Use the latest link that the server printed.',
    );
  }
  await requireGoodPassword(password, { name, email });
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    await redeemToken('setup', token, tx);
    if ((await tx.user.count({ where: { role: 'owner', deletedAt: null } })) > 0) {
      throw new AppError('gone', 'This site was set up already. Its owner can sign in.');
    }
    // The link came from the terminal, so the address is trusted.
    const owner = await createUserAccount(
      { name, email, role: 'owner', passwordHash, emailVerifiedAt: new Date() },
      tx,
    );
    await storeSettings({ ...site, setUpAt: new Date().toISOString() }, tx);
    emit(tx, { type: 'site.set-up', actorId: owner.id });
    return owner;
  }).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    const message = 'This e-mail address is already in use. Please use another one.';
    throw new AppError('conflict', message, { fields: { email: message } });
  });
}

async function hasOwner() {
  return (await readDb.user.count({ where: { role: 'owner', deletedAt: null } })) > 0;
}
