import type { BlockKind } from '../tiptap/node-types';

export type Insertion = { block: BlockKind } | { other: 'image' | 'library' | 'embed' | 'raw' | 'slot' };
export type SlashItem = { name: string; hint: string; also: string; insert: Insertion };

/** The items of the "/" menu and the toolbar's menu, in order. */
export const slashItems: SlashItem[] = [
  { name: 'Heading', hint: '## ', also: 'h2 title section', insert: { block: 'heading2' } },
  { name: 'Heading 3', hint: '### ', also: 'h3 subheading', insert: { block: 'heading3' } },
  { name: 'Heading 4', hint: '#### ', also: 'h4', insert: { block: 'heading4' } },
  { name: 'Image', hint: 'or drop one', also: 'picture photo upload', insert: { other: 'image' } },
  { name: 'Image from the library', hint: '', also: 'picture photo media choose', insert: { other: 'library' } },
  { name: 'List', hint: '- ', also: 'bullets unordered', insert: { block: 'bullets' } },
  { name: 'Numbered list', hint: '1. ', also: 'ordered steps', insert: { block: 'numbers' } },
  { name: 'Quote', hint: '> ', also: 'blockquote citation', insert: { block: 'quote' } },
  { name: 'Pull quote', hint: '', also: 'aside highlight', insert: { block: 'pull-quote' } },
  { name: 'Code', hint: '```', also: 'program pre', insert: { block: 'code' } },
  { name: 'Table', hint: '', also: 'grid rows columns', insert: { block: 'table' } },
  { name: 'Footnote', hint: '[^…]', also: 'note reference', insert: { block: 'note' } },
  { name: 'Embed', hint: 'or paste a link', also: 'video link youtube', insert: { other: 'embed' } },
  { name: 'Divider', hint: '---', also: 'rule line hr', insert: { block: 'divider' } },
  { name: 'Ad slot', hint: '', also: 'advertisement advert spot', insert: { other: 'slot' } },
  { name: 'HTML', hint: '', also: 'raw source', insert: { other: 'raw' } },
];

/** Names that begin with the query first, then other matches. */
export function findSlashItems(query: string): SlashItem[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return slashItems;
  const rank = ({ name, also }: SlashItem) => {
    const words = name.toLowerCase();
    if (words.startsWith(wanted)) return 0;
    return `${words} ${also}`.split(' ').some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return slashItems.filter((item) => rank(item) < 2).toSorted((a, b) => rank(a) - rank(b));
}
