import 'server-only';
import { reader } from '@/lib/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { isOlderThan, isPublicNow, listTeasers, newestFirst, type PostTeaser } from './queries';

/** How many pinned posts stand on top of the home page at most. */
const PINNED_AT_MOST = 5;

/** Which posts a list holds. */
export type Scope =
  | { kind: 'site' }
  | { kind: 'tag'; tagId: string }
  | { kind: 'author'; userId: string }
  | { kind: 'time'; from: Date; to: Date };

/** One page of a list; `pages` counts all of them and is at least 1. */
export type PostPage = { posts: PostTeaser[]; page: number; pages: number };

/**
 * One page of public posts, newest first, or null past the end. The page begins at an anchor that the index alone finds
 * (type, status, publishAt, id and unpublishAt are all in it), so a deep page costs a walk over index entries and never
 * over rows; from the anchor on it is a keyset read.
 */
export async function findPostPage(
  scope: Scope,
  page: number,
  options: { total: number; perPage: number; without?: string[] },
): Promise<PostPage | null> {
  const { total, perPage, without = [] } = options;
  const where = inScope(scope, without);
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page < 1 || page > pages) return null;
  const anchor = page === 1 ? null : await anchorAt(where, (page - 1) * perPage - 1);
  if (page > 1 && !anchor) return null;
  const posts = await listTeasers({ where: anchor ? { AND: [where, isOlderThan(anchor)] } : where, take: perPage });
  return { posts, page, pages };
}

/** How many public posts a list holds. */
export function countPosts(scope: Scope, without: string[] = []) {
  return reader.post.count({ where: inScope(scope, without) });
}

/** The posts on top of the home page: those pinned last come first. */
export function listPinnedPosts(now = new Date()) {
  return listTeasers({
    where: {
      AND: [
        { type: 'post', pinnedAt: { not: null }, ...isPublicNow(now) },
        { OR: [{ pinnedUntil: null }, { pinnedUntil: { gt: now } }] },
      ],
    },
    orderBy: [{ pinnedAt: 'desc' }, { id: 'desc' }],
    take: PINNED_AT_MOST,
  });
}

/** The ids of the newest posts of a list. */
export async function listNewestIds(scope: Scope, take: number) {
  const rows = await reader.post.findMany({ where: inScope(scope), orderBy: newestFirst, take, select: { id: true } });
  return rows.map((row) => row.id);
}

async function anchorAt(where: Prisma.PostWhereInput, skip: number) {
  const row = await reader.post.findFirst({
    where,
    orderBy: newestFirst,
    skip,
    select: { id: true, publishAt: true },
  });
  return row?.publishAt ? { id: row.id, publishAt: row.publishAt } : null;
}

function inScope(scope: Scope, without: string[] = []): Prisma.PostWhereInput {
  const conditions: Prisma.PostWhereInput[] = [{ type: 'post', ...isPublicNow() }];
  if (scope.kind === 'tag') conditions.push({ tags: { some: { tagId: scope.tagId } } });
  if (scope.kind === 'author') conditions.push({ authors: { some: { userId: scope.userId } } });
  if (scope.kind === 'time') conditions.push({ publishAt: { gte: scope.from, lt: scope.to } });
  if (without.length > 0) conditions.push({ id: { notIn: without } });
  return { AND: conditions };
}
