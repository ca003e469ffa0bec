import 'server-only';
import { z } from 'zod';
import { db, transaction, type Tx } from '@/lib/database/db';
import { MAIL_CONNECTIONS, withMailServer, type SendEmail } from '@/lib/mail/sending';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult } from '@/lib/outbox/worker';
import { log } from '@/lib/platform/log';
import { Pace } from '@/lib/platform/pace';
import { getSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { choiceSelect } from './choices';
import { sendUnlessRefused } from './email-refusals';
import { commentEmail } from './email-texts';
import { findEmailedComment, type EmailedComment } from './emailed-comment';
import { nearestFollowed } from './nearest-followed';
import { recipientSelect } from './recipient';
import { isStillWanted } from './wanted';

/** The job that sends the e-mails about one comment. */
export const NOTIFICATION_EMAILS = 'notification-emails';

/** So many at a time, between which urgent e-mails go. */
const SLICE = 50;
const SLICE_MS = 60_000;
/** For how long the rows of a slice are claimed, and how often that is renewed: they are free before the job of a process that died is taken. */
const CLAIM_MS = 20_000;
const RENEWAL_MS = 5_000;

const job = z.object({ commentId: z.string() });

/**
 * The outbox handler: sends a slice of the e-mails about a comment and queues the next. Each is claimed before it is sent
 * and noted afterwards, so that what a killed process left is sent by the next, and nothing else.
 */
export async function sendNotificationEmails(payload: unknown): Promise<JobResult> {
  const { commentId } = job.parse(payload);
  const comment = await findEmailedComment(commentId);
  // Its notifications stay due: if it is shown again, they are sent.
  if (!comment) return 'unneeded';
  const claimed = await claim(commentId);
  const left = await withMailServer((send) => sendAll({ comment, claimed, send }));
  await transaction(async (tx) => {
    await tx.notification.updateMany({ where: { id: { in: left } }, data: { emailDueAt: new Date() } });
    const next = await findNextDue(tx, commentId);
    if (!next) return;
    await enqueue({ event: NOTIFICATION_EMAILS, payload: { commentId }, priority: 'bulk', notBefore: next }, tx);
  });
  return 'done';
}

// Also when another process that has claimed the rest should send it: it may have died.
async function findNextDue(tx: Tx, commentId: string) {
  const next = await tx.notification.findFirst({
    where: { commentId, delivery: 'at-once', emailDueAt: { not: null } },
    orderBy: { emailDueAt: 'asc' },
    select: { emailDueAt: true },
  });
  return next?.emailDueAt ?? null;
}

async function claim(commentId: string) {
  const now = new Date();
  const until = claimedFrom(now);
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Notification" SET "emailDueAt" = ${until}
    WHERE "emailDueAt" <= ${now} AND "id" IN (
      SELECT "id" FROM "Notification" WHERE "commentId" = ${commentId} AND "emailDueAt" <= ${now} AND "delivery" = 'at-once'
      ORDER BY "emailDueAt", "id" LIMIT ${SLICE})
    RETURNING "id"`;
  return rows.map(({ id }) => id);
}

/** Until the returned function is called. What was sent meanwhile is not claimed again. */
function keepClaims(ids: ReadonlySet<string>) {
  const renew = () =>
    db.notification
      .updateMany({
        where: { id: { in: [...ids] }, emailDueAt: { not: null } },
        data: { emailDueAt: claimedFrom(new Date()) },
      })
      .catch((error: unknown) => log.warn({ event: 'email_claims_not_renewed', error }, 'claims not renewed'));
  const renewal = setInterval(renew, RENEWAL_MS);
  renewal.unref();
  return () => clearInterval(renewal);
}

function claimedFrom(now: Date) {
  return new Date(now.getTime() + CLAIM_MS);
}

type Sending = { comment: EmailedComment; claimed: string[]; send: SendEmail };

/** Returns those for which there was no time. */
async function sendAll({ comment, claimed, send }: Sending): Promise<string[]> {
  const end = performance.now() + SLICE_MS;
  const waiting = await findClaimed(claimed);
  const [followers, settings] = await Promise.all([findFollowers(comment, waiting), getSettings()]);
  const left = new Set(waiting.map(({ id }) => id));
  const stopKeeping = keepClaims(left);
  const pace = new Pace();
  const work = async () => {
    for (let next = waiting.shift(); next && performance.now() < end; next = waiting.shift()) {
      await pace.next();
      await settle(next.id, await sendOne({ comment, settings, followers, send }, next));
      left.delete(next.id);
    }
  };
  try {
    await settleAll(Array.from({ length: MAIL_CONNECTIONS }, work));
  } catch (error) {
    await db.notification.updateMany({ where: { id: { in: [...left] } }, data: { emailDueAt: new Date() } });
    throw error;
  } finally {
    stopKeeping();
  }
  return [...left];
}

/** Waits for all, then throws what the first threw. */
async function settleAll(work: Promise<void>[]) {
  await Promise.allSettled(work);
  await Promise.all(work);
}

function findClaimed(ids: string[]) {
  return db.notification.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      createdAt: true,
      user: { select: { ...recipientSelect, role: true, notificationChoice: { select: choiceSelect } } },
    },
  });
}

type Claimed = Awaited<ReturnType<typeof findClaimed>>[number];

/** Who of them still follows the post, and who the replies to a comment above this one: to which, the nearest. */
async function findFollowers(comment: EmailedComment, told: Claimed[]): Promise<Followers> {
  const userId = { in: told.map(({ user }) => user.id) };
  const [ofPost, ofReplies] = await Promise.all([
    db.postFollow.findMany({ where: { postId: comment.postId, userId }, select: { userId: true } }),
    db.commentFollow.findMany({
      where: { userId, comment: { postId: comment.postId } },
      select: { userId: true, comment: { select: { id: true, postId: true, path: true } } },
    }),
  ]);
  const followed = Map.groupBy(ofReplies, (row) => row.userId);
  const nearest = [...followed].flatMap(([id, rows]) => {
    const above = nearestFollowed(
      rows.map((row) => row.comment),
      comment,
    );
    return above === null ? [] : [[id, above] as const];
  });
  return { ofPost: new Set(ofPost.map((row) => row.userId)), ofReplies: new Map(nearest) };
}

type Followers = { ofPost: Set<string>; ofReplies: Map<string, string> };
type Told = { comment: EmailedComment; settings: Settings; followers: Followers; send: SendEmail };

async function sendOne({ comment, settings, followers, send }: Told, notification: Claimed): Promise<boolean> {
  const { user, kind, createdAt } = notification;
  const repliesTo = followers.ofReplies.get(user.id) ?? null;
  const follows = kind === 'follow-replies' ? repliesTo !== null : followers.ofPost.has(user.id);
  if (!user.email || !isStillWanted(notification, user, follows)) return false;
  const email = commentEmail(comment, { ...user, kind, repliesTo }, settings);
  return sendUnlessRefused(send, { ...user, email: user.email }, { ...email, writtenAt: createdAt });
}

// Many, because the row may be gone: somebody deleted their account.
async function settle(id: string, wasSent: boolean) {
  await db.notification.updateMany({
    where: { id },
    data: { emailDueAt: null, ...(wasSent ? { emailedAt: new Date() } : {}) },
  });
}
