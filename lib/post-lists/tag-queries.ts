import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { countedTo } from '@/lib/text/capped-count';
import { readDb } from '@/lib/database/db';
import { findInAdminIndex, readFound } from '@/lib/search/admin-search';
import { isSeen } from '@/lib/text/visible-text';

const PAGE_SIZE = 50;
const shown = { id: true, slug: true, name: true, description: true } as const;

export type ListedTag = Awaited<ReturnType<typeof listTags>>['tags'][number];

type Wanted = { search: string; after: string; sort?: 'newest' | null };

/** One page of tags by slug or newest first, or of the search results, newest first. */
export async function listTags(actor: Actor, { search, after, sort = null }: Wanted) {
  requireCapability(actor, 'posts.edit-any');
  const browse = sort === 'newest' ? browseNewest : browseBySlug;
  const { rows, next } = await (isSeen(search) ? find(search, after) : browse(after));
  return { tags: await counted(rows), next };
}

async function browseBySlug(after: string) {
  const found = await readDb.tag.findMany({
    where: { slug: { gt: after } },
    orderBy: { slug: 'asc' },
    take: PAGE_SIZE + 1,
    select: shown,
  });
  const rows = found.slice(0, PAGE_SIZE);
  return { rows, next: found.length > PAGE_SIZE ? rows.at(-1)?.slug : undefined };
}

// Ids are in the order in which tags were made.
async function browseNewest(after: string) {
  const found = await readDb.tag.findMany({
    where: after ? { id: { lt: after } } : {},
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
    select: shown,
  });
  const rows = found.slice(0, PAGE_SIZE);
  return { rows, next: found.length > PAGE_SIZE ? rows.at(-1)?.id : undefined };
}

async function find(search: string, after: string) {
  const { ids, next } = await findInAdminIndex('tag', search, { after, take: PAGE_SIZE });
  const rows = await readFound(ids, (id) => readDb.tag.findMany({ where: { id }, select: shown }));
  return { rows, next: next || undefined };
}

/** One tag for its admin page; null if there is none. */
export async function findTag(actor: Actor, id: string) {
  requireCapability(actor, 'posts.edit-any');
  const row = await readDb.tag.findUnique({ where: { id }, select: shown });
  return row && (await counted([row]))[0]!;
}

// Capped: a large tag has many posts.
function counted<T extends { id: string }>(rows: T[]) {
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      postCount: await readDb.postTag.count({ where: { tagId: row.id }, orderBy: { listedAt: 'desc' }, ...countedTo }),
    })),
  );
}
