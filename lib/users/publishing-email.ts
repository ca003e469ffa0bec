import 'server-only';
import { z } from 'zod';
import { translatorOf } from '@/lib/i18n/translator';
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
  const { siteName: site, language, commentModeration } = await getSettings();
  const t = translatorOf(language);
  const isHeld = commentModeration === 'first' || commentModeration === 'all';
  const template = {
    subject: t('email.publishSubject', { site }),
    greeting: t('email.greetingNobody'),
    paragraphs: [
      t('email.publishWho', { title: post.title, site }),
      t(isHeld ? 'email.publishHowHeld' : 'email.publishHow'),
    ],
    action: { label: t('email.publishAction'), href: `${env().siteUrl}${paths.publishComment(linkSecret(id))}` },
    closing: [t('email.publishDays', { days: LINK_DAYS }), t('email.publishIgnore')],
  };
  await sendEmail({ to: { name: '', email: mailed.text.email }, template, id: jobId, writtenAt: createdAt });
  return 'done';
}
