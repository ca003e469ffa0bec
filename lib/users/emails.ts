import 'server-only';
import { z } from 'zod';
import { isBanned } from '@/lib/auth/bans';
import type { Device } from '@/lib/auth/device-record';
import { hasOpenToken, issueToken, type TokenPurpose } from '@/lib/auth/tokens';
import { readDb, type Tx } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import type { EmailTemplate } from '@/lib/mail/email-template';
import { sendEmail } from '@/lib/mail/sending';
import { enqueue } from '@/lib/outbox/queueing';
import type { OutboxJob } from '@/lib/outbox/worker';
import { paths } from '@/lib/web/paths';
import { waitAfterAttempt } from '@/lib/rate-limits/limiting';
import { getSettings } from '@/lib/settings/queries';
import { limits } from './rate-limits';

const kinds = ['confirm-email', 'sign-up-again', 'reset-password', 'magic-link', 'invite', 'password-changed'] as const;
const recipient = z.union([z.object({ email: z.string() }), z.object({ userId: z.string() })]);
const request = z
  .object({ kind: z.enum(kinds), to: z.string().default(''), unlessOpen: z.boolean().default(false) })
  .and(recipient);

export type EmailKind = (typeof kinds)[number];

type EmailRequest = { kind: EmailKind; email: string; to?: string; policy?: EmailPolicy };
type Recipient = { id: string; name: string; emailVerifiedAt: Date | null };
type Links = { secret: (purpose: TokenPurpose, seconds: number) => Promise<string>; siteName: string };

type EmailPolicy = 'send' | 'unless-open' | 'drop';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Limits e-mails requested by strangers. The answer is always the same, and the owner always has a valid link. */
export async function emailPolicyFor(kind: EmailKind, email: string, device: Device): Promise<EmailPolicy> {
  const user = await readDb.user.findUnique({ where: { email }, select: { id: true } });
  const key = `${kind}\n${email}`;
  if (user && device.accounts.includes(user.id)) {
    return (await waitAfterAttempt(limits.emailsToKnown, `${device.id}\n${key}`)) === 0 ? 'send' : 'unless-open';
  }
  if ((await waitAfterAttempt(limits.emailsRequested, key)) > 0) return 'drop';
  return (await waitAfterAttempt(limits.emailsTo, key)) === 0 ? 'send' : 'unless-open';
}

/** Enqueues an e-mail in this transaction. The worker looks the address up, so that timing reveals no accounts. */
export async function enqueueEmail(request: EmailRequest, tx: Tx) {
  const { kind, email, to = '', policy = 'send' } = request;
  if (policy === 'drop') return;
  await enqueue({ event: 'email', payload: { kind, email, to, unlessOpen: policy === 'unless-open' } }, tx);
}

/** The outbox handler: creates the link and sends the e-mail; ignores unknown addresses. */
export async function sendQueuedEmail(payload: unknown, job: OutboxJob) {
  const { kind, to, unlessOpen, ...addressee } = request.parse(payload);
  const user = await findRecipient(addressee);
  if (!user) return;
  const { email } = user;
  const purpose = purposes[kind];
  if (unlessOpen && purpose && (await hasOpenToken(purpose, user.id, 10 * MINUTE_SECONDS))) return;
  const { siteName } = await getSettings();
  const links: Links = {
    siteName,
    secret: (purpose, seconds) => issueToken({ purpose, subject: user.id, seconds, data: to ? { to } : {} }),
  };
  // An unverified name is text from a stranger.
  const name = user.emailVerifiedAt ? user.name : '';
  const template = await writers[kind]({ ...user, name }, links);
  await sendEmail({ to: { name, email }, template, id: job.id, writtenAt: job.createdAt });
}

async function findRecipient(addressee: z.output<typeof recipient>) {
  const user = await readDb.user.findUnique({
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
  if (!user?.email || user.deletedAt || isBanned(user)) return null;
  return { ...user, email: user.email };
}

const purposes: Partial<Record<EmailKind, TokenPurpose>> = {
  'confirm-email': 'confirm-email',
  'sign-up-again': 'magic-link',
  'reset-password': 'reset-password',
  'magic-link': 'magic-link',
  invite: 'magic-link',
};

const ignore = 'If this was not you, ignore this e-mail: nothing will happen.';

const writers: Record<EmailKind, (user: Recipient, links: Links) => Promise<EmailTemplate>> = {
  'confirm-email': async ({ name }, { secret, siteName }) => ({
    subject: `Confirm your address for ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: [
      `Someone, most likely you, signed up at ${siteName} with this address. Confirm that it is yours to finish signing up.`,
    ],
    action: {
      label: 'Confirm this address',
      href: absolute(paths.confirmEmail(await secret('confirm-email', 3 * DAY_SECONDS))),
    },
    closing: ['The link works once, for three days.', ignore],
  }),

  'sign-up-again': async ({ name, emailVerifiedAt }, { secret, siteName }) => ({
    subject: `You already have an account at ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: [
      `Someone, most likely you, just tried to sign up at ${siteName} with this address. You have an account already, and this link signs you in.`,
      ...(emailVerifiedAt ? [] : ['It also confirms that the address is yours.']),
    ],
    action: { label: 'Sign in', href: absolute(paths.magicLink(await secret('magic-link', HOUR_SECONDS))) },
    closing: ['The link works once, for an hour. Your password has not changed.', ignore],
  }),

  'reset-password': async ({ name }, { secret, siteName }) => ({
    subject: `A new password for ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: ['Use this link to choose a new password.'],
    action: {
      label: 'Choose a new password',
      href: absolute(paths.newPassword(await secret('reset-password', HOUR_SECONDS))),
    },
    closing: ['The link works once, for an hour.', ignore],
  }),

  'magic-link': async ({ name }, { secret, siteName }) => ({
    subject: `Your link to sign in to ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: ['Use this link to sign in without a password.'],
    action: { label: 'Sign in', href: absolute(paths.magicLink(await secret('magic-link', HOUR_SECONDS))) },
    closing: ['The link works once, for an hour.', ignore],
  }),

  invite: async ({ name }, { secret, siteName }) => ({
    subject: `You are invited to ${siteName}`,
    greeting: greetingFor(name),
    paragraphs: [
      `${siteName} has created an account for you. Use this link to open it. On your account page you can then choose a password.`,
    ],
    action: { label: `Open my account`, href: absolute(paths.magicLink(await secret('magic-link', 7 * DAY_SECONDS))) },
    closing: ['The link works once, for seven days. After that, “Sign in with a link by e-mail” sends you a new one.'],
  }),

  'password-changed': async ({ name }, { siteName }) => ({
    subject: `Your password for ${siteName} was changed`,
    greeting: greetingFor(name),
    paragraphs: [
      `Your password for ${siteName} was just changed, and every other browser was signed out.`,
      'If this was not you, choose a new password at once:',
    ],
    action: { label: 'This was not me', href: absolute(paths.forgotPassword()) },
    closing: ['If this was you, you do not need to do anything.'],
  }),
};

function greetingFor(name: string) {
  return name ? `Hello ${name},` : 'Hello,';
}

function absolute(path: string) {
  return `${env().siteUrl}${path}`;
}
