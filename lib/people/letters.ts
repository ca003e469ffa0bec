import 'server-only';
import { z } from 'zod';
import { isBanned } from '@/lib/auth/bans';
import type { Device } from '@/lib/auth/device-record';
import { hasOpenToken, issueToken, type TokenPurpose } from '@/lib/auth/tokens';
import { reader, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import type { Letter } from '@/lib/mail/letter';
import { sendLetter } from '@/lib/mail/sending';
import { enqueue } from '@/lib/outbox/queueing';
import type { OutboxJob } from '@/lib/outbox/worker';
import { paths } from '@/lib/paths';
import { waitAfterAttempt } from '@/lib/rate-limits/limiting';
import { getSettings } from '@/lib/settings/queries';
import { limits } from './limits';

const kinds = ['confirm-email', 'sign-up-again', 'reset-password', 'magic-link', 'invite', 'password-changed'] as const;
/** To an address that a visitor typed, or to somebody of whom an event tells. */
const recipient = z.union([z.object({ email: z.string() }), z.object({ userId: z.string() })]);
const request = z
  .object({ kind: z.enum(kinds), to: z.string().default(''), unlessOpen: z.boolean().default(false) })
  .and(recipient);

export type LetterKind = (typeof kinds)[number];

type Wish = { kind: LetterKind; email: string; to?: string; pace?: Pace };
type Recipient = { id: string; name: string; emailVerifiedAt: Date | null };
type Links = { secret: (purpose: TokenPurpose, seconds: number) => Promise<string>; siteName: string };

/** Whether an e-mail that is asked for is sent, is sent only if its reader has no link of its kind that works, or is not. */
type Pace = 'send' | 'unless-open' | 'drop';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How often somebody may have e-mails sent to an address that may not be theirs. Nobody is refused: who asks reads the same
 * sentence, and whoever owns the address has a link that works, however often a stranger asked before.
 */
export async function paceOfLetters(kind: LetterKind, email: string, device: Device): Promise<Pace> {
  const person = await reader.user.findUnique({ where: { email }, select: { id: true } });
  const key = `${kind}\n${email}`;
  if (person && device.accounts.includes(person.id)) {
    return (await waitAfterAttempt(limits.lettersToKnown, `${device.id}\n${key}`)) === 0 ? 'send' : 'unless-open';
  }
  if ((await waitAfterAttempt(limits.lettersWished, key)) > 0) return 'drop';
  return (await waitAfterAttempt(limits.lettersTo, key)) === 0 ? 'send' : 'unless-open';
}

/**
 * Asks for an e-mail in the caller's transaction. Whether anybody has this address is looked up later, by the worker: the
 * answer to the visitor is the same, and takes the same time, for everybody.
 */
export async function askForLetter(wish: Wish, tx: Tx) {
  const { kind, email, to = '', pace = 'send' } = wish;
  if (pace === 'drop') return;
  await enqueue({ event: 'letter', payload: { kind, email, to, unlessOpen: pace === 'unless-open' } }, tx);
}

/** The outbox's handler: makes the link that the e-mail carries and sends it; for nobody's address it does nothing. */
export async function writeLetter(payload: unknown, job: OutboxJob) {
  const { kind, to, unlessOpen, ...addressee } = request.parse(payload);
  const person = await findRecipient(addressee);
  if (!person) return;
  const { email } = person;
  const purpose = purposes[kind];
  if (unlessOpen && purpose && (await hasOpenToken(purpose, person.id, 10 * MINUTE))) return;
  const { siteName } = await getSettings();
  const links: Links = {
    siteName,
    secret: (purpose, seconds) => issueToken({ purpose, subject: person.id, seconds, data: to ? { to } : {} }),
  };
  // A name that nobody vouches for is a stranger's sentence in an e-mail of ours.
  const name = person.emailVerifiedAt ? person.name : '';
  const letter = await writers[kind]({ ...person, name }, links);
  await sendLetter({ to: { name, email }, letter, id: job.id, writtenAt: job.createdAt });
}

async function findRecipient(addressee: z.output<typeof recipient>) {
  const person = await reader.user.findUnique({
    where: 'userId' in addressee ? { id: addressee.userId } : { email: addressee.email },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerifiedAt: true,
      deletedAt: true,
      bannedAt: true,
      bannedUntil: true,
    },
  });
  if (!person?.email || person.deletedAt || isBanned(person)) return null;
  return { ...person, email: person.email };
}

