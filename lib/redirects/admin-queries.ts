import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { pageOf, type MissingOrder, type Order, type Wanted } from './list-filter';
import type { RedirectKind } from './redirect';
import { targetOf, targetSelect } from './stored-rules';
import { workingAmong } from './working-addresses';

const PAGE_SIZE = 50;
const EXPORT_SLICE = 1_000;

const listed = {
  id: true,
  from: true,
  status: true,
  kind: true,
  source: true,
  hitCount: true,
  lastHitAt: true,
  createdAt: true,
  ...targetSelect,
} as const satisfies Prisma.RedirectSelect;

type Row = Prisma.RedirectGetPayload<{ select: typeof listed }>;
export type ListedRedirect = Omit<Row, 'post' | 'tag' | 'kind'> & { kind: RedirectKind };

const orders: Record<Order, Prisma.RedirectOrderByWithRelationInput[]> = {
  newest: [{ id: 'desc' }],
  from: [{ from: 'asc' }],
  'from-desc': [{ from: 'desc' }],
  hits: [{ hitCount: 'desc' }, { id: 'desc' }],
  'hits-asc': [{ hitCount: 'asc' }, { id: 'asc' }],
  last: [{ lastHitAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
  'last-asc': [{ lastHitAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
};

const missingOrders: Record<MissingOrder, Prisma.MissingAddressOrderByWithRelationInput[]> = {
  most: [{ count: 'desc' }, { lastAt: 'desc' }],
  fewest: [{ count: 'asc' }, { lastAt: 'asc' }],
  last: [{ lastAt: 'desc' }, { address: 'asc' }],
  'last-asc': [{ lastAt: 'asc' }, { address: 'desc' }],
  address: [{ address: 'asc' }],
  'address-desc': [{ address: 'desc' }],
};

/** One page of the redirects with the number of all that match. */
export async function findRedirectPage(actor: Actor, { search, order, page }: Wanted) {
  requireCapability(actor, 'settings.edit');
  const where = search ? matching(search) : {};
  const total = await readDb.redirect.count({ where });
  const at = pageOf(page, total, PAGE_SIZE);
  const rows = await readDb.redirect.findMany({
    where,
    orderBy: orders[order],
    skip: at.first,
    take: PAGE_SIZE,
    select: listed,
  });
  return { redirects: rows.map(toListed), total, ...at };
}

/** One redirect; null if it was removed. */
export async function findRedirectById(actor: Actor, id: string): Promise<ListedRedirect | null> {
  requireCapability(actor, 'settings.edit');
  const row = await readDb.redirect.findUnique({ where: { id }, select: listed });
  return row && toListed(row);
}

/** Every redirect, in slices, for a file. */
export async function* exportRedirects(actor: Actor): AsyncGenerator<ListedRedirect[]> {
  requireCapability(actor, 'settings.edit');
  for (let after = ''; ;) {
    const rows = await readDb.redirect.findMany({
      where: { from: { gt: after } },
      orderBy: { from: 'asc' },
      take: EXPORT_SLICE,
      select: listed,
    });
    yield rows.map(toListed);
    const last = rows.at(-1);
    if (!last || rows.length < EXPORT_SLICE) return;
    after = last.from;
  }
}

/** One page of the addresses that were not found, with the number of all; those that lead to something by now are left out. */
export async function findMissingPage(actor: Actor, { order, page }: { order: MissingOrder; page: number }) {
  requireCapability(actor, 'settings.edit');
  const total = await readDb.missingAddress.count();
  const at = pageOf(page, total, PAGE_SIZE);
  const noted = await readDb.missingAddress.findMany({
    orderBy: missingOrders[order],
    skip: at.first,
    take: PAGE_SIZE,
    select: { address: true, count: true, lastAt: true, referrer: true },
  });
  const working = await workingAmong(noted.map(({ address }) => address));
  const addresses = noted.filter(({ address }) => !working.has(address));
  return { addresses, total: total - (noted.length - addresses.length), ...at };
}

export type ListedMissing = Awaited<ReturnType<typeof findMissingPage>>['addresses'][number];

function matching(search: string): Prisma.RedirectWhereInput {
  return {
    OR: [
      // Sources are in lower case, but for what is percent-encoded.
      { from: { contains: search.toLowerCase() } },
      { from: { contains: search } },
      { to: { contains: search } },
      { post: { slug: { contains: search.replace(/^\//, '').toLowerCase() } } },
    ],
  };
}

function toListed({ post, tag, ...row }: Row): ListedRedirect {
  return { ...row, to: row.status === 410 ? '' : targetOf({ to: row.to, post, tag }), kind: row.kind as RedirectKind };
}
