import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { openableBy } from '@/lib/posts/post-access';
import { MAX_PARTS } from '@/lib/posts/series/series';
import { tagKey } from '@/lib/posts/tagging/tag-names';
import { titleOf } from '@/lib/posts/title';
import { postStateOf } from '@/lib/posts/visibility';
import { countedTo } from '@/lib/text/capped-count';
import { isSeen } from '@/lib/text/visible-text';

const PAGE_SIZE = 50;
const shown = { id: true, slug: true, title: true, description: true } as const;

export type ListedSeries = Awaited<ReturnType<typeof listSeries>>['series'][number];
export type ListedPart = Awaited<ReturnType<typeof listParts>>[number];

type Wanted = { search: string; after: string; sort?: 'newest' | null };

/** One page of series by slug or newest first; with a search, those whose title contains it. */
export async function listSeries(actor: Actor, { search, after, sort = null }: Wanted) {
  requireCapability(actor, 'posts.edit-any');
  const isNewest = sort === 'newest';
  const found = await readDb.series.findMany({
    where: {
      ...(isSeen(search) ? { titleKey: { contains: tagKey(search) } } : {}),
      ...(after === '' ? {} : isNewest ? { id: { lt: after } } : { slug: { gt: after } }),
    },
    orderBy: isNewest ? { id: 'desc' } : { slug: 'asc' },
    take: PAGE_SIZE + 1,
    select: shown,
  });
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  const next = found.length > PAGE_SIZE ? (isNewest ? last?.id : last?.slug) : undefined;
  return { series: await counted(rows), next };
}

/** One series for its admin page; null if there is none. */
export async function findListedSeries(actor: Actor, id: string) {
  requireCapability(actor, 'posts.edit-any');
  const row = await readDb.series.findUnique({ where: { id }, select: shown });
  return row && (await counted([row]))[0]!;
}

/** The posts of a series in order, but for those in the trash. */
export async function listParts(actor: Actor, seriesId: string) {
  requireCapability(actor, 'posts.edit-any');
  const rows = await readDb.post.findMany({
    where: { seriesId, status: { not: 'trashed' } },
    orderBy: [{ seriesPosition: 'asc' }, { id: 'asc' }],
    take: MAX_PARTS,
    select: { id: true, title: true, slug: true, status: true, publishAt: true, unpublishAt: true },
  });
  const now = new Date();
  return rows.map((row) => ({
    id: row.id,
    title: titleOf(row),
    state: postStateOf(row, now),
    publishAt: row.publishAt,
  }));
}

/** The titles to choose from in the settings of a post: all for editors, for others those of posts that they may read. */
export async function listSeriesTitles(actor: Actor) {
  const rows = await readDb.series.findMany({
    where: can(actor, 'posts.edit-any') ? {} : { posts: { some: openableBy(actor) } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: { title: true },
  });
  return rows.map(({ title }) => title);
}

function counted<T extends { id: string }>(rows: T[]) {
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      postCount: await readDb.post.count({
        where: { seriesId: row.id, status: { not: 'trashed' } },
        orderBy: { seriesPosition: 'asc' },
        ...countedTo,
      }),
    })),
  );
}
