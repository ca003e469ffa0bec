import 'server-only';
import { z } from 'zod';
import { findMailed, linkSecret, LINK_DAYS } from '@/lib/comments/mailed';
import { readDb } from '@/lib/database/db';
import { sendEmail } from '@/lib/mail/sending';
import type { JobResult, OutboxJob } from '@/lib/outbox/worker';
import { env } from '@/lib/platform/env';
import { publicWhere } from '@/lib/posts/visibility';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';

const job = z.object({ id: z.string() });

/** The outbox handler for the link that publishes a comment. Nothing that a stranger typed is in the e-mail. */
export async function sendPublishingEmail(payload: unknown, { id: jobId, createdAt }: OutboxJob): Promise<JobResult> {
  const { id } = job.parse(payload);
  const mailed = await findMailed({ id });
  if (!mailed?.text || mailed.expiresAt < new Date()) return 'unneeded';
  const post = await readDb.post.findFirst({ where: { id: mailed.postId, ...publicWhere() }, select: { title: true } });
  if (!post) return 'unneeded';
  const { siteName } = await getSettings();
  const template = {
    subject: `Publish your comment at ${siteName}`,
    greeting: 'Hello,',
    paragraphs: [
      `Someone, most likely you, wrote a comment on “${post.title}” at ${siteName} and gave this address.`,
      'The link shows the comment. One button there publishes it and signs you in.',
    ],
    action: { label: 'View and publish', href: `${env().siteUrl}${paths.publishComment(linkSecret(id))}` },
    closing: [
      `The link works for ${LINK_DAYS} days, on any device. Opening it publishes nothing.`,
      'If this was not you, ignore this e-mail: nothing will be published.',
    ],
  };
  await sendEmail({ to: { name: '', email: mailed.text.email }, template, id: jobId, writtenAt: createdAt });
  return 'done';
}
