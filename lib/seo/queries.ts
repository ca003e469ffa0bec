import 'server-only';
import { readDb } from '@/lib/database/db';
import { paths } from '@/lib/web/paths';
import { parseVariants, variantUpTo } from '@/lib/images/variants';
import { listedSql, listedWhere, publicSql, publicWhere } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { lastChange } from './head';
import { SITEMAP_LIMIT, type SitemapEntry, type SitemapKind } from './sitemap';

/** Entries read at a time; other requests run in between. */
const CHUNK_SIZE = 1_000;

/** A keyset cursor; without a date the id alone. */
type SitemapCursor = { at: Date | null; id: string };

/** Per kind, the number of addresses and the last one of every full part. */
export type SitemapOutline = Record<SitemapKind, { total: number; cursors: SitemapCursor[] }>;

/** Counts sitemap entries and finds part boundaries, from indexes only; cached until a list changes. */
export async function outlineSitemap(perPart = SITEMAP_LIMIT): Promise<SitemapOutline> {
  const [posts, pages, tags, authors, series] = await Promise.all([
    readDb.post.count({ where: indexable('post') }),
    readDb.post.count({ where: indexable('page') }),
    readDb.tag.count({ where: { posts: { some: listedWhere() } } }),
    readDb.user.count({ where: { postAuthors: { some: listedWhere() } } }),
    readDb.series.count({ where: { posts: { some: { type: 'post', ...publicWhere() } } } }),
  ]);
  const outline = async (kind: SitemapKind, total: number) => ({
    total,
    cursors: total > perPart ? await lastCursors(kind, perPart) : [],
  });
  return {
    posts: await outline('posts', posts),
    pages: await outline('pages', pages),
    tags: await outline('tags', tags),
    authors: await outline('authors', authors),
    series: await outline('series', series),
  };
}

/** The entries of a part, oldest first, so that full parts hardly change. Costs one part only. */
export async function listSitemap(
  { kind, part, outline }: { kind: SitemapKind; part: number; outline: SitemapOutline },
  siteUrl: string,
  perPart = SITEMAP_LIMIT,
): Promise<SitemapEntry[]> {
  let after = outline[kind].cursors[part - 2] ?? null;
  if (part > 1 && !after) return [];
  const entries: SitemapEntry[] = [];
  while (entries.length < perPart) {
    const take = Math.min(CHUNK_SIZE, perPart - entries.length);
    const cursors = await cursorsAfter(kind, after, take);
    entries.push(...(await describe(kind, cursors, siteUrl)));
    after = cursors.at(-1) ?? null;
    if (cursors.length < take) break;
  }
  return entries;
}

type SitemapRow = { at: Date | string | null; id: string };

async function lastCursors(kind: SitemapKind, perPart: number) {
  const { rows, at, id, order } = sources[kind]();
  const marks = await readDb.$queryRaw<(SitemapRow & { number: number | bigint })[]>`
    SELECT "at", "id", "number" FROM (
      SELECT ${at} AS "at", ${id} AS "id", ROW_NUMBER() OVER (ORDER BY ${order}) AS "number" ${rows}
    ) numbered WHERE "number" % ${perPart} = 0`;
  return marks.toSorted((a, b) => Number(a.number) - Number(b.number)).map(toCursor);
}

async function cursorsAfter(kind: SitemapKind, after: SitemapCursor | null, take: number) {
  const { rows, at, id, order } = sources[kind]();
  const later = after?.at
    ? Prisma.sql`AND ${at} >= ${after.at} AND (${at} > ${after.at} OR ${id} > ${after.id})`
    : null;
  const begin = after ? (later ?? Prisma.sql`AND ${id} > ${after.id}`) : Prisma.empty;
  const found = await readDb.$queryRaw<SitemapRow[]>`
    SELECT ${at} AS "at", ${id} AS "id" ${rows} ${begin} ORDER BY ${order} LIMIT ${take}`;
  return found.map(toCursor);
}

function toCursor({ at, id }: SitemapRow): SitemapCursor {
  return { at: at === null ? null : new Date(at), id };
}

type Source = { rows: Prisma.Sql; at: Prisma.Sql; id: Prisma.Sql; order: Prisma.Sql };

// Each kind with the index for its order.
const sources: Record<SitemapKind, () => Source> = {
  posts: () => postSource('post'),
  pages: () => postSource('page'),
  tags: () => subjectSource(Prisma.sql`"Tag"`, Prisma.sql`"PostTag"`, Prisma.sql`"tagId"`),
  authors: () => subjectSource(Prisma.sql`"User"`, Prisma.sql`"PostAuthor"`, Prisma.sql`"userId"`),
  series: () => ({
    rows: Prisma.sql`FROM "Series" s WHERE EXISTS (
      SELECT 1 FROM "Post" p WHERE p."seriesId" = s."id" AND p."type" = 'post' AND ${publicSql()})`,
    at: Prisma.sql`NULL`,
    id: Prisma.sql`s."id"`,
    order: Prisma.sql`s."id"`,
  }),
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

async function describe(kind: SitemapKind, cursors: SitemapCursor[], siteUrl: string): Promise<SitemapEntry[]> {
  const where = { id: { in: cursors.map(({ id }) => id) } };
  const select = { id: true, slug: true } as const;
  if (kind === 'posts' || kind === 'pages') return describePosts(cursors, siteUrl);
  const subjects = {
    tags: { find: () => readDb.tag.findMany({ where, select }), pathOf: paths.tag },
    authors: { find: () => readDb.user.findMany({ where, select }), pathOf: paths.author },
    series: { find: () => readDb.series.findMany({ where, select }), pathOf: paths.series },
  };
  const { find, pathOf } = subjects[kind];
  const rows = await find();
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return cursors.flatMap(({ id }) => {
    const slug = slugs.get(id);
    return slug ? [{ url: siteUrl + pathOf(slug), changedAt: null }] : [];
  });
}

async function describePosts(cursors: SitemapCursor[], siteUrl: string): Promise<SitemapEntry[]> {
  const rows = await readDb.post.findMany({
    where: { id: { in: cursors.map(({ id }) => id) } },
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

// Pages with another canonical URL or noindex are excluded.
function indexable(type: 'post' | 'page') {
  return { type, noindex: false, canonicalUrl: '', ...publicWhere() };
}
