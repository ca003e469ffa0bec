import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { listNotifications } from '@/lib/notifications/queries';
import { processJobs, type OutboxHandlers } from '@/lib/outbox/worker';
import { sendQueuedEmail } from '@/lib/users/emails';
import { MAILED_COMMENT_EVENT } from '@/lib/comments/mailed';
import { sendPublishingEmail } from '@/lib/users/publishing-email';
import { TELL_MODERATORS, TELL_OF_COMMENT, TELL_OF_CORRECTION } from '@/lib/events/subscribers';
import { DIGESTS, sendDigests } from '@/lib/notifications/digest';
import { NOTIFICATION_EMAILS, sendNotificationEmails } from '@/lib/notifications/emailing';
import { sendModerationEmails } from '@/lib/notifications/moderation-email';
import { tellOfComment } from '@/lib/notifications/telling';
import { tellOfCorrection } from '@/lib/notifications/telling-of-correction';
import { linkIn, readEmails } from './received-emails';

export const handlers: OutboxHandlers = {
  email: sendQueuedEmail,
  [MAILED_COMMENT_EVENT]: sendPublishingEmail,
  [TELL_OF_COMMENT]: tellOfComment,
  [TELL_OF_CORRECTION]: tellOfCorrection,
  [NOTIFICATION_EMAILS]: sendNotificationEmails,
  [DIGESTS]: sendDigests,
  [TELL_MODERATORS]: sendModerationEmails,
};

/** Runs all that is queued, and what it queues. */
export async function runQueue() {
  while ((await processJobs(handlers, 'test')) > 0);
}

/** The address of somebody who has one. */
export async function emailOf({ id }: Pick<Actor, 'id'>) {
  return (await db.user.findUniqueOrThrow({ where: { id } })).email ?? '';
}

/** Sends all queued e-mails and returns those to one person. */
export async function emailsTo(person: Pick<Actor, 'id'>) {
  return queuedEmailsTo(await emailOf(person));
}

/** What somebody is told of comments on the site, newest first. */
export async function toldTo(actor: Actor) {
  const { notifications } = await listNotifications(actor);
  return notifications.flatMap((each) => (each.about === 'comment' ? [each] : []));
}

/** Sends all queued e-mails and returns those to one address. */
export async function queuedEmailsTo(email: string) {
  await runQueue();
  const dataDir = process.env.DATA_DIR ?? '';
  return existsSync(join(dataDir, 'outbox')) ? readEmails(dataDir, email) : [];
}

/** The secret in the link of the newest e-mail to an address. */
export async function newestTokenTo(email: string) {
  return new URLSearchParams(linkIn((await queuedEmailsTo(email)).at(-1)).split('?')[1]).get('token') ?? '';
}