/** What the links of each kind are for. */
const purposes: Partial<Record<LetterKind, TokenPurpose>> = {
  'confirm-email': 'confirm-email',
  'sign-up-again': 'magic-link',
  'reset-password': 'reset-password',
  'magic-link': 'magic-link',
  invite: 'magic-link',
};

const ignore = 'If it was not you, ignore this e-mail: nothing happens.';

const writers: Record<LetterKind, (person: Recipient, links: Links) => Promise<Letter>> = {
  'confirm-email': async ({ name }, { secret, siteName }) => ({
    subject: `Confirm your address for ${siteName}`,
    greeting: greet(name),
    paragraphs: [
      `someone, most likely you, signed up at ${siteName} with this address. Confirm that it is yours to finish signing up.`,
    ],
    action: {
      label: 'Confirm this address',
      href: absolute(paths.confirmEmail(await secret('confirm-email', 3 * DAY))),
    },
    closing: ['The link works once, for three days.', ignore],
  }),

  'sign-up-again': async ({ name, emailVerifiedAt }, { secret, siteName }) => ({
    subject: `You already have an account at ${siteName}`,
    greeting: greet(name),
    paragraphs: [
      `someone, most likely you, just tried to sign up at ${siteName} with this address. You have an account already, and this link signs you in.`,
      ...(emailVerifiedAt ? [] : ['It also confirms that the address is yours.']),
    ],
    action: { label: 'Sign in', href: absolute(paths.magicLink(await secret('magic-link', HOUR))) },
    closing: ['The link works once, for an hour. Your password is as it was.', ignore],
  }),

  'reset-password': async ({ name }, { secret, siteName }) => ({
    subject: `A new password for ${siteName}`,
    greeting: greet(name),
    paragraphs: ['here is the link with which you choose a new password.'],
    action: {
      label: 'Choose a new password',
      href: absolute(paths.newPassword(await secret('reset-password', HOUR))),
    },
    closing: ['The link works once, for an hour.', ignore],
  }),

  'magic-link': async ({ name }, { secret, siteName }) => ({
    subject: `Your link to sign in to ${siteName}`,
    greeting: greet(name),
    paragraphs: ['with this link you sign in without a password.'],
    action: { label: 'Sign in', href: absolute(paths.magicLink(await secret('magic-link', HOUR))) },
    closing: ['The link works once, for an hour.', ignore],
  }),

  invite: async ({ name }, { secret, siteName }) => ({
    subject: `You are invited to ${siteName}`,
    greeting: greet(name),
    paragraphs: [
      `${siteName} has created an account for you. This link opens it; on your account page you can then choose a password.`,
    ],
    action: { label: `Open my account`, href: absolute(paths.magicLink(await secret('magic-link', 7 * DAY))) },
    closing: ['The link works once, for seven days. After that, “Sign in with a link by e-mail” sends you a new one.'],
  }),

  'password-changed': async ({ name }, { siteName }) => ({
    subject: `Your password for ${siteName} was changed`,
    greeting: greet(name),
    paragraphs: [
      `your password for ${siteName} was just changed, and every other browser was signed out.`,
      'If it was not you, choose a new one at once:',
    ],
    action: { label: 'This was not me', href: absolute(paths.forgottenPassword()) },
    closing: ['If it was you, there is nothing to do.'],
  }),
};

function greet(name: string) {
  return name ? `Hello ${name},` : 'Hello,';
}

function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
