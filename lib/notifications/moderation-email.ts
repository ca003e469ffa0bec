import 'server-only';
import { z } from 'zod';
import { commentExcerpt } from '@/lib/comments/plain-text';
import { db, readDb, transaction } from '@/lib/database/db';
import { withMailServer, type OutgoingEmail } from '@/lib/mail/sending';
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

const job = z.object({ hour: z.string() });

/**
 * The outbox handler for what an hour brought to moderate: one e-mail to each who wants it, if something still waits. Who
 * has it is noted, so that nobody gets it twice.
 */
export async function sendModerationEmails(payload: unknown, { createdAt }: OutboxJob): Promise<JobResult> {
  const { hour } = job.parse(payload);
  const [waiting, recipients] = await Promise.all([findWaiting(), listRecipients(hour)]);
  const { count, reported, appeals } = waiting;
  if (count + reported + appeals === 0 || recipients.length === 0) return 'unneeded';
  await withMailServer(async (send) => {
    for (const { email, ...user } of recipients) {
      const text = await moderationEmail(waiting, { ...user, hour });
      await sendUnlessRefused(send, { ...user, email }, { ...text, writtenAt: createdAt });
      await note(user.id, hour);
    }
  });
  return 'done';
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

async function listRecipients(hour: string) {
  const now = new Date();
  const users = await db.user.findMany({
    where: { role: { in: [...moderatingRoles] } },
    orderBy: { createdAt: 'asc' },
    take: MAX_STAFF,
    select: { ...recipientSelect, notificationChoice: { select: { ...choiceSelect, lastModeration: true } } },
  });
  return users.flatMap(({ email, ...user }) => {
    const wanted = choicesFrom(user.notificationChoice).moderation;
    const isTold = user.notificationChoice?.lastModeration === hour;
    return email && !isTold && mayEmail({ ...user, email }, wanted, now)
      ? [{ id: user.id, name: user.name, email }]
      : [];
  });
}

async function note(userId: string, hour: string) {
  await transaction((tx) =>
    tx.notificationChoice.upsert({
      where: { userId },
      update: { lastModeration: hour },
      create: { userId, lastModeration: hour },
    }),
  );
}

type Recipient = { id: string; name: string; hour: string };

async function moderationEmail(
  { newest, count, reported, appeals }: Waiting,
  { id: userId, name, hour }: Recipient,
): Promise<Pick<OutgoingEmail, 'template' | 'id' | 'list'>> {
  const { siteName } = await getSettings();
  const token = unsubscribeToken({ userId, subscription: 'moderation' });
  const awaiting = waitingInWords({ count, reported, appeals });
  const [first, ...others] = waysTo({ count, reported, appeals });
  return {
    id: `moderation-${hour}.${userId}`,
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
