import 'server-only';
import { env } from '@/lib/platform/env';

/** Whether e-mails leave this machine; without SMTP_URL they are saved as files. */
export function hasMailServer() {
  return env().smtpUrl !== null;
}

/** Shown instead of “we sent an e-mail” on sites without a mail server. */
export const unsentEmail =
  'This site has no mail server yet, so the e-mail was not sent. Please ask the site owner: the link is in the folder outbox of the data folder.';
