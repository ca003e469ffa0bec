import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { countedTo } from '@/lib/text/capped-count';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { commentExcerpt } from '../plain-text';
import { reportReasons } from '../reports/reasons';
import { hasOtherModerator } from './other-moderators';
import { appealsUntil, refusalOfAppeal } from './statement';

const MAX_LISTED = 50;
const MAX_EXCERPT = 200;

const shown = {
  id: true,
  commentId: true,
  reason: true,
  explanation: true,
  wasHeldBySoftware: true,
  createdAt: true,
  readAt: true,
  appeal: true,
  appealedAt: true,
  appealStatus: true,
  appealAnswer: true,
  appealDecidedAt: true,
  comment: { select: { status: true, bodyHtml: true, post: { select: { slug: true } } } },
} satisfies Prisma.CommentStatementSelect;

type Row = Prisma.CommentStatementGetPayload<{ select: typeof shown }>;
export type Statement = ReturnType<typeof toStatement>;

/** The decisions about the actor's comments of which they were told the reason, newest first; at most MAX_LISTED. */
export async function listStatements({ id: userId }: Actor, now = new Date()): Promise<Statement[]> {
  const rows = await readDb.commentStatement.findMany({
    where: { userId },
    orderBy: { id: 'desc' },
    take: MAX_LISTED,
    select: shown,
  });
  return rows.map((row) => toStatement(row, now));
}

/** One of them; null if it is about somebody else's comment. */
export async function findStatement({ id: userId }: Pick<Actor, 'id'>, id: string, now = new Date()) {
  const row = await readDb.commentStatement.findFirst({ where: { id, userId }, select: shown });
  return row && toStatement(row, now);
}

/** The latest about a comment of the actor's. */
export async function findStatementOn({ id: userId }: Actor, commentId: string) {
  return readDb.commentStatement.findFirst({
    where: { commentId, userId },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
}

export type OpenAppeal = Awaited<ReturnType<typeof listAppeals>>[number];

/** The appeals to be decided, the oldest first; at most MAX_LISTED. `isOwnDecision`: somebody else has to decide. */
export async function listAppeals(actor: Actor, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const [rows, hasOther] = await Promise.all([
    readDb.commentStatement.findMany({
      where: { appealStatus: 'open' },
      orderBy: { appealedAt: 'asc' },
      take: MAX_LISTED,
      select: { ...shown, decidedById: true, user: { select: { id: true, name: true } } },
    }),
    hasOtherModerator(readDb, actor, now),
  ]);
  return rows.map(({ user, decidedById, ...row }) => ({
    ...toStatement(row, now),
    author: user,
    isOwnDecision: hasOther && decidedById === actor.id,
  }));
}

/** How many appeals the actor may decide or leave to others. */
export async function countAppeals(actor: Actor) {
  if (!can(actor, 'comments.moderate')) return 0;
  return readDb.commentStatement.count({
    where: { appealStatus: 'open' },
    orderBy: { appealedAt: 'asc' },
    ...countedTo,
  });
}

function toStatement({ comment, reason, ...row }: Row, now: Date) {
  const isRemoved = comment.status === 'deleted';
  const known = reportReasons.find((one) => one === reason) ?? 'other';
  return {
    ...row,
    reason: known,
    isRemoved,
    bodyHtml: comment.bodyHtml,
    excerpt: commentExcerpt(comment.bodyHtml).slice(0, MAX_EXCERPT),
    slug: comment.post.slug,
    appealsUntil: appealsUntil(row.createdAt),
    /** Why it cannot be appealed against; empty if it can. */
    refusal: refusalOfAppeal({ createdAt: row.createdAt, appealedAt: row.appealedAt, isRemoved }, now),
  };
}
