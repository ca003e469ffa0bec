import 'server-only';
import { reader } from '@/lib/db';
import { paths } from '@/lib/paths';
import { parseVariants, variantUpTo } from '@/lib/images/variants';
import { listedSql, listedWhere, publicSql, publicWhere } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { lastChange } from './head';
import { SITEMAP_LIMIT, type SitemapEntry, type SitemapKind } from './sitemap';

/** So many entries are read at a time; others are heard in between. */
const SLICE = 1_000;

/** An entry by its place among the others: for what is not published at a moment, the id alone. */
type Place = { at: Date | null; id: string };

/** How many addresses of each kind a search engine may keep, and the last one of every part that is full. */
export type SitemapOutline = Record<SitemapKind, { total: number; places: Place[] }>;

/** Counts what a sitemap holds and where its parts begin, from indexes alone; kept until a list changes. */
export async function outlineSitemap(perPart = SITEMAP_LIMIT): Promise<SitemapOutline> {
  const [posts, pages, tags, authors] = await Promise.all([
    reader.post.count({ where: indexable('post') }),
    reader.post.count({ where: indexable('page') }),
    reader.tag.count({ where: { posts: { some: listedWhere() } } }),
    reader.user.count({ where: { postAuthors: { some: listedWhere() } } }),
  ]);
  const outline = async (kind: SitemapKind, total: number) => ({
    total,
    places: total > perPart ? await lastPlaces(kind, perPart) : [],
  });
  return {
    posts: await outline('posts', posts),
    pages: await outline('pages', pages),
    tags: await outline('tags', tags),
    authors: await outline('authors', authors),
  };
}

/** The entries of one part, oldest first, so that a part once full hardly changes. Costs what the part holds. */
export async function listSitemap(
  { kind, part, outline }: { kind: SitemapKind; part: number; outline: SitemapOutline },
  siteUrl: string,
  perPart = SITEMAP_LIMIT,
): Promise<SitemapEntry[]> {
  let after = outline[kind].places[part - 2] ?? null;
  if (part > 1 && !after) return [];
  const entries: SitemapEntry[] = [];
  while (entries.length < perPart) {
    const take = Math.min(SLICE, perPart - entries.length);
    const places = await placesAfter(kind, after, take);
    entries.push(...(await describe(kind, places, siteUrl)));
    after = places.at(-1) ?? null;
    if (places.length < take) break;
  }
  return entries;
}

type PlaceRow = { at: Date | string | null; id: string };

async function lastPlaces(kind: SitemapKind, perPart: number) {
  const { rows, at, id, order } = sources[kind]();
  const marks = await reader.$queryRaw<(PlaceRow & { number: number | bigint })[]>`
    SELECT "at", "id", "number" FROM (
      SELECT ${at} AS "at", ${id} AS "id", ROW_NUMBER() OVER (ORDER BY ${order}) AS "number" ${rows}
    ) numbered WHERE "number" % ${perPart} = 0`;
  return marks.toSorted((a, b) => Number(a.number) - Number(b.number)).map(toPlace);
}

async function placesAfter(kind: SitemapKind, after: Place | null, take: number) {
  const { rows, at, id, order } = sources[kind]();
  const later = after?.at
    ? Prisma.sql`AND ${at} >= ${after.at} AND (${at} > ${after.at} OR ${id} > ${after.id})`
    : null;
  const begin = after ? (later ?? Prisma.sql`AND ${id} > ${after.id}`) : Prisma.empty;
  const found = await reader.$queryRaw<PlaceRow[]>`
    SELECT ${at} AS "at", ${id} AS "id" ${rows} ${begin} ORDER BY ${order} LIMIT ${take}`;
  return found.map(toPlace);
}

function toPlace({ at, id }: PlaceRow): Place {
  return { at: at === null ? null : new Date(at), id };
}

type Source = { rows: Prisma.Sql; at: Prisma.Sql; id: Prisma.Sql; order: Prisma.Sql };

// Each kind with the index that it is read from in order.
const sources: Record<SitemapKind, () => Source> = {
  posts: () => postSource('post'),
  pages: () => postSource('page'),
  tags: () => subjectSource(Prisma.sql`"Tag"`, Prisma.sql`"PostTag"`, Prisma.sql`"tagId"`),
  authors: () => subjectSource(Prisma.sql`"User"`, Prisma.sql`"PostAuthor"`, Prisma.sql`"userId"`),
};

function postSource(type: 'post' | 'page'): Source {
  return {
    rows: Prisma.sql`FROM "Post" p WHERE "type" = ${type} AND "noindex" = ${false} AND "canonicalUrl" = ''
      AND ${publicSql()}`,
    at: Prisma.sql`"publishAt"`,
    id: Prisma.sql`"id"`,
    order: Prisma.sql`"publishAt", "id"`,
  };
}

function subjectSource(subject: Prisma.Sql, posts: Prisma.Sql, key: Prisma.Sql): Source {
  return {
    rows: Prisma.sql`FROM ${subject} s WHERE EXISTS (
      SELECT 1 FROM ${posts} p WHERE p.${key} = s."id" AND ${listedSql()})`,
    at: Prisma.sql`NULL`,
    id: Prisma.sql`s."id"`,
    order: Prisma.sql`s."id"`,
  };
}

async function describe(kind: SitemapKind, places: Place[], siteUrl: string): Promise<SitemapEntry[]> {
  const where = { id: { in: places.map(({ id }) => id) } };
  const select = { id: true, slug: true } as const;
  if (kind === 'posts' || kind === 'pages') return describePosts(places, siteUrl);
  const rows =
    kind === 'tags' ? await reader.tag.findMany({ where, select }) : await reader.user.findMany({ where, select });
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return places.flatMap(({ id }) => {
    const slug = slugs.get(id);
    return slug ? [{ url: siteUrl + (kind === 'tags' ? paths.tag(slug) : paths.author(slug)), changedAt: null }] : [];
  });
}

async function describePosts(places: Place[], siteUrl: string): Promise<SitemapEntry[]> {
  const rows = await reader.post.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    select: { slug: true, publishAt: true, contentUpdatedAt: true, cover: { select: { variants: true } } },
  });
  return rows.map((row) => {
    const cover = row.cover && variantUpTo(parseVariants(row.cover.variants), 1600);
    return {
      url: siteUrl + paths.post(row.slug),
      changedAt: lastChange({ contentUpdatedAt: row.contentUpdatedAt, publishAt: row.publishAt ?? new Date(0) }),
      images: cover ? [siteUrl + paths.upload(cover.path)] : [],
    };
  });
}

// A page that is elsewhere in truth, or asks not to be kept, has no place in a sitemap.
function indexable(type: 'post' | 'page') {
  return { type, noindex: false, canonicalUrl: '', ...publicWhere() };
}
