import 'server-only';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { env } from '@/lib/platform/env';
import { getSettings } from '@/lib/settings/queries';
import { emailHtml, emailText, type EmailTemplate } from './email-template';

/** `id` and `writtenAt` stay the same over attempts, so that a mail server can detect duplicates. */
type OutgoingEmail = { to: { name: string; email: string }; template: EmailTemplate; id: string; writtenAt: Date };

/** Hands an e-mail to SMTP_URL or, where none is set, lays it into DATA_DIR/outbox as an .eml file. */
export async function sendEmail({ to, template, id, writtenAt }: OutgoingEmail) {
  const { siteName, accentHue, language } = await getSettings();
  const { siteUrl, mailFrom, smtpUrl } = env();
  const { hostname } = new URL(siteUrl);
  const head = { siteName, siteUrl, accentHue, language };
  const message: SendMailOptions = {
    from: mailFrom ?? { name: siteName, address: `noreply@${hostname.includes('.') ? hostname : 'localhost.invalid'}` },
    to: { name: to.name, address: to.email },
    subject: template.subject,
    text: emailText(template, head),
    html: emailHtml(template, head),
    date: writtenAt,
    messageId: `<${id}@${hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (smtpUrl) await sendBySmtp(smtpUrl, message);
  else await writeToFolder(message, id, writtenAt);
}

async function sendBySmtp(smtpUrl: string, message: SendMailOptions) {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}

// Written to a temporary file and renamed: a watcher of the folder never sees half an e-mail.
async function writeToFolder(message: SendMailOptions, id: string, writtenAt: Date) {
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
