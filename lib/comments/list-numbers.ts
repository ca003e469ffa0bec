import type { List } from 'mdast';
import { sourceOf } from './markdown-tree';

/** Larger numbers are taken for years. */
const MAX_LONE_NUMBER = 999;

/** The number of each item as typed; counted up where all are 1 (or 0), the Markdown convention. */
export function numbersOf(list: List, source: string): number[] {
  const start = list.start ?? 1;
  const typed = list.children.map((item, index) => numberIn(markerOf(item, source)) ?? start + index);
  const isLazy = start <= 1 && typed.every((number) => number === start);
  return isLazy ? typed.map((_, index) => start + index) : typed;
}

/** The marker of a single item that is a sentence: a year, or a number with leading zeros. */
export function yearLike(list: List, source: string): string | null {
  const [item, ...others] = list.children;
  if (!item || others.length > 0) return null;
  const marker = markerOf(item, source);
  const number = numberIn(marker);
  if (number === null) return null;
  return number > MAX_LONE_NUMBER || /^0\d/.test(marker) ? marker : null;
}

function markerOf(item: List['children'][number], source: string) {
  return /^\d{1,9}[.)]/.exec(sourceOf(item, source).slice(0, 10))?.[0] ?? '';
}

function numberIn(marker: string) {
  return marker === '' ? null : Number.parseInt(marker, 10);
}
