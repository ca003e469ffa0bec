import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { isPostgres, reader } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { editableBy } from './editable';
import { postStates, stateOf, type PostState, type PostType } from './post';

const PER_PAGE = 50;

export type PostFilter = {
  type: PostType;
  /** Absent: everything that is not in the bin. */
  state?: PostState | null;
  query?: string;
  authorId?: string | null;
  tagId?: string | null;
  /** From the page before; an unreadable one begins at the start. */
  cursor?: string | null;
};

const row = {
  id: true,
  type: true,
  status: true,
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
  commentsMode: true,
  adsMode: true,
  wordCount: true,
  pendingRevisionId: true,
  authors: { select: { user: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
  tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.PostSelect;

export type EditableRow = ReturnType<typeof toRow>;

/** The posts (or pages) that somebody may change, last changed first, 50 at a time, with the number in each state. */
export async function listEditablePosts(actor: Actor, filter: PostFilter) {
  const now = new Date();
  const where = { AND: [editableBy(actor), filterOf(filter)] };
  const [rows, counts] = await Promise.all([
    reader.post.findMany({
      where: { AND: [where, inState(filter.state ?? null, now), after(filter.cursor ?? '')] },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: PER_PAGE + 1,
      select: row,
    }),
    countStates(where, now),
  ]);
  const page = rows.slice(0, PER_PAGE);
  const last = page.at(-1);
  return {
    posts: page.map((post) => toRow(post, now)),
    counts,
    nextCursor: rows.length > PER_PAGE && last ? `${last.updatedAt.getTime()}.${last.id}` : null,
  };
}

/** People who can be named as authors of a post. */
export function listAuthors(actor: Actor) {
  editableBy(actor);
  return reader.user.findMany({
    where: {
      deletedAt: null,
      OR: [{ role: { in: ['owner', 'admin', 'editor', 'author'] } }, { postAuthors: { some: {} } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  });
}

/** Tags whose name or address begins with these letters: what the editor offers while a tag is typed. */
export function suggestTags(actor: Actor, beginning: string) {
  editableBy(actor);
  const query = beginning.trim().slice(0, 60);
  return reader.tag.findMany({
    where: query ? { OR: [{ name: containing(query) }, { slug: { startsWith: query.toLowerCase() } }] } : {},
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, name: true, slug: true },
  });
}

async function countStates(where: Prisma.PostWhereInput, now: Date) {
  const counts = await Promise.all(
    postStates.map((state) => reader.post.count({ where: { AND: [where, inState(state, now)] } })),
  );
  const byState = Object.fromEntries(postStates.map((state, at) => [state, counts[at] ?? 0])) as Record<
    PostState,
    number
  >;
  const { Bin, ...others } = byState;
  return { ...others, Bin, all: Object.values(others).reduce((sum, count) => sum + count, 0) };
}

function filterOf({ type, query, authorId, tagId }: PostFilter): Prisma.PostWhereInput {
  const words = (query ?? '').trim().slice(0, 200);
  return {
    type,
    ...(authorId ? { authors: { some: { userId: authorId } } } : {}),
    ...(tagId ? { tags: { some: { tagId } } } : {}),
    ...(words
      ? {
          OR: [
            { title: containing(words) },
            { subtitle: containing(words) },
            { slug: containing(words.toLowerCase()) },
          ],
        }
      : {}),
  };
}

function inState(state: PostState | null, now: Date): Prisma.PostWhereInput {
  if (state === null) return { status: { not: 'trashed' } };
  if (state === 'Bin') return { status: 'trashed' };
  if (state === 'Private') return { status: 'private' };
  if (state === 'Draft') return { OR: [{ status: 'draft' }, { status: 'published', publishAt: null }] };
  if (state === 'Scheduled') return { status: 'published', publishAt: { gt: now } };
  const begun = { status: 'published', publishAt: { lte: now } };
  if (state === 'Expired') return { ...begun, unpublishAt: { lte: now } };
  return { ...begun, OR: [{ unpublishAt: null }, { unpublishAt: { gt: now } }] };
}

function after(cursor: string): Prisma.PostWhereInput {
  const [time, id] = cursor.split('.');
  const updatedAt = new Date(Number(time));
  if (!time || !id || Number.isNaN(updatedAt.getTime())) return {};
  return { OR: [{ updatedAt: { lt: updatedAt } }, { updatedAt, id: { lt: id } }] };
}

// SQLite ignores the case of plain letters by itself; PostgreSQL must be told, in a word that SQLite's client lacks.
function containing(words: string): Prisma.StringFilter {
  return isPostgres() ? ({ contains: words, mode: 'insensitive' } as Prisma.StringFilter) : { contains: words };
}

function toRow(post: Prisma.PostGetPayload<{ select: typeof row }>, now: Date) {
  const { authors, tags, pendingRevisionId, ...rest } = post;
  return {
    ...rest,
    state: stateOf(post, now),
    hasPendingChange: pendingRevisionId !== null,
    authors: authors.map(({ user }) => user),
    tags: tags.map(({ tag }) => tag),
  };
}
