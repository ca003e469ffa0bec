import type { Tx } from '@/lib/database/db';
import { parseOriginal, parseVariants } from '@/lib/images/variants';
import { targetOf } from '@/lib/redirects/stored-rules';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { compare } from '../reading-posts';

const ROWS_PER_READ = 2_000;

/** The people who wrote posts or comments. Of those who only have an account nothing is said. */
export async function listWriters(tx: Tx) {
  const users = await readAll((page) =>
    tx.user.findMany({
      where: { deletedAt: null, OR: [{ postAuthors: { some: {} } }, { comments: { some: {} } }] },
      select: {
        id: true,
        slug: true,
        name: true,
        bio: true,
        website: true,
        hasProfile: true,
        createdAt: true,
        email: true,
        _count: { select: { postAuthors: true } },
      },
      ...page,
    }),
  );
  return users
    .map(({ _count, ...user }) => ({ ...user, isAuthor: _count.postAuthors > 0 }))
    .sort((a, b) => compare(a.slug, b.slug));
}

export async function listTags(tx: Tx) {
  const select = { id: true, slug: true, name: true, description: true } as const;
  const tags = await readAll((page) => tx.tag.findMany({ select, ...page }));
  return tags.sort((a, b) => compare(a.slug, b.slug));
}

export async function listSeries(tx: Tx) {
  const select = { id: true, slug: true, title: true, description: true } as const;
  const series = await readAll((page) => tx.series.findMany({ select, ...page }));
  return series.sort((a, b) => compare(a.slug, b.slug));
}

export async function listRedirects(tx: Tx) {
  const select = {
    id: true,
    from: true,
    to: true,
    status: true,
    kind: true,
    post: { select: { slug: true } },
    tag: { select: { slug: true } },
  } as const;
  const rows = await readAll(async (page) => {
    const some = await tx.redirect.findMany({ select, ...page });
    return some.map(({ post, tag, ...row }) => ({
      ...row,
      to: row.status === 410 ? '' : targetOf({ to: row.to, post, tag }),
    }));
  });
  return rows.sort((a, b) => compare(a.from, b.from));
}

const mediaSelect = {
  id: true,
  key: true,
  hash: true,
  fileName: true,
  mime: true,
  bytes: true,
  alt: true,
  caption: true,
  credit: true,
  focus: true,
  crop: true,
  width: true,
  height: true,
  color: true,
  variants: true,
  original: true,
  createdAt: true,
} satisfies Prisma.MediaSelect;

/** The images of the library, and those that were removed from it while posts show them. */
export async function listMedia(tx: Tx) {
  const where = { OR: [{ deletedAt: null }, { uses: { some: {} } }] };
  const rows = await readAll((page) => tx.media.findMany({ where, select: mediaSelect, ...page }));
  return rows
    .map((row) => ({ ...row, variants: parseVariants(row.variants), original: parseOriginal(row.original) }))
    .sort((a, b) => compare(a.key, b.key));
}

type Page = { orderBy: { id: 'asc' }; take: number; cursor?: { id: string }; skip?: number };

async function readAll<Row extends { id: string }>(read: (page: Page) => PromiseLike<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for (let page: Page = { orderBy: { id: 'asc' }, take: ROWS_PER_READ }; ;) {
    const rows = await read(page);
    all.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_READ) return all;
    page = { orderBy: { id: 'asc' }, take: ROWS_PER_READ, cursor: { id: last.id }, skip: 1 };
  }
}
