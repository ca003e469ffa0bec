import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { editableBy } from '@/lib/posts/editing/post-record';
import { publicWhere } from '@/lib/posts/visibility';
import type { Prisma } from '@/prisma/generated/sqlite/client';

/** On one page of the list of all. */
export const CORRECTIONS_PER_PAGE = 50;
const MAX_ON_ARTICLE = 50;
const MAX_OPEN = 100;

const shown = {
  id: true,
  note: true,
  decidedAt: true,
  comment: { select: { id: true, status: true, authorName: true, author: { select: { id: true, name: true } } } },
  post: { select: { id: true, slug: true, title: true, feedId: true, commentsMode: true } },
} satisfies Prisma.CorrectionSelect;

/**
 * `by`: null if the comment was removed or its author deleted their account, with the comment where it can be read; `at` is an ISO 8601 time.
 */
export type PublishedCorrection = {
  id: string;
  note: string;
  at: string;
  by: { commentId: string | null; authorId: string | null; name: string } | null;
};
export type ListedCorrection = PublishedCorrection & {
  post: { id: string; slug: string; title: string; feedId: string };
};

const newestFirst = [{ decidedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.CorrectionOrderByWithRelationInput[];

/** What was corrected in one article, newest first. */
export async function listCorrectionsOf(postId: string): Promise<PublishedCorrection[]> {
  const rows = await readDb.correction.findMany({
    where: { postId, status: 'accepted' },
    orderBy: newestFirst,
    take: MAX_ON_ARTICLE,
    select: shown,
  });
  return rows.map(toPublished);
}

/** What was corrected in all public articles, newest first; `pages` is at least 1. */
export async function listCorrections(page: number): Promise<{ corrections: ListedCorrection[]; pages: number }> {
  const where = { status: 'accepted', post: publicWhere() } satisfies Prisma.CorrectionWhereInput;
  const [total, rows] = await Promise.all([
    readDb.correction.count({ where }),
    readDb.correction.findMany({
      where,
      orderBy: newestFirst,
      skip: (page - 1) * CORRECTIONS_PER_PAGE,
      take: CORRECTIONS_PER_PAGE,
      select: shown,
    }),
  ]);
  const corrections = rows.map((row) => ({ ...toPublished(row), post: row.post }));
  return { corrections, pages: Math.max(1, Math.ceil(total / CORRECTIONS_PER_PAGE)) };
}

export type OpenCorrection = Awaited<ReturnType<typeof listOpenCorrections>>[number];

/** What readers suggested for articles that this person may edit and has not been decided, oldest first. */
export async function listOpenCorrections(actor: Actor) {
  return readDb.correction.findMany({
    where: openFor(actor),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_OPEN,
    select: {
      id: true,
      quote: true,
      prefix: true,
      suffix: true,
      replacement: true,
      createdAt: true,
      comment: { select: { id: true, status: true, authorName: true, author: { select: { name: true } } } },
      post: { select: { id: true, slug: true, title: true } },
    },
  });
}

export function countOpenCorrections(actor: Actor) {
  return readDb.correction.count({ where: openFor(actor) });
}

/** What became of a correction that this person suggested; null until it is decided, and while its article is not public. */
export function findDecided({ id: authorId }: Pick<Actor, 'id'>, which: { id: string } | { commentId: string }) {
  return readDb.correction.findFirst({
    where: { ...which, status: { in: ['accepted', 'declined'] }, comment: { authorId }, post: publicWhere() },
    select: {
      id: true,
      commentId: true,
      quote: true,
      replacement: true,
      status: true,
      note: true,
      post: { select: { slug: true, title: true } },
    },
  });
}

// A comment that was taken away takes its suggestion with it.
function openFor(actor: Actor): Prisma.CorrectionWhereInput {
  const said = { is: { status: { in: ['approved', 'pending'] } } };
  return { status: 'open', comment: said, post: { ...publicWhere(), ...editableBy(actor) } };
}

type Row = Prisma.CorrectionGetPayload<{ select: typeof shown }>;

function toPublished({ id, note, decidedAt, comment, post }: Row): PublishedCorrection {
  const name = comment?.author?.name ?? comment?.authorName ?? '';
  const isCredited = comment?.status === 'approved' && name !== '';
  return {
    id,
    note,
    at: (decidedAt ?? new Date(0)).toISOString(),
    by: isCredited
      ? { commentId: post.commentsMode === 'off' ? null : comment.id, authorId: comment.author?.id ?? null, name }
      : null,
  };
}
