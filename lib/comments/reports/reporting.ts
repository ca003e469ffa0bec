import 'server-only';
import { createHmac } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { publicWhere } from '@/lib/posts/visibility';
import { secrets } from '@/lib/secrets/secrets';
import { readSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { addressHash } from '../address-hash';
import { approvedTo } from '../policy';
import { findPolicyUser } from '../policy-context';
import { changeStatus, lockThread, statusChangeSelect } from '../thread-store';
import { receiptToken } from './receipt';
import type { CommentReportForm } from './report';
import { sumReports } from './settling';
import { mustHold, pointsOf, TRUSTED_AFTER } from './weights';

/** `address`: of the client; only a hash of it is stored, for a month. */
type Reporter = { actor: Actor | null; address: string };

/** A comment that a reader sees and may report, with its post; null if there is none. */
export async function findReportable(commentId: string, actor: Pick<Actor, 'id'> | null) {
  const [settings, comment] = await Promise.all([
    readSettings(),
    readDb.comment.findFirst({
      where: {
        id: commentId,
        type: 'comment',
        ...(actor ? approvedTo(actor.id) : { status: 'approved' }),
        post: { ...publicWhere(), commentsMode: { not: 'off' } },
      },
      select: {
        id: true,
        postId: true,
        authorId: true,
        authorName: true,
        bodyHtml: true,
        author: { select: { name: true } },
        post: { select: { slug: true, title: true } },
      },
    }),
  ]);
  return settings.commentReports ? comment : null;
}

/**
 * Notes what somebody finds wrong with a comment, once for each person, and answers with the token of the receipt. Enough
 * points hold the comment until a moderator has looked.
 */
export async function reportComment(report: CommentReportForm, reporter: Reporter, now = new Date()) {
  const [found, settings] = await Promise.all([findReportable(report.commentId, reporter.actor), readSettings()]);
  if (!found) throw gone();
  if (reporter.actor && found.authorId === reporter.actor.id) {
    throw new AppError('conflict', 'This is your own comment. You can delete it instead.');
  }
  return transaction(async (tx) => {
    await lockThread(tx, found.postId);
    const key = { commentId: found.id, reporter: reporterKey(reporter, now) };
    const earlier = await tx.commentReport.findUnique({ where: { commentId_reporter: key }, select: { id: true } });
    if (earlier) return { token: receiptToken(earlier.id), isNew: false };
    const points = await pointsFor(tx, reporter.actor, now);
    const id = newId();
    const { reason, text } = report;
    const row = { id, ...key, reporterId: reporter.actor?.id ?? null, reason, text, points, createdAt: now };
    await tx.commentReport.create({ data: row, select: { id: true } });
    // Of a report that counts nothing nobody is told but who sent it.
    if (points > 0) await countReport(tx, { commentId: found.id, postId: found.postId, settings, now });
    return { token: receiptToken(id), isNew: true };
  });
}

type Counted = { commentId: string; postId: string; settings: Settings; now: Date };

async function countReport(tx: Tx, { commentId, postId, settings, now }: Counted) {
  const data = { lastAt: now };
  await tx.reportedComment.upsert({ where: { commentId }, create: { commentId, ...data }, update: data });
  const sums = await sumReports(tx, commentId);
  const isHeld = mustHold(sums, settings) && (await hold(tx, commentId, now));
  emit(tx, { type: 'comment.reported', actorId: null, commentId, postId, points: sums.points, isHeld });
}

async function hold(tx: Tx, commentId: string, now: Date) {
  const comment = await tx.comment.findUnique({ where: { id: commentId }, select: statusChangeSelect });
  if (comment?.status !== 'approved') return false;
  await changeStatus(tx, comment, { by: null, data: { status: 'pending', moderatedById: null, moderatedAt: now } });
  return true;
}

async function pointsFor(tx: Tx, actor: Actor | null, now: Date) {
  const user = await findPolicyUser(tx, actor, now);
  if (!user) return pointsOf(null);
  const where = { authorId: user.id, status: 'approved' };
  const approvedBefore = await tx.comment.count({ where, orderBy: { createdAt: 'desc' }, take: TRUSTED_AFTER });
  return pointsOf({ ...user, approvedBefore });
}

function reporterKey({ actor, address }: Reporter, now: Date) {
  if (!actor) return `address:${addressHash(address, now)}`;
  const hash = createHmac('sha256', secrets().signing).update(`comment-reporter:${actor.id}`).digest('hex');
  return `account:${hash.slice(0, 32)}`;
}

function gone() {
  return new AppError('not_found', 'This comment is no longer shown here. Thank you for telling us.');
}
