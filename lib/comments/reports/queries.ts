import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { isPublic } from '@/lib/posts/visibility';
import { countedTo } from '@/lib/text/capped-count';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { listQueued, type QueuedComment } from '../queue';
import { reportReasons, type ReportReason } from './reasons';
import { reportOfReceipt } from './receipt';
import type { Outcome } from './report';

export const REPORTED_PAGE_SIZE = 30;
const MAX_TEXTS = 5;

const sums = { commentId: true, reports: true, points: true, lastAt: true } as const;

export type ReportedComment = {
  comment: QueuedComment;
  reports: number;
  points: number;
  reasons: { reason: ReportReason; count: number }[];
  /** What reporters wrote, the latest first. */
  texts: { id: string; text: string }[];
  lastAt: Date;
};

/** One page of comments with open reports, most points first, by keyset. `next` continues it. */
export async function listReported(actor: Actor, after = ''): Promise<{ reported: ReportedComment[]; next: string }> {
  requireCapability(actor, 'comments.moderate');
  const found = await readDb.reportedComment.findMany({
    where: { AND: [waiting, reached(after)] },
    orderBy: [{ points: 'desc' }, { commentId: 'desc' }],
    take: REPORTED_PAGE_SIZE + 1,
    select: sums,
  });
  const rows = found.slice(0, REPORTED_PAGE_SIZE);
  const last = found.length > REPORTED_PAGE_SIZE ? rows.at(-1) : undefined;
  return { reported: await withComments(actor, rows), next: last ? `${last.points}_${last.commentId}` : '' };
}

/** How many comments have open reports. `isShown`: and are still shown to readers. */
export async function countReported(actor: Actor, { isShown = false } = {}) {
  if (!can(actor, 'comments.moderate')) return 0;
  return readDb.reportedComment.count({
    where: isShown ? { ...waiting, comment: { status: 'approved' } } : waiting,
    orderBy: { points: 'desc' },
    ...countedTo,
  });
}

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

/** The status of a report by the token of its receipt; null if the token is forged. */
export async function findReceipt(token: string, now = new Date()) {
  const id = reportOfReceipt(token);
  const row = id && (await readDb.commentReport.findUnique({ where: { id }, select: receipt }));
  if (!row) return null;
  const { comment, createdAt, decidedAt } = row;
  const { post } = comment;
  return {
    createdAt,
    decidedAt,
    outcome: row.status as Outcome,
    status: comment.status,
    isDeletedByAuthor: comment.status === 'deleted' && comment.deletedBy === 'author',
    post: isPublic(post, now) ? { slug: post.slug, title: post.title } : null,
  };
}

const receipt = {
  status: true,
  createdAt: true,
  decidedAt: true,
  comment: {
    select: {
      status: true,
      deletedBy: true,
      post: { select: { slug: true, title: true, status: true, publishAt: true, unpublishAt: true } },
    },
  },
} satisfies Prisma.CommentReportSelect;

// What its author or somebody else took away needs no decision.
const waiting = {
  points: { gt: 0 },
  comment: { status: { not: 'deleted' } },
} satisfies Prisma.ReportedCommentWhereInput;

function reached(after: string): Prisma.ReportedCommentWhereInput {
  const [, points = '', id = ''] = /^(\d{1,9})_([0-9a-f-]{36})$/.exec(after) ?? [];
  if (!id) return {};
  const most = Number(points);
  return { points: { lte: most }, OR: [{ points: { lt: most } }, { points: most, commentId: { lt: id } }] };
}

type Sums = Prisma.ReportedCommentGetPayload<{ select: typeof sums }>;

async function withComments(actor: Actor, rows: Sums[]): Promise<ReportedComment[]> {
  const ids = rows.map(({ commentId }) => commentId);
  const [comments, reasons, texts] = await Promise.all([listQueued(actor, ids), countReasons(ids), listTexts(ids)]);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return rows.flatMap(({ commentId, reports, points, lastAt }) => {
    const comment = byId.get(commentId);
    const about = { reasons: reasons.get(commentId) ?? [], texts: texts.get(commentId) ?? [] };
    return comment ? [{ comment, reports, points, lastAt, ...about }] : [];
  });
}

// Reports by shadowed users count nothing.
const counted = { status: 'open', points: { gt: 0 } } satisfies Prisma.CommentReportWhereInput;

async function countReasons(ids: string[]) {
  const groups = await readDb.commentReport.groupBy({
    by: ['commentId', 'reason'],
    where: { commentId: { in: ids }, ...counted },
    _count: true,
  });
  const byComment = Map.groupBy(groups, ({ commentId }) => commentId);
  return new Map([...byComment].map(([commentId, counts]) => [commentId, inOrder(counts)]));
}

function inOrder(counts: { reason: string; _count: number }[]) {
  return reportReasons
    .map((reason) => ({ reason, count: counts.find((each) => each.reason === reason)?._count ?? 0 }))
    .filter(({ count }) => count > 0);
}

async function listTexts(ids: string[]) {
  const found = await Promise.all(
    ids.map(async (commentId) => {
      const texts = await readDb.commentReport.findMany({
        where: { commentId, ...counted, text: { not: '' } },
        orderBy: { id: 'desc' },
        take: MAX_TEXTS,
        select: { id: true, text: true },
      });
      return [commentId, texts] as const;
    }),
  );
  return new Map(found);
}
