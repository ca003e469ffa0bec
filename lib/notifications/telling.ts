import 'server-only';
import { z } from 'zod';
import { insertMissingRows } from '@/lib/database/bulk-insert';
import { readDb, transaction } from '@/lib/database/db';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult, OutboxJob } from '@/lib/outbox/worker';
import { newId } from '@/lib/platform/ids';
import { publicWhere } from '@/lib/posts/visibility';
import { choiceSelect } from './choices';
import { NOTIFICATION_EMAILS } from './emailing';
import { choicesFrom, isNews } from './notification';
import { mayEmail, recipientSelect } from './recipient';

const job = z.object({ commentId: z.string() });

/**
 * The outbox handler for a comment that appeared: tells whom it concerns, once, however often it appears. On the site at
 * once; e-mails are jobs.
 */
export async function tellOfComment(payload: unknown, { id: jobId }: OutboxJob): Promise<JobResult> {
  const { commentId } = job.parse(payload);
  const now = new Date();
  const comment = await findComment(commentId, now);
  if (!comment || !isNews(comment, now)) return 'unneeded';
  const told = toldOf(comment, now);
  if (!told) return 'unneeded';
  await transaction(async (tx) => {
    await insertMissingRows(tx, 'Notification', [told]);
    const dedupeKey = `${NOTIFICATION_EMAILS}:${jobId}`;
    await enqueue({ event: NOTIFICATION_EMAILS, payload: { commentId }, priority: 'bulk', dedupeKey }, tx);
  });
  return 'done';
}

type Told = NonNullable<Awaited<ReturnType<typeof findComment>>>;

function findComment(id: string, now: Date) {
  return readDb.comment.findFirst({
    where: { id, type: 'comment', status: 'approved', post: publicWhere(now) },
    select: {
      id: true,
      authorId: true,
      createdAt: true,
      parent: { select: { author: { select: { ...recipientSelect, notificationChoice: { select: choiceSelect } } } } },
    },
  });
}

/** The author of the comment that is replied to, unless they reply to themselves. */
function toldOf({ id: commentId, authorId, parent }: Told, now: Date) {
  const account = parent?.author;
  if (!account || account.deletedAt || account.id === authorId) return null;
  const wantsEmail = mayEmail(account, choicesFrom(account.notificationChoice).replies, now);
  return {
    id: newId(),
    userId: account.id,
    commentId,
    kind: 'reply',
    delivery: wantsEmail ? 'at-once' : 'none',
    emailDueAt: wantsEmail ? now : null,
    createdAt: now,
  };
}
