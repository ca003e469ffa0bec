import 'server-only';
import { commenterSelect } from './commenter-select';
import { can, type Actor } from '@/lib/auth/actor';
import { isBanned } from '@/lib/auth/bans';
import { requireCapability } from '@/lib/auth/guards';
import { countedTo } from '@/lib/text/capped-count';
import { readDb } from '@/lib/database/db';
import { openableBy } from '@/lib/posts/post-access';
import { findInAdminIndex, readFound } from '@/lib/search/admin-search';
import { markOf } from '@/lib/search/admin-entries';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { commentStatuses, type CommentStatus } from './comment';
import { HIDDEN_TITLE } from './hidden-title';
import type { QueueFilter } from './queue-filter';
import { restrictionOf, type Restriction } from './restriction';
import { judgedOf, opinionOf, opinionSentence } from './spam/judging';
import { readSpamModel, type SpamModel } from './spam/queries';
import { verdictSelect, verdictSentence } from './verdicts';

export const QUEUE_PAGE_SIZE = 30;
const MAX_HISTORY = 100;
/** The largest valid Date. */
const MAX_DATE_MS = 8.64e15;

const queued = {
  id: true,
  status: true,
  type: true,
  format: true,
  body: true,
  bodyHtml: true,
  createdAt: true,
  editedAt: true,
  deletedBy: true,
  authorId: true,
  authorName: true,
  author: { select: commenterSelect },
  post: { select: { id: true, slug: true, title: true, commentsLockedReason: true } },
  parent: { select: { id: true, bodyHtml: true, authorName: true, author: { select: { name: true } } } },
  verdict: { select: verdictSelect },
} satisfies Prisma.CommentSelect;

type QueuedRow = Prisma.CommentGetPayload<{ select: typeof queued }>;
export type QueuedComment = Omit<QueuedRow, 'verdict'> & {
  /** What keeps it from being published, in a sentence; empty if no rule does. */
  verdict: string;
  /** What the spam model makes of it, in a sentence; empty if nobody has to decide, or if that is the verdict. */
  opinion: string;
  /** What becomes of the author's new comments, and whether they can sign in. */
  restriction: Restriction | null;
  isSuspended: boolean;
  /** Approved comments of this author, at most 100. */
  approvedCount: number;
};

/** One page of the moderation queue, newest first unless asked otherwise, by keyset. `next` continues it. */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
): Promise<{ comments: QueuedComment[]; next: string }> {
  requireCapability(actor, 'comments.moderate');
  const { rows, next } = await (filter.search ? search(filter) : browse(filter));
  return { comments: await withHistories(actor, rows), next };
}

/** These comments as the queue shows them, in no order. */
export async function listQueued(actor: Actor, ids: string[]): Promise<QueuedComment[]> {
  requireCapability(actor, 'comments.moderate');
  return withHistories(actor, await readDb.comment.findMany({ where: { id: { in: ids } }, select: queued }));
}

async function withHistories(actor: Actor, rows: QueuedRow[]): Promise<QueuedComment[]> {
  const histories = await countApproved(rows.flatMap((row) => row.authorId ?? []));
  const hidden = await findHidden(
    actor,
    rows.map(({ post }) => post.id),
  );
  const model = await readSpamModel();
  const now = new Date();
  return rows.map((row) => ({
    ...row,
    verdict: isKept(row) ? verdictSentence(row.verdict) : '',
    opinion: model && isKept(row) ? opinionOn(row, model) : '',
    post: hidden.has(row.post.id) ? withoutTitle(row.post) : row.post,
    restriction: row.author && restrictionOf(row.author, now),
    isSuspended: row.author !== null && isBanned(row.author, now),
    approvedCount: histories.get(row.authorId ?? '') ?? 0,
  }));
}

function isKept({ status }: QueuedRow) {
  return status === 'pending' || status === 'spam';
}

function opinionOn(row: QueuedRow, model: SpamModel) {
  return row.verdict?.source === 'model' ? '' : opinionSentence(model, opinionOf(model, judgedOf(row)));
}

async function browse(filter: QueueFilter) {
  const direction = filter.sort === 'oldest' ? 'asc' : 'desc';
  const found = await readDb.comment.findMany({
    where: { AND: [narrowed(filter), reached(filter)] },
    // "All" is ordered by arrival, which is the order of the ids.
    orderBy: filter.state === 'all' ? [{ id: direction }] : [{ createdAt: direction }, { id: direction }],
    take: QUEUE_PAGE_SIZE + 1,
    select: queued,
  });
  const rows = found.slice(0, QUEUE_PAGE_SIZE);
  const last = found.length > QUEUE_PAGE_SIZE ? rows.at(-1) : undefined;
  return { rows, next: last ? `${last.createdAt.getTime()}_${last.id}` : '' };
}

