import { msg } from '@/lib/i18n/admin/msg';

export const orderNames = {
  newest: msg('Newest first'),
  from: msg('By source'),
  hits: msg('Most hits first'),
  last: msg('Latest hit first'),
};
export type Order = keyof typeof orderNames;

export const missingOrderNames = { most: msg('Most often first'), last: msg('Latest first') };
export type MissingOrder = keyof typeof missingOrderNames;

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
