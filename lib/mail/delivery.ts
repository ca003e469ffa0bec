import 'server-only';
import { env } from '@/lib/platform/env';

/** Whether e-mails leave this machine; without SMTP_URL they are saved as files. */
export function hasMailServer() {
  return env().smtpUrl !== null;
}

/** What to tell somebody who waits for an e-mail that is not sent. */
export const unsentEmail =
  'This site has no mail server yet, so the e-mail was not sent. Please ask whoever runs the site: the link is in the folder outbox of the data folder.';
