import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { countedTo } from '@/lib/text/capped-count';
import { readDb } from '@/lib/database/db';
import { findMatchingIds, type Reach } from '@/lib/search/matching';
import { focusPosition } from '@/lib/images/focus';
import { parseVariants, variantUpTo } from '@/lib/images/variants';
import { lineOf } from '@/lib/text/visible-text';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { editableBy } from '@/lib/posts/editing/post-record';
import { listedFor, mayEditListed } from '@/lib/posts/post-access';
import { publicWhere, postStateOf } from '@/lib/posts/visibility';
import { postStates, type PostState, type PostType } from '@/lib/posts/post';
import { orderOf, type PostSort } from '@/lib/posts/post-sorts';
import { inState } from './post-states';
import { readInOrder } from './reading-in-order';

const PAGE_SIZE = 50;
const MAX_RESULTS = 500;
/** Up to this many posts of a tag or author are checked one by one. */
const SMALL_RESULT = 500;

export type PostFilter = {
  type: PostType;
  /** Absent: everything but the trash. */
  state?: PostState | null;
  query?: string;
  authorId?: string | null;
  tagId?: string | null;
  /** Absent: the order of the state. */
  sort?: PostSort | null;
  /** From the page before; an unreadable one begins at the start. */
  cursor?: string | null;
};

const row = {
  id: true,
  type: true,
  status: true,
  statusBeforeTrash: true,
  title: true,
  subtitle: true,
  slug: true,
  version: true,
  publishAt: true,
  unpublishAt: true,
  firstPublishedAt: true,
  updatedAt: true,
  pinnedAt: true,
  commentCount: true,
  viewCount: { select: { count: true } },
  commentsMode: true,
  adsMode: true,
  wordCount: true,
  pendingRevisionId: true,
  cover: { select: { variants: true, focus: true } },
  authors: { select: { user: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
  tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.PostSelect;

/** Up to 50 posts that are the actor's to manage, and status counts. `corrected`: the search with unmatched words corrected. */
export async function listPosts(actor: Actor, filter: PostFilter) {
  requireCapability(actor, 'posts.write');
  const now = new Date();
  const state = filter.state ?? null;
  const { narrowed, corrected } = await searched({ AND: [listedFor(actor), await filterOf(actor, filter)] }, filter);
  const where = { AND: narrowed };
  const [{ rows, next }, counts] = await Promise.all([
    readInOrder({
      parts: orderOf(state, filter.sort ?? null),
      type: filter.type,
      state: inState(state, now),
      where,
      select: row,
      take: PAGE_SIZE,
      cursor: filter.cursor ?? '',
      now,
    }),
    countStates(where, now),
  ]);
  return {
    posts: rows.map((post) => ({ ...toRow(post, now), isEditable: mayEditListed(actor, post) })),
    counts,
    corrected,
    nextCursor: next,
  };
}

export function listAuthors(actor: Actor) {
  editableBy(actor);
  return readDb.user.findMany({
    where: {
      deletedAt: null,
      OR: [{ role: { in: ['owner', 'admin', 'editor', 'author', 'contributor'] } }, { postAuthors: { some: {} } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  });
}

async function countStates(where: Prisma.PostWhereInput, now: Date) {
  const counts = await Promise.all(
    postStates.map((state) => {
      const [{ by, direction }] = orderOf(state, null);
      return readDb.post.count({
        where: { AND: [where, inState(state, now)] },
        orderBy: { [by]: direction },
        ...countedTo,
      });
    }),
  );
  const byState = Object.fromEntries(postStates.map((state, at) => [state, counts[at] ?? 0])) as Record<
    PostState,
    number
  >;
  const { Trash, ...others } = byState;
  return { ...others, Trash, all: Object.values(others).reduce((sum, count) => sum + count, 0) };
}

async function filterOf(actor: Actor, { type, authorId, tagId }: PostFilter): Promise<Prisma.PostWhereInput> {
  const writers = [...new Set([authorId, can(actor, 'posts.edit-any') ? null : actor.id])].filter((id) => id != null);
  return {
    type,
    AND: [...(await Promise.all(writers.map(writtenBy))), ...(tagId ? [await taggedWith(tagId)] : [])],
  };
}

async function searched(where: Prisma.PostWhereInput, { query, state }: PostFilter) {
  const words = lineOf(query ?? '').slice(0, 200);
  if (!words) return { narrowed: [where], corrected: '' };
  const named = await readDb.post.findUnique({ where: { slug: words.toLowerCase() }, select: { id: true } });
  const { ids, corrected } = await findMatchingIds(words, {
    take: MAX_RESULTS,
    reach: reachWithin(where, state ?? null),
  });
  return { narrowed: [where, { id: { in: [...new Set([...(named ? [named.id] : []), ...ids])] } }], corrected };
}

function reachWithin(where: Prisma.PostWhereInput, state: PostState | null): Reach {
  const isAny = async (ids: readonly string[], which: Prisma.PostWhereInput) =>
    (await readDb.post.findFirst({
      where: { AND: [{ id: { in: [...ids] } }, where, which] },
      select: { id: true },
    })) !== null;
  return async (ids) => {
    if (ids.length === 0) return 'none';
    if (await isAny(ids, publicWhere())) return 'public';
    return (await isAny(ids, state === 'Trash' ? {} : { status: { not: 'trashed' } })) ? 'hidden' : 'none';
  };
}

// Few posts are found by their ids; among many, the list's own scan finds enough.
async function writtenBy(userId: string): Promise<Prisma.PostWhereInput> {
  const rows = await readDb.postAuthor.findMany({
    where: { userId },
    select: { postId: true },
    take: SMALL_RESULT + 1,
  });
  return rows.length > SMALL_RESULT
    ? { authors: { some: { userId } } }
    : { id: { in: rows.map(({ postId }) => postId) } };
}

async function taggedWith(tagId: string): Promise<Prisma.PostWhereInput> {
  const rows = await readDb.postTag.findMany({ where: { tagId }, select: { postId: true }, take: SMALL_RESULT + 1 });
  return rows.length > SMALL_RESULT ? { tags: { some: { tagId } } } : { id: { in: rows.map(({ postId }) => postId) } };
}

function toRow(post: Prisma.PostGetPayload<{ select: typeof row }>, now: Date) {
  const { authors, tags, pendingRevisionId, cover, viewCount, ...rest } = post;
  return {
    ...rest,
    viewCount: viewCount?.count ?? 0,
    state: postStateOf(post, now),
    hasPendingChange: pendingRevisionId !== null,
    thumbnail: cover && (variantUpTo(parseVariants(cover.variants), 320)?.path ?? null),
    thumbnailPosition: focusPosition(cover?.focus ?? ''),
    authors: authors.map(({ user }) => user),
    tags: tags.map(({ tag }) => tag),
  };
}