// The index also holds state, post and author: filtering a common word's hits later could leave too few.
async function search(filter: QueueFilter) {
  const { state, post, user, sort, after } = filter;
  const marks = [
    ...(state === 'all' ? [] : [markOf.status(state)]),
    ...(post ? [markOf.post(post)] : []),
    ...(user ? [markOf.user(user)] : []),
  ];
  const { ids, next } = await findInAdminIndex('comment', filter.search, {
    marks,
    isOldestFirst: sort === 'oldest',
    after,
    take: QUEUE_PAGE_SIZE,
  });
  const rows = await readFound(ids, (id) =>
    readDb.comment.findMany({ where: { id, AND: [narrowed(filter)] }, select: queued }),
  );
  return { rows, next };
}

/** The number of comments in each state. */
export async function countQueue(actor: Actor): Promise<Record<CommentStatus, number>> {
  requireCapability(actor, 'comments.moderate');
  const counts = await Promise.all(
    commentStatuses.map((status) =>
      readDb.comment.count({ where: { status }, orderBy: { createdAt: 'desc' }, ...countedTo }),
    ),
  );
  return Object.fromEntries(commentStatuses.map((status, at) => [status, counts[at] ?? 0])) as Record<
    CommentStatus,
    number
  >;
}

/** The number of comments that await the actor's approval. */
export async function countPending(actor: Actor) {
  if (!can(actor, 'comments.moderate')) return 0;
  return readDb.comment.count({ where: { status: 'pending' }, orderBy: { createdAt: 'desc' }, ...countedTo });
}

/** The names of a filter's post and user. */
export async function findFilterNames(actor: Actor, { post, user }: Pick<QueueFilter, 'post' | 'user'>) {
  requireCapability(actor, 'comments.moderate');
  const [postRow, userRow] = await Promise.all([
    post
      ? readDb.post.findUnique({
          where: { id: post },
          select: { id: true, slug: true, title: true, commentsLockedReason: true },
        })
      : null,
    user ? readDb.user.findUnique({ where: { id: user }, select: { name: true } }) : null,
  ]);
  const hidden = await findHidden(actor, postRow ? [postRow.id] : []);
  const shown = postRow && hidden.has(postRow.id) ? withoutTitle(postRow) : postRow;
  return { post: shown, user: userRow?.name ?? '' };
}

/** Which of these posts the actor may not read the titles of: those that are not public, for comment moderators. */
export async function findHidden(actor: Actor, ids: string[]) {
  if (ids.length === 0 || can(actor, 'posts.edit-any')) return new Set<string>();
  const openable = await readDb.post.findMany({
    where: { id: { in: [...new Set(ids)] }, AND: [openableBy(actor)] },
    select: { id: true },
  });
  const shown = new Set(openable.map(({ id }) => id));
  return new Set(ids.filter((id) => !shown.has(id)));
}

function withoutTitle<T extends { id: string; slug: string; title: string }>(post: T): T {
  return { ...post, slug: post.id, title: HIDDEN_TITLE };
}

function narrowed({ state, post, user }: QueueFilter): Prisma.CommentWhereInput {
  const parts: Prisma.CommentWhereInput[] = [];
  if (state !== 'all') parts.push({ status: state });
  if (post) parts.push({ postId: post });
  if (user) parts.push({ authorId: user });
  return { AND: parts };
}

function reached({ state, after, sort }: QueueFilter): Prisma.CommentWhereInput {
  const [time = '', id = ''] = after.split('_');
  if (!id) return {};
  const createdAt = new Date(Math.min(Number(time), MAX_DATE_MS));
  if (sort === 'oldest') return state === 'all' ? { id: { gt: id } } : isBefore(createdAt, id);
  return state === 'all' ? { id: { lt: id } } : isAfter(createdAt, id);
}

// In the order of the other direction.
function isBefore(createdAt: Date, id: string): Prisma.CommentWhereInput {
  return { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] };
}

function isAfter(createdAt: Date, id: string): Prisma.CommentWhereInput {
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

// Capped, because regular commenters have a long history.
async function countApproved(authorIds: string[]) {
  const counts = await Promise.all(
    [...new Set(authorIds)].map(async (authorId) => {
      const where = { authorId, status: 'approved' };
      return [
        authorId,
        await readDb.comment.count({ where, orderBy: { createdAt: 'desc' }, take: MAX_HISTORY }),
      ] as const;
    }),
  );
  return new Map(counts);
}
