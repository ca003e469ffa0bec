import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { processJobs } from '@/lib/outbox/worker';
import { sendQueuedEmail } from '@/lib/users/emails';
import { MAILED_COMMENT_EVENT } from '@/lib/comments/mailed';
import { sendPublishingEmail } from '@/lib/users/publishing-email';
import { linkIn, readEmails } from './received-emails';

const handlers = { email: sendQueuedEmail, [MAILED_COMMENT_EVENT]: sendPublishingEmail };

/** Sends all queued e-mails and returns those to one address. */
export async function queuedEmailsTo(email: string) {
  while ((await processJobs(handlers, 'test')) > 0);
  const dataDir = process.env.DATA_DIR ?? '';
  return existsSync(join(dataDir, 'outbox')) ? readEmails(dataDir, email) : [];
}

/** The secret in the link of the newest e-mail to an address. */
export async function newestTokenTo(email: string) {
  return new URLSearchParams(linkIn((await queuedEmailsTo(email)).at(-1)).split('?')[1]).get('token') ?? '';
}
