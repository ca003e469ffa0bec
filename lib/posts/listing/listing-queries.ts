import 'server-only';
import { readDb } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { listTeasers, type Position, type PostTeaser } from './queries';
import { listedSql, publicSql, publicWhere } from '../visibility';

const MAX_PINNED = 5;
const PINNED_SCAN_LIMIT = 200;
/** Posts between two stored positions: a deep page is reached from the nearest one before it. */
const OFFSET_STRIDE = 100;

export type Scope =
  | { kind: 'site' }
  | { kind: 'tag'; tagId: string }
  | { kind: 'author'; userId: string }
  | { kind: 'series'; seriesId: string }
  | { kind: 'time'; from: Date; to: Date };

/** The length of a list and the position of every hundredth post. */
export type Outline = { total: number; positions: Position[] };

/** `pages` is the total and at least 1. */
export type PostPage = { posts: PostTeaser[]; page: number; pages: number };

/** Walks a list's index once; until the list changes, any page then costs as much as the first. */
export async function outlineOf(scope: Scope, without: readonly string[] = []): Promise<Outline> {
  const { rows, at, id } = listed(scope, without);
  const marks = await readDb.$queryRaw<{ at: Date | string; id: string; number: number | bigint }[]>`
    SELECT "at", "id", "number" FROM (
      SELECT ${at} AS "at", ${id} AS "id", ROW_NUMBER() OVER (ORDER BY ${at} DESC, ${id} DESC) AS "number" ${rows}
    ) numbered WHERE "number" % ${OFFSET_STRIDE} = 0`;
  const inOrder = marks.toSorted((a, b) => Number(a.number) - Number(b.number));
  const positions = inOrder.map((mark) => ({ publishAt: new Date(mark.at), id: mark.id }));
  const rest = await idsAfter(scope, { without, after: positions.at(-1) ?? null, skip: 0, take: OFFSET_STRIDE });
  return { total: positions.length * OFFSET_STRIDE + rest.length, positions };
}

/** One page of public posts, newest first, or null past the end. */
export async function findPostPage(
  scope: Scope,
  page: number,
  { outline, perPage, without = [] }: { outline: Outline; perPage: number; without?: readonly string[] },
): Promise<PostPage | null> {
  const pages = Math.max(1, Math.ceil(outline.total / perPage));
  if (page < 1 || page > pages) return null;
  const before = (page - 1) * perPage;
  const after = outline.positions[Math.floor(before / OFFSET_STRIDE) - 1] ?? null;
  const ids = await idsAfter(scope, { without, after, skip: before % OFFSET_STRIDE, take: perPage });
  if (page > 1 && ids.length === 0) return null;
  return { posts: await listTeasers({ where: { id: { in: ids }, ...publicWhere() }, take: perPage }), page, pages };
}

/** The pinned posts of the home page, latest pin first. */
export async function listPinnedPosts(now = new Date()) {
  // Filters by pin first: in one query, a database may start with all public posts.
  const pinned = await readDb.post.findMany({
    where: { type: 'post', pinnedAt: { not: null } },
    orderBy: [{ pinnedAt: 'desc' }, { id: 'desc' }],
    take: PINNED_SCAN_LIMIT,
    select: { id: true },
  });
  return listTeasers({
    where: {
      id: { in: pinned.map(({ id }) => id) },
      AND: [publicWhere(now), { OR: [{ pinnedUntil: null }, { pinnedUntil: { gt: now } }] }],
    },
    orderBy: [{ pinnedAt: 'desc' }, { id: 'desc' }],
    take: MAX_PINNED,
  });
}

export function listNewestIds(scope: Scope, take: number) {
  return idsAfter(scope, { without: [], after: null, skip: 0, take });
}

type Reach = { without: readonly string[]; after: Position | null; skip: number; take: number };

// Keyset from a stored position; what is skipped lies within one stride of the index.
async function idsAfter(scope: Scope, { without, after, skip, take }: Reach) {
  const { rows, at, id } = listed(scope, without);
  const begin = after
    ? Prisma.sql`AND ${at} <= ${after.publishAt} AND (${at} < ${after.publishAt} OR ${id} < ${after.id})`
    : Prisma.empty;
  const found = await readDb.$queryRaw<{ id: string }[]>`
    SELECT ${id} AS "id" ${rows} ${begin} ORDER BY ${at} DESC, ${id} DESC LIMIT ${take} OFFSET ${skip}`;
  return found.map((row) => row.id);
}

// Each list has an index covering all of these columns.
function listed(scope: Scope, without: readonly string[]) {
  const isRelation = scope.kind === 'tag' || scope.kind === 'author';
  const columns = isRelation
    ? { at: Prisma.sql`"listedAt"`, id: Prisma.sql`"postId"` }
    : { at: Prisma.sql`"publishAt"`, id: Prisma.sql`"id"` };
  const others =
    without.length > 0 ? Prisma.sql`AND ${columns.id} NOT IN (${Prisma.join([...without])})` : Prisma.empty;
  const rows = Prisma.sql`${from(scope)} AND ${isRelation ? listedSql() : publicSql()} ${others}`;
  return { rows, ...columns };
}

function from(scope: Scope) {
  if (scope.kind === 'tag') return Prisma.sql`FROM "PostTag" p WHERE "tagId" = ${scope.tagId}`;
  if (scope.kind === 'author') return Prisma.sql`FROM "PostAuthor" p WHERE "userId" = ${scope.userId}`;
  const posts = Prisma.sql`FROM "Post" p WHERE "type" = 'post'`;
  if (scope.kind === 'site') return posts;
  if (scope.kind === 'series') return Prisma.sql`${posts} AND "seriesId" = ${scope.seriesId}`;
  return Prisma.sql`${posts} AND "publishAt" >= ${scope.from} AND "publishAt" < ${scope.to}`;
}
