import 'server-only';
import { readDb } from '@/lib/database/db';
import { findImage, shownImage, toImage, type ShownImage } from '@/lib/images/queries';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { parseBlocks } from '../rendering/blocks';
import { parseEnclosures } from '../rendering/enclosures';
import { listColumnSelect, publicColumnSelect } from '../fields/post-columns';
import { publicSql, publicWhere } from '../visibility';

const teaser = {
  id: true,
  type: true,
  slug: true,
  ...listColumnSelect,
  lead: true,
  publishAt: true,
  unpublishAt: true,
  contentUpdatedAt: true,
  pinnedAt: true,
  readingMinutes: true,
  commentCount: true,
  cover: { select: shownImage },
  authors: { orderBy: { position: 'asc' }, select: { user: { select: { id: true, name: true, slug: true } } } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { id: true, name: true, slug: true } } } },
} satisfies Prisma.PostSelect;

/** The end of an article says more of its authors than a list does. */
export const presented = { id: true, name: true, slug: true, bio: true, avatarSeed: true } satisfies Prisma.UserSelect;

const whole = {
  ...teaser,
  authors: { orderBy: { position: 'asc' }, select: { user: { select: presented } } },
  ...publicColumnSelect,
  renderedHtml: true,
  blocks: true,
  bodyText: true,
  wordCount: true,
  correctionCount: true,
  firstPublishedAt: true,
  commentsLockedReason: true,
  lockedReplies: true,
  seriesId: true,
  feedId: true,
  enclosures: true,
} satisfies Prisma.PostSelect;

type TeaserRow = Prisma.PostGetPayload<{ select: typeof teaser }>;
type WholeRow = Prisma.PostGetPayload<{ select: typeof whole }>;

export type PostTeaser = ReturnType<typeof toTeaser>;
export type PublicPost = ReturnType<typeof toPost>;
export type Neighbour = { id: string; slug: string; title: string; publishAt: Date; unpublishAt: Date | null };
export type Neighbours = { previous: Neighbour | null; next: Neighbour | null };
/** The sort key of the site: newest first, then the higher id. */
export type Position = { publishAt: Date; id: string };

const newestFirst = [{ publishAt: 'desc' }, { id: 'desc' }] satisfies Prisma.PostOrderByWithRelationInput[];

/** The public post or page with this slug, or null. */
export async function findPublicPost(slug: string): Promise<PublicPost | null> {
  const { authors: _authors, tags: _tags, ...alone } = whole;
  const row = await readDb.post.findFirst({ where: { slug, ...publicWhere() }, select: alone });
  if (!row) return null;
  const { socialImageId } = row;
  const [subjects, socialImage] = await Promise.all([
    findSubjects(row.id),
    socialImageId ? findImage(socialImageId) : null,
  ]);
  return { ...toPost({ ...row, ...subjects }), socialImage };
}

/** A post or page in any status; the caller must have checked access. */
export async function findAnyPost(id: string): Promise<PublicPost | null> {
  const row = await readDb.post.findUnique({ where: { id }, select: whole });
  return row && toPost(row);
}

/** The full public posts with these ids, newest first, for feeds. */
export async function listWholePosts(ids: string[]): Promise<PublicPost[]> {
  const rows = await readDb.post.findMany({
    where: { id: { in: ids }, ...publicWhere() },
    orderBy: newestFirst,
    select: whole,
  });
  return rows.map(toPost);
}

export async function listPublicPosts(take: number): Promise<PostTeaser[]> {
  return listTeasers({ where: { type: 'post', ...publicWhere() }, take });
}

/** Teasers that meet a condition, newest first by default. */
export async function listTeasers(query: {
  where: Prisma.PostWhereInput;
  take: number;
  orderBy?: Prisma.PostOrderByWithRelationInput[];
}): Promise<PostTeaser[]> {
  const rows = await readDb.post.findMany({ orderBy: newestFirst, ...query, select: teaser });
  return rows.map(toTeaser);
}

/** The public posts with these ids, in this order. */
export async function listTeasersOf(ids: readonly string[]): Promise<PostTeaser[]> {
  const posts = await listTeasers({ where: { id: { in: [...ids] }, ...publicWhere() }, take: ids.length });
  return posts.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** The public posts before and after this one; equal dates are ordered by id. */
export async function findNeighbours({ publishAt, id }: Position): Promise<Neighbours> {
  const beside = (side: keyof Neighbours, isBeyond: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
    SELECT * FROM (
      SELECT ${side} AS "side", p."id", p."slug", p."title", p."publishAt", p."unpublishAt" FROM "Post" p
      WHERE p."type" = 'post' AND ${publicSql()} AND ${isBeyond}
      ORDER BY ${order} LIMIT 1) ${Prisma.raw(side)}`;
  const at = Prisma.sql`(p."publishAt", p."id")`;
  const rows = await readDb.$queryRaw<(NeighbourRow & { side: keyof Neighbours })[]>`
    ${beside('previous', Prisma.sql`${at} < (${publishAt}, ${id})`, Prisma.sql`p."publishAt" DESC, p."id" DESC`)}
    UNION ALL
    ${beside('next', Prisma.sql`${at} > (${publishAt}, ${id})`, Prisma.sql`p."publishAt" ASC, p."id" ASC`)}`;
  const found = (side: keyof Neighbours) => rows.find((row) => row.side === side);
  return { previous: toNeighbour(found('previous')), next: toNeighbour(found('next')) };
}

type Subject = { id: string; name: string; slug: string; bio: string; avatarSeed: string };

// One statement where Prisma would take four.
async function findSubjects(postId: string) {
  const rows = await readDb.$queryRaw<(Subject & { kind: string })[]>`
    SELECT 'author' AS "kind", a."position", u."id", u."name", u."slug", u."bio", u."avatarSeed"
    FROM "PostAuthor" a JOIN "User" u ON u."id" = a."userId" WHERE a."postId" = ${postId}
    UNION ALL
    SELECT 'tag' AS "kind", t."position", g."id", g."name", g."slug", '' AS "bio", '' AS "avatarSeed"
    FROM "PostTag" t JOIN "Tag" g ON g."id" = t."tagId" WHERE t."postId" = ${postId}
    ORDER BY "position"`;
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    authors: of('author').map(({ id, name, slug, bio, avatarSeed }) => ({ user: { id, name, slug, bio, avatarSeed } })),
    tags: of('tag').map(({ id, name, slug }) => ({ tag: { id, name, slug } })),
  };
}

type NeighbourRow = {
  id: string;
  slug: string;
  title: string;
  publishAt: Date | string;
  unpublishAt: Date | string | null;
};

function toNeighbour(row: NeighbourRow | undefined): Neighbour | null {
  if (!row) return null;
  const { id, slug, title, publishAt, unpublishAt } = row;
  return { id, slug, title, publishAt: new Date(publishAt), unpublishAt: unpublishAt ? new Date(unpublishAt) : null };
}

function toTeaser(row: TeaserRow) {
  return {
    ...row,
    publishAt: dateOf(row),
    cover: toImage(row.cover),
    authors: row.authors.map(({ user }) => user),
    tags: row.tags.map(({ tag }) => tag),
  };
}

function toPost(row: WholeRow) {
  return {
    ...row,
    ...toTeaser(row),
    authors: row.authors.map(({ user }) => user),
    blocks: parseBlocks(row.blocks),
    enclosures: parseEnclosures(row.enclosures),
    /** Read for the page of a post alone. */
    socialImage: null as ShownImage | null,
  };
}

function dateOf(row: { publishAt: Date | null }) {
  return row.publishAt ?? new Date(0);
}
