import 'server-only';
import { z } from 'zod';
import { translatorOf } from '@/lib/i18n/translator';
import { isBanned } from '@/lib/auth/bans';
import type { Device } from '@/lib/auth/device-record';
import { hasOpenToken, issueToken } from '@/lib/auth/tokens';
import { readDb, type Tx } from '@/lib/database/db';
import { emailKind, emailKinds, type EmailData, type EmailKind } from '@/lib/events/email-kinds';
import { sendEmail } from '@/lib/mail/sending';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult, OutboxJob } from '@/lib/outbox/worker';
import { waitAfterAttempt } from '@/lib/rate-limits/limiting';
import { getSettings } from '@/lib/settings/queries';
import { emailWriters, linkPurposes, type Links, type Recipient } from './email-texts';
import { limits } from './rate-limits';

const recipient = z.union([z.object({ email: z.string() }), z.object({ userId: z.string() })]);
const request = z.object({ kind: emailKind, unlessOpen: z.boolean().default(false) }).and(recipient);

type EmailRequest = { kind: EmailKind; email: string; to?: string; policy?: EmailPolicy };
type EmailPolicy = 'send' | 'unless-open' | 'drop';

const MINUTE_SECONDS = 60;

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
export async function sendQueuedEmail(payload: unknown, job: OutboxJob): Promise<JobResult> {
  const { kind, unlessOpen, ...addressee } = request.parse(payload);
  const user = await findRecipient(addressee);
  if (!user) return 'unneeded';
  const purpose = linkPurposes[kind];
  if (unlessOpen && purpose && (await hasOpenToken(purpose, user.id, 10 * MINUTE_SECONDS))) return 'unneeded';
  // An unverified name is text from a stranger.
  const name = user.emailVerifiedAt ? user.name : '';
  const template = await write(kind, payload, { ...user, name });
  if (!template) return 'unneeded';
  await sendEmail({
    to: { name, email: addressIn(kind, payload) ?? user.email },
    template,
    id: job.id,
    writtenAt: job.createdAt,
  });
  return 'done';
}

/** Where an e-mail goes that is not for the present address of the account. */
function addressIn(kind: EmailKind, payload: unknown) {
  const about = emailKinds[kind].parse(payload);
  return 'address' in about ? about.address : null;
}

async function write<Kind extends EmailKind>(kind: Kind, payload: unknown, user: Recipient) {
  // TypeScript cannot see that the schema found by kind gives what its writer takes.
  const about = emailKinds[kind].parse(payload) as EmailData<Kind>;
  const to = 'to' in about ? about.to : '';
  const { siteName, language, timeZone } = await getSettings();
  const links: Links = {
    siteName,
    t: translatorOf(language),
    dates: { language, timeZone },
    secret: (purpose, seconds) =>
      issueToken({
        purpose,
        subject: user.id,
        seconds,
        data: { ...(to ? { to } : {}), ...('address' in about ? { email: about.address } : {}) },
      }),
  };
  return emailWriters[kind](user, links, about);
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
      deletesAt: true,
      bannedAt: true,
      bannedUntil: true,
    },
  });
  if (!user?.email || user.deletedAt || isBanned(user)) return null;
  return { ...user, email: user.email };
}
