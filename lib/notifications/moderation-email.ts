import 'server-only';
import { commentExcerpt } from '@/lib/comments/plain-text';
import { db, readDb, transaction } from '@/lib/database/db';
import { TELL_MODERATORS } from '@/lib/events/subscribers';
import { withMailServer, type OutgoingEmail } from '@/lib/mail/sending';
import { enqueue } from '@/lib/outbox/queueing';
import type { JobResult, OutboxJob } from '@/lib/outbox/worker';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { countedTo, countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';
import { choiceSelect } from './choices';
import { sendUnlessRefused } from './email-refusals';
import { absolute, shortened } from './email-words';
import { choicesFrom, moderatingRoles } from './notification';
import { mayEmail, recipientSelect } from './recipient';
import { unsubscribeToken } from './unsubscribe-token';

/** More than any site has to moderate it. */
const MAX_STAFF = 200;
/** As many as the e-mail names; the rest is counted. */
const MAX_LISTED = 10;
const MAX_TEXT = 200;

/** Nobody is told again sooner. */
const PAUSE_MS = 60 * 60 * 1000;

/**
 * The outbox handler for what came to moderate: one e-mail to each who wants it, if something still waits. When they got
 * it is noted, so that nobody gets it twice; who was told within the hour has a turn when the hour is over.
 */
export async function sendModerationEmails(_payload: unknown, { id: jobId, createdAt }: OutboxJob): Promise<JobResult> {
  const now = new Date();
  const [waiting, recipients] = await Promise.all([findWaiting(), listRecipients(now)]);
  const { count, reported, appeals } = waiting;
  if (count + reported + appeals === 0 || recipients.length === 0) return 'unneeded';
  const due = recipients.filter(({ dueAt }) => dueAt <= now);
  await withMailServer(async (send) => {
    for (const { email, ...user } of due) {
      const text = await moderationEmail(waiting, { ...user, jobId });
      await sendUnlessRefused(send, { ...user, email }, { ...text, writtenAt: createdAt });
      await note(user.id, now);
    }
  });
  const later = recipients.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt.getTime());
  if (later.length > 0) await sendLater(new Date(Math.max(...later)));
  return 'done';
}

async function sendLater(notBefore: Date) {
  const dedupeKey = `${TELL_MODERATORS}:again:${notBefore.toISOString().slice(0, 16)}`;
  await transaction((tx) =>
    enqueue({ event: TELL_MODERATORS, payload: {}, priority: 'bulk', dedupeKey, notBefore }, tx),
  );
}

type Waiting = Awaited<ReturnType<typeof findWaiting>>;

async function findWaiting() {
  const where = { status: 'pending', type: 'comment' };
  const [newest, all, reported, appeals] = await Promise.all([
    readDb.comment.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MAX_LISTED,
      select: {
        bodyHtml: true,
        authorName: true,
        author: { select: { name: true } },
        post: { select: { title: true } },
      },
    }),
    readDb.comment.findMany({ where, orderBy: { createdAt: 'desc' }, ...countedTo, select: { id: true } }),
    readDb.reportedComment.findMany({
      where: { points: { gt: 0 }, comment: { status: 'approved' } },
      orderBy: { points: 'desc' },
      ...countedTo,
      select: { commentId: true },
    }),
    readDb.commentStatement.count({ where: { appealStatus: 'open' }, orderBy: { appealedAt: 'asc' }, ...countedTo }),
  ]);
  return { newest, count: all.length, reported: reported.length, appeals };
}

/** Those who want to be told, and when they may be. */
async function listRecipients(now: Date) {
  const users = await db.user.findMany({
    where: { role: { in: [...moderatingRoles] } },
    orderBy: { createdAt: 'asc' },
    take: MAX_STAFF,
    select: { ...recipientSelect, notificationChoice: { select: { ...choiceSelect, lastModeration: true } } },
  });
  return users.flatMap(({ email, ...user }) => {
    const wanted = choicesFrom(user.notificationChoice).moderation;
    const dueAt = dueAfter(user.notificationChoice?.lastModeration ?? '');
    return email && mayEmail({ ...user, email }, wanted, now) ? [{ id: user.id, name: user.name, email, dueAt }] : [];
  });
}

function dueAfter(lastModeration: string) {
  const last = Date.parse(lastModeration);
  return new Date(Number.isNaN(last) ? 0 : last + PAUSE_MS);
}

async function note(userId: string, now: Date) {
  const lastModeration = now.toISOString();
  await transaction((tx) =>
    tx.notificationChoice.upsert({
      where: { userId },
      update: { lastModeration },
      create: { userId, lastModeration },
    }),
  );
}

type Recipient = { id: string; name: string; jobId: string };

async function moderationEmail(
  { newest, count, reported, appeals }: Waiting,
  { id: userId, name, jobId }: Recipient,
): Promise<Pick<OutgoingEmail, 'template' | 'id' | 'list'>> {
  const { siteName } = await getSettings();
  const token = unsubscribeToken({ userId, subscription: 'moderation' });
  const awaiting = waitingInWords({ count, reported, appeals });
  const [first, ...others] = waysTo({ count, reported, appeals });
  return {
    id: `moderation-${jobId}.${userId}`,
    list: { id: 'moderation', unsubscribe: absolute(paths.unsubscribeAtOnce(token)) },
    template: {
      subject: `${awaiting} at ${siteName}`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `${awaiting} at ${siteName}${count > 0 ? ':' : '.'}`,
        ...newest.map(
          ({ author, authorName, post, bodyHtml }) =>
            `${author?.name ?? authorName} on “${titleOf(post)}”: ${shortened(commentExcerpt(bodyHtml), MAX_TEXT)}`,
        ),
        ...(count > newest.length ? [`And ${countText(count - newest.length)} more.`] : []),
      ],
      action: first ?? null,
      closing: ['You get this e-mail because you moderate comments; it comes at most once an hour.'],
      links: [
        ...others,
        { label: 'Unsubscribe', href: absolute(paths.unsubscribe(token)) },
        { label: 'Choose your e-mails', href: absolute(paths.notifications()) },
      ],
    },
  };
}

type Counts = Pick<Waiting, 'count' | 'reported' | 'appeals'>;

/** Where what waits is decided, the most pressing first. */
function waysTo({ count, reported, appeals }: Counts) {
  return [
    ...(count > 0 ? [{ label: 'Open the queue', href: absolute(paths.admin.comments()) }] : []),
    ...(reported > 0 ? [{ label: 'Open the reports', href: absolute(paths.admin.commentReports()) }] : []),
    ...(appeals > 0 ? [{ label: 'Open the appeals', href: absolute(paths.admin.appeals()) }] : []),
  ];
}

/** "2 comments await approval, and 1 comment is reported" */
function waitingInWords({ count, reported, appeals }: Counts) {
  const said = [
    counted(count, '1 comment awaits approval', 'comments await approval'),
    counted(reported, '1 comment is reported', 'comments are reported'),
    counted(appeals, '1 appeal waits', 'appeals wait'),
  ].filter(Boolean);
  return said.join(', and ');
}

function counted(count: number, one: string, more: string) {
  if (count === 0) return '';
  return count === 1 ? one : `${countText(count)} ${more}`;
}
