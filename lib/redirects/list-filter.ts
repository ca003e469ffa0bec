import { msg } from '@/lib/i18n/admin/msg';

export const orderNames = {
  newest: msg('Newest first'),
  from: msg('By source'),
  'from-desc': msg('By source, from the end'),
  hits: msg('Most hits first'),
  'hits-asc': msg('Fewest hits first'),
  last: msg('Latest hit first'),
  'last-asc': msg('Earliest hit first'),
};
export type Order = keyof typeof orderNames;

/** What the table of redirects is sorted by, and which order each column begins with and turns to. */
export const redirectColumns = {
  from: { asc: 'from', desc: 'from-desc' },
  hits: { asc: 'hits-asc', desc: 'hits' },
  last: { asc: 'last-asc', desc: 'last' },
} as const satisfies Record<string, { asc: Order; desc: Order }>;
export type RedirectColumn = keyof typeof redirectColumns;

export type MissingOrder = 'most' | 'fewest' | 'last' | 'last-asc' | 'address' | 'address-desc';

/** The same for the addresses that were not found. */
export const missingColumns = {
  address: { asc: 'address', desc: 'address-desc' },
  count: { asc: 'fewest', desc: 'most' },
  last: { asc: 'last-asc', desc: 'last' },
} as const satisfies Record<string, { asc: MissingOrder; desc: MissingOrder }>;
export type MissingColumn = keyof typeof missingColumns;

export function readMissingOrder(sort: string): MissingOrder {
  const known = Object.values(missingColumns).flatMap(({ asc, desc }): MissingOrder[] => [asc, desc]);
  return known.find((one) => one === sort) ?? 'most';
}

export type Wanted = { search: string; order: Order; page: number };

const MAX_SEARCH_LENGTH = 200;

/** What the address of the list asks for. */
export function readWanted({ q, sort, page }: { q: string; sort: string; page: string }): Wanted {
  const order = Object.hasOwn(orderNames, sort) ? (sort as Order) : 'newest';
  return { search: q.trim().slice(0, MAX_SEARCH_LENGTH), order, page: readPage(page) };
}

export function readPage(page: string) {
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

/** The page that is shown of so many rows, the last one if there are not as many pages. */
export function pageOf(page: number, total: number, size: number) {
  const pages = Math.max(1, Math.ceil(total / size));
  const shown = Math.min(page, pages);
  return { page: shown, pages, first: (shown - 1) * size };
}
