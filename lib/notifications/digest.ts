import 'server-only';
import { z } from 'zod';
import { db, readDb, transaction } from '@/lib/database/db';
import { withMailServer, type SendEmail } from '@/lib/mail/sending';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult, OutboxJob } from '@/lib/outbox/worker';
import { log } from '@/lib/platform/log';
import { isPublic } from '@/lib/posts/visibility';
import { getSettings } from '@/lib/settings/queries';
import { toWallClock } from '@/lib/time/site-time';
import { choiceSelect } from './choices';
import { digestEmail } from './digest-text';
import { sendUnlessRefused } from './email-refusals';
import { nearestFollowed } from './nearest-followed';
import { recipientSelect } from './recipient';
import { isStillWanted } from './wanted';

/** The job that sends the digests of a day. */
export const DIGESTS = 'notification-digests';
/** From then on, in the time zone of the site. */
const DIGEST_HOUR = 7;
const CHECK_MS = 5 * 60_000;

/** So many people in one job, between which urgent e-mails go, and how long it may take. */
const SLICE = 50;
const SLICE_MS = 60_000;
/** What is looked at for one person; the rest is for the next day. */
const MAX_DUE = 200;

/** `after`: the person with whom the slice before ended. */
const job = z.object({ day: z.string(), after: z.string().default('') });

/** Queues the digests of each day, until the returned function is called. */
export function startDigests() {
  const queue = () =>
    queueDigests().catch((error: unknown) => log.warn({ event: 'digests_not_queued', error }, 'digests not queued'));
  void queue();
  const timer = setInterval(queue, CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Queues the digests of the day once its hour has come; however often it is asked, once. */
export async function queueDigests(now = new Date()) {
  const { timeZone } = await getSettings();
  const local = toWallClock(now, timeZone);
  const day = local.slice(0, 10);
  if (Number(local.slice(11, 13)) < DIGEST_HOUR) return;
  const dedupeKey = `${DIGESTS}:${day}`;
  if (await readDb.outbox.findUnique({ where: { dedupeKey }, select: { id: true } })) return;
  await transaction((tx) => enqueue({ event: DIGESTS, payload: { day }, priority: 'bulk', dedupeKey }, tx));
}

/** The outbox handler: to each person one e-mail with what came since the last, and a job for the next slice. */
export async function sendDigests(payload: unknown, { createdAt }: OutboxJob): Promise<JobResult> {
  const { day, after } = job.parse(payload);
  const userIds = await listPeople(after);
  const last = await withMailServer((send) => sendSlice(userIds, { day, writtenAt: createdAt, send }));
  if (last === null || (userIds.length < SLICE && last === userIds.at(-1))) return 'done';
  const next = { event: DIGESTS, payload: { day, after: last }, dedupeKey: `${DIGESTS}:${day}:${last}` };
  await transaction((tx) => enqueue({ ...next, priority: 'bulk' }, tx));
  return 'done';
}

async function listPeople(after: string) {
  const rows = await db.notification.groupBy({
    by: ['userId'],
    where: { delivery: 'daily', emailDueAt: { not: null }, userId: { gt: after } },
    orderBy: { userId: 'asc' },
    take: SLICE,
  });
  return rows.map(({ userId }) => userId);
}

type Sending = { day: string; writtenAt: Date; send: SendEmail };

/** Returns the last person who had a turn; null for nobody. */
async function sendSlice(userIds: string[], sending: Sending) {
  const end = performance.now() + SLICE_MS;
  let last: string | null = null;
  for (const userId of userIds) {
    if (performance.now() > end) break;
    await sendDigest(userId, sending);
    last = userId;
  }
  return last;
}

// Noted after it was sent: a killed process sends it again with the same Message-ID, rather than not at all.
async function sendDigest(userId: string, { day, writtenAt, send }: Sending) {
  const [user, due] = await Promise.all([findPerson(userId), listDue(userId)]);
  if (!user || user.notificationChoice?.lastDigest === day) return;
  const follows = await findFollows(userId, due);
  const wanted = due.filter((row) => isStillWanted(row, user, follows(row)));
  const shown = wanted.filter(({ comment }) => isSeen(comment));
  const dropped = due.filter((row) => !wanted.includes(row));
  const isSent =
    shown.length > 0 &&
    user.email !== null &&
    (await sendUnlessRefused(
      send,
      { ...user, email: user.email },
      { ...(await digestEmail(shown, { ...user, day })), writtenAt },
    ));
  await settle(userId, { day, shown: idsOf(shown), dropped: idsOf(dropped), isSent });
}

function findPerson(id: string) {
  return db.user.findUnique({
    where: { id },
    select: { ...recipientSelect, role: true, notificationChoice: { select: { ...choiceSelect, lastDigest: true } } },
  });
}

export type DueForDigest = Awaited<ReturnType<typeof listDue>>[number];

function listDue(userId: string) {
  return db.notification.findMany({
    where: { userId, delivery: 'daily', emailDueAt: { not: null } },
    orderBy: { id: 'asc' },
    take: MAX_DUE,
    select: {
      id: true,
      kind: true,
      createdAt: true,
      comment: {
        select: {
          postId: true,
          path: true,
          status: true,
          bodyHtml: true,
          authorName: true,
          author: { select: { name: true } },
          post: { select: { title: true, status: true, publishAt: true, unpublishAt: true } },
        },
      },
    },
  });
}

/** Whether they still follow what a comment was told for. */
async function findFollows(userId: string, due: DueForDigest[]) {
  const postId = { in: [...new Set(due.map(({ comment }) => comment.postId))] };
  const [posts, comments] = await Promise.all([
    db.postFollow.findMany({ where: { userId, postId }, select: { postId: true } }),
    db.commentFollow.findMany({
      where: { userId, comment: { postId } },
      select: { comment: { select: { id: true, postId: true, path: true } } },
    }),
  ]);
  const followed = comments.map(({ comment }) => comment);
  return ({ kind, comment }: DueForDigest) =>
    kind === 'follow-replies'
      ? nearestFollowed(followed, comment) !== null
      : posts.some((row) => row.postId === comment.postId);
}

/** What readers do not see now stays due for a while: it may be shown again. */
function isSeen({ status, post }: DueForDigest['comment']) {
  return status === 'approved' && isPublic(post, new Date());
}

function idsOf(rows: { id: string }[]) {
  return rows.map(({ id }) => id);
}

type Outcome = { day: string; shown: string[]; dropped: string[]; isSent: boolean };

async function settle(userId: string, { day, shown, dropped, isSent }: Outcome) {
  await transaction(async (tx) => {
    await tx.notification.updateMany({
      where: { id: { in: shown } },
      data: { emailDueAt: null, ...(isSent ? { emailedAt: new Date() } : {}) },
    });
    await tx.notification.updateMany({ where: { id: { in: dropped } }, data: { emailDueAt: null } });
    if (isSent) await tx.notificationChoice.updateMany({ where: { userId }, data: { lastDigest: day } });
  });
}
