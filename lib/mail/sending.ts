import 'server-only';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { env } from '@/lib/platform/env';
import { getSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { dkimSignature } from './dkim-signature';
import { senderAddress } from './sender';
import { emailHtml, emailText, type EmailTemplate } from './email-template';

/** As many as common mail servers take from one sender. */
export const MAIL_CONNECTIONS = 5;

/** `id` and `writtenAt` stay the same over attempts, so that a mail server can detect duplicates. */
export type OutgoingEmail = {
  to: { name: string; email: string };
  template: EmailTemplate;
  id: string;
  writtenAt: Date;
  /** Where mail servers report that it could not be delivered; else its sender. */
  returnPath?: string | null;
  /** The ids of the e-mails that this one follows, the first first. */
  thread?: { inReplyTo: string; references: string[] };
  /** What many people get: its name, and the address to which a mail program sends a form to end it (RFC 8058). */
  list?: { id: string; unsubscribe: string };
};

export type SendEmail = (email: OutgoingEmail) => Promise<void>;

/** Hands an e-mail to SMTP_URL or, where none is set, lays it into DATA_DIR/outbox as an .eml file. */
export function sendEmail(email: OutgoingEmail): Promise<void> {
  return withMailServer((send) => send(email));
}

/** Sends several over the same connections. */
export async function withMailServer<T>(work: (send: SendEmail) => Promise<T>): Promise<T> {
  const { smtpUrl } = env();
  const settings = await getSettings();
  if (!smtpUrl) return work((email) => writeToFolder(messageFor(email, settings), email));
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: MAIL_CONNECTIONS,
    maxMessages: Infinity,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    ...dkimSignature(),
  });
  try {
    return await work(async (email) => {
      await transport.sendMail(messageFor(email, settings));
    });
  } finally {
    transport.close();
  }
}

function messageFor(
  { to, template, id, writtenAt, returnPath, thread, list }: OutgoingEmail,
  { siteName, accentColour, accentHue, language }: Settings,
): SendMailOptions {
  const { siteUrl, mailFrom } = env();
  const { hostname } = new URL(siteUrl);
  const idOf = (name: string) => `<${name}@${hostname}>`;
  const head = { siteName, siteUrl, accentColour, accentHue, language };
  return {
    from: mailFrom ?? { name: siteName, address: senderAddress() },
    to: { name: to.name, address: to.email },
    ...(returnPath ? { envelope: { from: returnPath, to: to.email } } : {}),
    subject: template.subject,
    text: emailText(template, head),
    html: emailHtml(template, head),
    date: writtenAt,
    messageId: idOf(id),
    ...(thread ? { inReplyTo: idOf(thread.inReplyTo), references: thread.references.map(idOf) } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(list ? listHeaders(list, hostname) : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function listHeaders({ id, unsubscribe }: { id: string; unsubscribe: string }, hostname: string) {
  return {
    'List-Id': `<${id}.${hostname}>`,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

// Written to a temporary file and renamed: a watcher of the folder never sees half an e-mail.
async function writeToFolder(message: SendMailOptions, { id, writtenAt }: OutgoingEmail) {
  const folder = join(env().dataDir, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message: bytes } = await transport.sendMail(message);
  const name = `${writtenAt.toISOString().replaceAll(':', '-')}-${id}.eml`;
  const draft = join(folder, `.${name}.${process.pid}`);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(bytes as Buffer);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, name));
}
