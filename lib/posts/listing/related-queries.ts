import 'server-only';
import { readDb } from '@/lib/database/db';
import { shownImage, toImage } from '@/lib/images/queries';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { listedSql, publicWhere } from '../visibility';
import { listNewestIds } from './listing-queries';

export const MAX_RELATED = 3;
/** Newest posts looked at for each tag: enough to find those that share several. */
const PER_TAG = 12;
const MAX_TAGS = 6;

const shown = {
  id: true,
  slug: true,
  title: true,
  locale: true,
  publishAt: true,
  readingMinutes: true,
  cover: { select: shownImage },
} satisfies Prisma.PostSelect;

export type RelatedPost = Awaited<ReturnType<typeof listTeased>>[number];
/** `hasNewest`: the tags gave too few, so any new post may change it. */
export type Related = { posts: RelatedPost[]; hasNewest: boolean };

/** Posts to read after a post: those with most of its tags, newest first, then the newest of the site. */
export async function findRelated({ id, tags }: { id: string; tags: readonly { id: string }[] }): Promise<Related> {
  const byTags = await idsByTags(
    id,
    tags.map((tag) => tag.id),
  );
  const hasNewest = byTags.length < MAX_RELATED;
  const newest = hasNewest ? await listNewestIds({ kind: 'site' }, MAX_RELATED * 2 + 1) : [];
  const ids = [...new Set([...byTags, ...newest])].filter((other) => other !== id).slice(0, MAX_RELATED);
  return { posts: await listTeased(ids), hasNewest };
}

// A few entries of the index of each tag, however many posts have it.
async function idsByTags(postId: string, tagIds: readonly string[]) {
  if (tagIds.length === 0) return [];
  const lists = tagIds.slice(0, MAX_TAGS).map(
    (tagId, index) => Prisma.sql`SELECT * FROM (
      SELECT p."postId" AS "id", p."listedAt" AS "at" FROM "PostTag" p
      WHERE p."tagId" = ${tagId} AND p."postId" <> ${postId} AND ${listedSql()}
      ORDER BY p."listedAt" DESC, p."postId" DESC LIMIT ${PER_TAG}) ${Prisma.raw(`tag${index}`)}`,
  );
  const rows = await readDb.$queryRaw<{ id: string; at: Date | string }[]>`${Prisma.join(lists, ' UNION ALL ')}`;
  const found = new Map<string, { shared: number; at: number }>();
  for (const { id, at } of rows) {
    found.set(id, { shared: (found.get(id)?.shared ?? 0) + 1, at: new Date(at).getTime() });
  }
  return [...found]
    .toSorted(([one, a], [other, b]) => b.shared - a.shared || b.at - a.at || (one < other ? 1 : -1))
    .slice(0, MAX_RELATED)
    .map(([id]) => id);
}

async function listTeased(ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await readDb.post.findMany({ where: { id: { in: [...ids] }, ...publicWhere() }, select: shown });
  return rows
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .map((row) => ({ ...row, publishAt: row.publishAt ?? new Date(0), cover: toImage(row.cover) }));
}
