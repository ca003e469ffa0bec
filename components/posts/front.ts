import type { FrontLayout } from '@/lib/settings/looks-names';
import type { TeaserForm } from './teaser';

/** The forms of a list's posts by their index, and the class of the list. */
export type Front = { className: string; formOf: (index: number) => TeaserForm };

/** Cards beside each other in the magazine: fewer would leave a gap in the last row. */
const COLUMNS = 3;
const MAX_CARDS = 6;

/** How a page of the front is laid out: in the magazine a lead, rows of cards, and the rest in lines. */
export function frontOf(layout: FrontLayout, { count, page }: { count: number; page: number }): Front {
  if (layout === 'cards') return { className: 'post-list front front--cards', formOf: () => 'card' };
  if (page > 1) return { className: 'post-list', formOf: () => 'row' };
  if (layout === 'list') return { className: 'post-list', formOf: (index) => (index === 0 ? 'lead' : 'row') };
  const cards = Math.min(MAX_CARDS, Math.floor((count - 1) / COLUMNS) * COLUMNS);
  return {
    className: 'post-list front front--magazine',
    formOf: (index) => (index === 0 ? 'lead' : index <= cards ? 'card' : 'row'),
  };
}
