import { HIGHEST_RANK } from './likes';
import { childPath } from './path';

export const commentOrders = ['oldest', 'newest', 'best'] as const;
export type CommentOrder = (typeof commentOrders)[number];
/** Orders that are read from conversation to conversation; the oldest are on numbered pages. */
export type SortedOrder = Exclude<CommentOrder, 'oldest'>;

export const CONVERSATIONS_PER_PAGE = 20;
export const REPLIES_SHOWN = 5;

/** The last conversation of the page before. */
export type Place = { path: string } | { rank: number; id: string };

const SEGMENT = childPath('', 1).length;
const ofNewest = new RegExp(`^[\\da-z]{${SEGMENT}}$`);
const ofBest = /^([\da-z]{1,6})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

export function isOrder(order: string): order is CommentOrder {
  return commentOrders.some((each) => each === order);
}

/** What stands in the address of a page; null if it was never written by `cursorAt`. */
export function readCursor(order: SortedOrder, cursor: string): Place | null {
  if (order === 'newest') return ofNewest.test(cursor) ? { path: cursor } : null;
  const [, rank = '', id = ''] = ofBest.exec(cursor) ?? [];
  const number = Number.parseInt(rank, 36);
  return id && number <= HIGHEST_RANK && number.toString(36) === rank ? { rank: number, id } : null;
}

export function cursorAt(order: SortedOrder, { path, rank, id }: { path: string; rank: number; id: string }) {
  return order === 'newest' ? path : `${rank.toString(36)}.${id}`;
}
